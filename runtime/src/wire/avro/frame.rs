//! The Confluent frame: a zero byte, then the registry's id of the schema in four, big-endian.

use super::schema::Contract;
use crate::fail::Fail;

/// The bytes of a frame.
pub(super) const LENGTH: usize = 5;

/// The id in a value's frame; `None` where there is none.
pub fn schema_id(value: &[u8]) -> Option<u32> {
    match value {
        [0, a, b, c, d, ..] => Some(u32::from_be_bytes([*a, *b, *c, *d])),
        _ => None,
    }
}

/// Which of the contract's schemas a value is written with, and where the record begins.
///
/// [`Fail::InvalidFrame`] if there is no frame where one is due, [`Fail::UnknownSchema`] for an id that is not the
/// contract's.
#[inline]
pub(super) fn writer(contract: &Contract, value: &[u8]) -> Result<(usize, usize), Fail> {
    if !contract.framed {
        return Ok((0, 0));
    }
    let id = schema_id(value).ok_or(Fail::InvalidFrame)?;
    let known = contract.writers.iter().position(|writer| writer.id == id);
    known.map(|writer| (writer, LENGTH)).ok_or(Fail::UnknownSchema)
}

/// Appends the frame of the topic's own schema.
pub(super) fn write(contract: &Contract, out: &mut Vec<u8>) {
    if let (true, Some(writer)) = (contract.framed, contract.writers.first()) {
        out.push(0);
        out.extend_from_slice(&writer.id.to_be_bytes());
    }
}
