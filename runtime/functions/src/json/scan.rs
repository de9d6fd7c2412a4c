//! Finds a field of an object without building anything.

use super::unescape::unescape;
use crate::Fail;

/// The text of the value of a field; `None` if the object lacks it.
pub(super) fn field<'a>(json: &'a str, name: &str) -> Result<Option<&'a str>, Fail> {
    let bytes = json.as_bytes();
    let mut at = skip_space(bytes, 0);
    if bytes.get(at) != Some(&b'{') {
        return Err(if at < bytes.len() { Fail::WrongType } else { Fail::InvalidJson });
    }
    let mut found = None;
    at = skip_space(bytes, at + 1);
    if bytes.get(at) == Some(&b'}') {
        return Ok(None);
    }
    loop {
        let key_end = string_end(bytes, at)?;
        let key = json.get(at + 1..key_end - 1).ok_or(Fail::InvalidJson)?;
        at = skip_space(bytes, key_end);
        if bytes.get(at) != Some(&b':') {
            return Err(Fail::InvalidJson);
        }
        let start = skip_space(bytes, at + 1);
        let end = value_end(bytes, start)?;
        if key == name || (key.contains('\\') && unescape(key)? == name) {
            if found.is_some() {
                return Err(Fail::RepeatedField);
            }
            found = Some(json.get(start..end).ok_or(Fail::InvalidJson)?);
        }
        at = skip_space(bytes, end);
        match bytes.get(at) {
            Some(b',') => at = skip_space(bytes, at + 1),
            Some(b'}') => return Ok(found),
            _ => return Err(Fail::InvalidJson),
        }
    }
}

fn skip_space(bytes: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\t' | b'\n' | b'\r') = bytes.get(at) {
        at += 1;
    }
    at
}

/// Behind the closing quote of the string that begins at `at`.
fn string_end(bytes: &[u8], at: usize) -> Result<usize, Fail> {
    if bytes.get(at) != Some(&b'"') {
        return Err(Fail::InvalidJson);
    }
    let mut at = at + 1;
    loop {
        match bytes.get(at) {
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
            None => return Err(Fail::InvalidJson),
        }
    }
}

/// Behind the value that begins at `at`; of objects and lists only the depth is followed.
fn value_end(bytes: &[u8], at: usize) -> Result<usize, Fail> {
    match bytes.get(at) {
        Some(b'"') => string_end(bytes, at),
        Some(b'{' | b'[') => {
            let (mut depth, mut at) = (0usize, at);
            loop {
                match bytes.get(at) {
                    Some(b'{' | b'[') => depth += 1,
                    Some(b'}' | b']') => depth -= 1,
                    Some(b'"') => {
                        at = string_end(bytes, at)?;
                        continue;
                    }
                    Some(_) => {}
                    None => return Err(Fail::InvalidJson),
                }
                at += 1;
                if depth == 0 {
                    return Ok(at);
                }
            }
        }
        _ => {
            let rest = bytes.get(at..).unwrap_or_default();
            let length = rest
                .iter()
                .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.'))
                .count();
            if length == 0 { Err(Fail::InvalidJson) } else { Ok(at + length) }
        }
    }
}
