//! Steps over one JSON value of any kind, checking all of it.

use super::{number, string};
use crate::fail::Fail;

/// How many arrays and objects may stand inside each other, the record's own object included.
pub const DEPTH: u32 = 128;

/// The position of the next byte that is not white space.
#[inline]
pub(super) fn space(text: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\n' | b'\r' | b'\t') = text.get(at) {
        at += 1;
    }
    at
}

/// The position after the value that starts at `at` (white space before it has been skipped), inside `outer` arrays
/// and objects. `wide` becomes true if there may be a byte that is not ASCII.
#[inline]
pub(super) fn value(text: &[u8], at: usize, outer: u32, wide: &mut bool) -> Result<usize, Fail> {
    match text.get(at) {
        Some(b'"') => Ok(string::end(text, at + 1, wide)? + 1),
        Some(b'-' | b'0'..=b'9') => number::end(text, at),
        Some(b'{' | b'[') => nested(text, at, outer, wide),
        Some(b't') => word(text, at, b"true"),
        Some(b'f') => word(text, at, b"false"),
        Some(b'n') => word(text, at, b"null"),
        _ => Err(Fail::InvalidJson),
    }
}

#[inline]
fn word(text: &[u8], at: usize, word: &[u8]) -> Result<usize, Fail> {
    if text.get(at..at + word.len()) == Some(word) { Ok(at + word.len()) } else { Err(Fail::InvalidJson) }
}

/// An array or object. The open ones are bits of one word (1: object), so that depth costs no stack.
fn nested(text: &[u8], mut at: usize, outer: u32, wide: &mut bool) -> Result<usize, Fail> {
    let mut kinds = 0u128;
    let mut depth = 0u32;
    loop {
        // Before a value.
        match text.get(at) {
            Some(open @ (b'{' | b'[')) => {
                if outer + depth >= DEPTH {
                    return Err(Fail::TooDeep);
                }
                depth += 1;
                let object = *open == b'{';
                kinds = kinds << 1 | u128::from(object);
                at = space(text, at + 1);
                if text.get(at) != Some(if object { &b'}' } else { &b']' }) {
                    if object {
                        at = key(text, at, wide)?;
                    }
                    continue;
                }
            }
            _ => at = value(text, at, outer + depth, wide)?,
        }
        // After a value, or on the bracket that closes an empty one.
        loop {
            at = space(text, at);
            let object = kinds & 1 == 1;
            match text.get(at) {
                Some(b',') => {
                    at = space(text, at + 1);
                    if object {
                        at = key(text, at, wide)?;
                    }
                    break;
                }
                Some(b'}') if object => {}
                Some(b']') if !object => {}
                _ => return Err(Fail::InvalidJson),
            }
            at += 1;
            kinds >>= 1;
            depth -= 1;
            if depth == 0 {
                return Ok(at);
            }
        }
    }
}

/// The position of the value after a key and its colon.
#[inline]
fn key(text: &[u8], at: usize, wide: &mut bool) -> Result<usize, Fail> {
    if text.get(at) != Some(&b'"') {
        return Err(Fail::InvalidJson);
    }
    colon(text, string::end(text, at + 1, wide)? + 1)
}

/// The position of the value after a colon.
#[inline]
pub(super) fn colon(text: &[u8], at: usize) -> Result<usize, Fail> {
    let at = space(text, at);
    if text.get(at) != Some(&b':') {
        return Err(Fail::InvalidJson);
    }
    Ok(space(text, at + 1))
}
