//! Steps over one value of any type, checking all of it.

use super::DEPTH;
use super::input::Input;
use super::schema::{Node, node};
use crate::fail::Fail;

/// To behind the value. Fails with [`Fail::InvalidAvro`], [`Fail::InvalidUtf8`] or [`Fail::TooDeep`].
#[inline(always)]
pub fn skip(input: &mut Input<'_>, nodes: &'static [Node], at: u16, depth: u32) -> Result<(), Fail> {
    match node(nodes, at) {
        Node::Long | Node::TimestampMillis | Node::TimestampMicros => input.long().map(drop),
        Node::String => input.text().map(drop),
        _ => other(input, nodes, at, depth),
    }
}

#[inline(never)]
fn other(input: &mut Input<'_>, nodes: &'static [Node], at: u16, depth: u32) -> Result<(), Fail> {
    if depth >= DEPTH {
        return Err(Fail::TooDeep);
    }
    match node(nodes, at) {
        Node::Null => Ok(()),
        Node::Boolean => input.bool().map(drop),
        Node::Int | Node::Date => input.int().map(drop),
        Node::Long | Node::TimestampMillis | Node::TimestampMicros => input.long().map(drop),
        Node::Float => input.take(4).map(drop),
        Node::Double => input.take(8).map(drop),
        Node::Bytes | Node::Decimal(_) => input.bytes().map(drop),
        Node::String => input.text().map(drop),
        Node::Fixed(size) | Node::FixedDecimal(size, _) => input.take(size as usize).map(drop),
        Node::Enum(symbols) => input.index(symbols.len()).map(drop),
        Node::Union(branches) => {
            let branch = input.index(branches.len())?;
            skip(input, nodes, branches.get(branch).copied().unwrap_or_default(), depth + 1)
        }
        Node::Record(fields) => {
            fields.iter().try_for_each(|(_, field)| skip(input, nodes, *field, depth + 1))
        }
        Node::Array(item) => items(input, |input| skip(input, nodes, item, depth + 1)),
        Node::Map(item) => items(input, |input| {
            input.text()?;
            skip(input, nodes, item, depth + 1)
        }),
    }
}

/// The items of all blocks.
fn items<'a>(
    input: &mut Input<'a>,
    mut item: impl FnMut(&mut Input<'a>) -> Result<(), Fail>,
) -> Result<(), Fail> {
    loop {
        let count = input.block()?;
        if count == 0 {
            return Ok(());
        }
        for _ in 0..count {
            let before = input.at;
            item(input)?;
            if input.at == before {
                // A type without bytes: however many items are said to follow, there is nothing of them to look at.
                break;
            }
        }
    }
}
