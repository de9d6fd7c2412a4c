//! Values as JSON text, in the forms in which JSON topics hold them.
//!
//! Enums are their names, timestamps and dates ISO 8601, decimals text; bytes are text with a character per byte, as in
//! Avro's own JSON; a union is the value that it holds.

use super::DEPTH;
use super::form::{date, whole};
use super::input::Input;
use super::schema::{Node, node};
use super::view::Value;
use crate::fail::Fail;
use crate::functions::time;
use crate::wire::json::write;

/// Longer texts are refused: a few bytes can say that millions of empty items follow.
const LONGEST: usize = 16 << 20;

/// The text of a value.
pub fn to_json(value: Value<'_>) -> Result<String, Fail> {
    let (mut input, nodes, at) = value.parts();
    let mut out = Vec::new();
    append(&mut input, nodes, at, 0, &mut out)?;
    String::from_utf8(out).map_err(|_| Fail::InvalidUtf8)
}

fn append(
    input: &mut Input<'_>,
    nodes: &'static [Node],
    at: u16,
    depth: u32,
    out: &mut Vec<u8>,
) -> Result<(), Fail> {
    if depth >= DEPTH {
        return Err(Fail::TooDeep);
    }
    if out.len() > LONGEST {
        return Err(Fail::TooLarge);
    }
    match node(nodes, at) {
        Node::Null => out.extend_from_slice(b"null"),
        Node::Boolean => out.extend_from_slice(if input.bool()? { b"true" } else { b"false" }),
        Node::Int => write::int(input.int()?.into(), out),
        Node::Long => write::int(input.long()?, out),
        Node::Float => float(input.float()?.into(), out)?,
        Node::Double => float(input.double()?, out)?,
        Node::Bytes => bytes(input.bytes()?, out),
        Node::Fixed(size) => bytes(input.take(size as usize)?, out),
        Node::String => write::string(input.text()?, out),
        Node::Enum(symbols) => {
            let index = input.index(symbols.len())?;
            write::string(symbols.get(index).copied().unwrap_or_default(), out);
        }
        Node::Date => {
            let day = date(input.int()?)?;
            write::quoted(out, |out| time::write_date(day, out));
        }
        Node::TimestampMillis => instant(time::from_epoch_ms(input.long()?)?, out),
        Node::TimestampMicros => instant(time::from_epoch_us(input.long()?)?, out),
        Node::Decimal(scale) => exact(input.bytes()?, scale, out)?,
        Node::FixedDecimal(size, scale) => exact(input.take(size as usize)?, scale, out)?,
        Node::Union(branches) => {
            let branch = input.index(branches.len())?;
            let at = branches.get(branch).copied().unwrap_or(u16::MAX);
            append(input, nodes, at, depth + 1, out)?;
        }
        Node::Record(fields) => {
            let mut before = b'{';
            for (name, field) in fields {
                write::name(before, name, out);
                append(input, nodes, *field, depth + 1, out)?;
                before = b',';
            }
            out.extend_from_slice(if before == b'{' { b"{}" } else { b"}" });
        }
        Node::Array(item) => items(input, (b"[]", b'['), out, |input, before, out| {
            out.push(before);
            append(input, nodes, item, depth + 1, out)
        })?,
        Node::Map(item) => items(input, (b"{}", b'{'), out, |input, before, out| {
            out.push(before);
            write::string(input.text()?, out);
            out.push(b':');
            append(input, nodes, item, depth + 1, out)
        })?,
    }
    Ok(())
}

/// The items of all blocks, each with what stands before it: the bracket or a comma.
fn items<'a>(
    input: &mut Input<'a>,
    (empty, open): (&[u8; 2], u8),
    out: &mut Vec<u8>,
    mut item: impl FnMut(&mut Input<'a>, u8, &mut Vec<u8>) -> Result<(), Fail>,
) -> Result<(), Fail> {
    let mut before = open;
    loop {
        let count = input.block()?;
        if count == 0 {
            break;
        }
        for _ in 0..count {
            item(input, before, out)?;
            before = b',';
            if out.len() > LONGEST {
                return Err(Fail::TooLarge);
            }
        }
    }
    out.extend_from_slice(if before == open { empty } else { &empty[1..] });
    Ok(())
}

/// JSON has no infinity.
fn float(value: f64, out: &mut Vec<u8>) -> Result<(), Fail> {
    if !value.is_finite() {
        return Err(Fail::OutOfRange);
    }
    write::float(value, out);
    Ok(())
}

fn bytes(bytes: &[u8], out: &mut Vec<u8>) {
    let text: String = bytes.iter().copied().map(char::from).collect();
    write::string(&text, out);
}

fn instant(instant: time::Timestamp, out: &mut Vec<u8>) {
    write::quoted(out, |out| time::write_timestamp(instant, out));
}

fn exact(digits: &[u8], scale: u8, out: &mut Vec<u8>) -> Result<(), Fail> {
    let mantissa = whole(digits)?;
    out.push(b'"');
    write::decimal(mantissa, scale, out);
    out.push(b'"');
    Ok(())
}
