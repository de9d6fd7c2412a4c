//! The ends of strings, and what their escapes mean.

use std::borrow::Cow;

use super::block::{self, BLOCK};
use crate::fail::Fail;

/// The position of the next quote, backslash or control character at or after `at`, or the length if there is none; and
/// whether any byte before it (or not far from it) is not ASCII.
#[inline(always)]
pub(super) fn plain_end(text: &[u8], mut at: usize) -> (usize, bool) {
    let mut wide = false;
    while let Some(block) = text.get(at..).and_then(|rest| rest.first_chunk::<BLOCK>()) {
        let found = block::look(block);
        wide |= found.wide;
        if found.special != 0 {
            return (at + found.special.trailing_zeros() as usize, wide);
        }
        at += BLOCK;
    }
    let (end, more) = last_plain_end(text, at);
    (end, wide | more)
}

/// The same where less than a block is left.
#[inline(never)]
fn last_plain_end(text: &[u8], at: usize) -> (usize, bool) {
    let left = text.len().saturating_sub(at);
    // The last block of the text, of which what stands before `at` is not asked.
    let (found, before) = match text.last_chunk::<BLOCK>() {
        Some(block) => (block::look(block), BLOCK - left),
        None => {
            let mut block = [b' '; BLOCK];
            if let (Some(block), Some(rest)) = (block.get_mut(..left), text.get(at..)) {
                block.copy_from_slice(rest);
            }
            (block::look(&block), 0)
        }
    };
    let special = found.special.checked_shr(before as u32).unwrap_or(0);
    let length = if special == 0 { left } else { special.trailing_zeros() as usize };
    (at + length, found.wide)
}

/// The position of the quote that ends the string whose content starts at `at`. `wide` becomes true if there may be a
/// byte that is not ASCII.
#[inline]
pub(super) fn end(text: &[u8], at: usize, wide: &mut bool) -> Result<usize, Fail> {
    let (end, is_wide) = plain_end(text, at);
    *wide |= is_wide;
    match text.get(end) {
        Some(b'"') => Ok(end),
        Some(b'\\') => end_after_escape(text, end, wide),
        _ => Err(Fail::InvalidJson),
    }
}

/// The same from the first byte on that is not plain.
#[cold]
#[inline(never)]
pub(super) fn end_after_escape(text: &[u8], mut at: usize, wide: &mut bool) -> Result<usize, Fail> {
    loop {
        match text.get(at) {
            Some(b'"') => return Ok(at),
            Some(b'\\') => {}
            _ => return Err(Fail::InvalidJson),
        }
        at += match text.get(at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 2,
            Some(b'u') => {
                let digits = text.get(at + 2..at + 6).ok_or(Fail::InvalidJson)?;
                if !digits.iter().all(u8::is_ascii_hexdigit) {
                    return Err(Fail::InvalidJson);
                }
                6
            }
            _ => return Err(Fail::InvalidJson),
        };
        let (end, is_wide) = plain_end(text, at);
        *wide |= is_wide;
        at = end;
    }
}

/// The text that the content of a checked string stands for. [`Fail::InvalidUtf8`] for half of a surrogate pair: no
/// text has such a character.
#[inline]
pub fn unescape(content: &str) -> Result<Cow<'_, str>, Fail> {
    match memchr::memchr(b'\\', content.as_bytes()) {
        None => Ok(Cow::Borrowed(content)),
        Some(first) => resolve(content, first).map(Cow::Owned),
    }
}

#[cold]
fn resolve(content: &str, first: usize) -> Result<String, Fail> {
    let mut out = String::with_capacity(content.len());
    let mut rest = content;
    let mut next = Some(first);
    while let Some((plain, escape)) = next.and_then(|at| rest.split_at_checked(at)) {
        out.push_str(plain);
        let (character, length) = escaped(escape)?;
        out.push(character);
        rest = escape.get(length..).ok_or(Fail::InvalidJson)?;
        next = memchr::memchr(b'\\', rest.as_bytes());
    }
    out.push_str(rest);
    Ok(out)
}

/// The character of the escape at the start of a text, and how long the escape is.
fn escaped(text: &str) -> Result<(char, usize), Fail> {
    let character = match text.as_bytes().get(1) {
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => {
            let first = unit(text.get(2..6))?;
            if !(0xD800..0xDC00).contains(&first) {
                return char::from_u32(first).map(|c| (c, 6)).ok_or(Fail::InvalidUtf8);
            }
            if text.get(6..8) != Some("\\u") {
                return Err(Fail::InvalidUtf8);
            }
            let second = unit(text.get(8..12))?;
            if !(0xDC00..0xE000).contains(&second) {
                return Err(Fail::InvalidUtf8);
            }
            let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            return char::from_u32(code).map(|c| (c, 12)).ok_or(Fail::InvalidUtf8);
        }
        Some(&byte) => char::from(byte),
        None => return Err(Fail::InvalidJson),
    };
    Ok((character, 2))
}

fn unit(digits: Option<&str>) -> Result<u32, Fail> {
    digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).ok_or(Fail::InvalidJson)
}
