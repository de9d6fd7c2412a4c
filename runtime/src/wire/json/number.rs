//! Where a number ends, by the grammar of JSON.

use super::digits;
use crate::fail::Fail;

/// The position after the number that starts at `at`.
#[inline(never)]
pub(super) fn end(text: &[u8], mut at: usize) -> Result<usize, Fail> {
    if text.get(at) == Some(&b'-') {
        at += 1;
    }
    at = match text.get(at) {
        Some(b'0') => at + 1,
        Some(b'1'..=b'9') => digits::end(text, at + 1),
        _ => return Err(Fail::InvalidJson),
    };
    if text.get(at) == Some(&b'.') {
        at = some_digits(text, at + 1)?;
    }
    if let Some(b'e' | b'E') = text.get(at) {
        at += 1;
        if let Some(b'+' | b'-') = text.get(at) {
            at += 1;
        }
        at = some_digits(text, at)?;
    }
    Ok(at)
}

#[inline]
fn some_digits(text: &[u8], at: usize) -> Result<usize, Fail> {
    let end = digits::end(text, at);
    if end == at { Err(Fail::InvalidJson) } else { Ok(end) }
}
