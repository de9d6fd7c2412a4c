//! Finds a record's columns in one pass over its bytes, checking all of them on the way (spec: errors.value).

use super::input::Input;
use super::schema::{Contract, Node, Writer, node};
use super::{check, frame};
use crate::fail::Fail;

/// Longer records are refused: places in a record are 32 bits wide, and one of them says that there is none.
const LONGEST: usize = u32::MAX as usize - 1;
const NOWHERE: u32 = u32::MAX;

/// Where the `N` columns of a view stand among the fields of one writer.
#[derive(Clone, Copy, Debug)]
pub struct Order<const N: usize> {
    nodes: &'static [Node],
    fields: &'static [(&'static str, u16)],
    /// Field and slot, in the order of the fields.
    steps: [(u16, u16); N],
    /// How many of the columns the writer has.
    found: usize,
    /// The type of each slot; one that the writer lacks has none.
    types: [u16; N],
}

/// The order of the columns of these names for each of the writers.
pub const fn orders<const N: usize, const W: usize>(
    writers: &'static [Writer],
    names: [&str; N],
) -> [Order<N>; W] {
    const NONE: &[Node] = &[];
    let mut orders =
        [Order { nodes: NONE, fields: &[], steps: [(0, 0); N], found: 0, types: [u16::MAX; N] }; W];
    let mut at = 0;
    while at < W && at < writers.len() {
        let fields = writers[at].fields();
        orders[at].nodes = writers[at].nodes;
        orders[at].fields = fields;
        let mut field = 0;
        while field < fields.len() {
            let mut slot = 0;
            while slot < N {
                if same(fields[field].0, names[slot]) {
                    let found = orders[at].found;
                    orders[at].steps[found] = (field as u16, slot as u16);
                    orders[at].types[slot] = fields[field].1;
                    orders[at].found = found + 1;
                }
                slot += 1;
            }
            field += 1;
        }
        at += 1;
    }
    orders
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// The columns of one record.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a, const N: usize> {
    bytes: &'a [u8],
    order: &'static Order<N>,
    places: [u32; N],
}

/// Finds the columns of a value. With `trusted` nothing after the last of them is looked at.
///
/// Fails with [`Fail::InvalidFrame`], [`Fail::UnknownSchema`], [`Fail::InvalidAvro`] (bytes behind the record included),
/// [`Fail::InvalidUtf8`], [`Fail::TooDeep`] or [`Fail::TooLarge`].
#[inline]
pub fn scan<'a, const N: usize>(
    bytes: &'a [u8],
    contract: &'static Contract,
    orders: &'static [Order<N>],
    trusted: bool,
) -> Result<Found<'a, N>, Fail> {
    let (writer, start) = frame::writer(contract, bytes)?;
    let order = orders.get(writer).ok_or(Fail::UnknownSchema)?;
    if bytes.len() > LONGEST {
        return Err(Fail::TooLarge);
    }
    let mut input = Input { bytes, at: start };
    let mut places = [NOWHERE; N];
    let mut step = 0;
    for (at, (_, field)) in order.fields.iter().enumerate() {
        if step == order.found && trusted {
            return Ok(Found { bytes, order, places });
        }
        if let Some((wanted, slot)) = order.steps.get(step)
            && step < order.found
            && usize::from(*wanted) == at
        {
            if let Some(place) = places.get_mut(usize::from(*slot)) {
                *place = input.at as u32;
            }
            step += 1;
        }
        check::skip(&mut input, order.nodes, *field, 1)?;
    }
    if input.at == bytes.len() || trusted {
        Ok(Found { bytes, order, places })
    } else {
        Err(Fail::InvalidAvro)
    }
}

impl<'a, const N: usize> Found<'a, N> {
    /// The value of a column; a null one if the writer does not have it.
    #[inline(always)]
    pub fn get(&self, slot: usize) -> Value<'a> {
        let place = self.places[slot];
        let at = if place == NOWHERE { self.bytes.len() } else { place as usize };
        Value { input: Input { bytes: self.bytes, at }, nodes: self.order.nodes, at: self.order.types[slot] }
    }
}

/// A value, not read yet.
#[derive(Clone, Copy, Debug)]
pub struct Value<'a> {
    input: Input<'a>,
    nodes: &'static [Node],
    at: u16,
}

impl<'a> Value<'a> {
    /// The type, behind a union that of the branch taken, and where the value's own bytes begin.
    #[inline(always)]
    pub(super) fn resolve(self) -> Result<(Node, Input<'a>), Fail> {
        let mut input = self.input;
        match node(self.nodes, self.at) {
            Node::Union(branches) => {
                let branch = input.index(branches.len())?;
                let at = branches.get(branch).copied().unwrap_or(u16::MAX);
                Ok((node(self.nodes, at), input))
            }
            plain => Ok((plain, input)),
        }
    }

    pub(super) fn parts(self) -> (Input<'a>, &'static [Node], u16) {
        (self.input, self.nodes, self.at)
    }
}
