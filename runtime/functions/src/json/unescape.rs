//! The text that the inside of a JSON string stands for.

use std::borrow::Cow;

use crate::Fail;

/// Borrows if nothing is escaped. A half of a surrogate pair is [`Fail::InvalidUtf8`].
pub(super) fn unescape(inside: &str) -> Result<Cow<'_, str>, Fail> {
    if !inside.contains('\\') {
        return Ok(Cow::Borrowed(inside));
    }
    let mut out = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let mut characters = after.chars();
        let escape = characters.next().ok_or(Fail::InvalidJson)?;
        rest = characters.as_str();
        match escape {
            '"' | '\\' | '/' => out.push(escape),
            'b' => out.push('\u{8}'),
            'f' => out.push('\u{c}'),
            'n' => out.push('\n'),
            'r' => out.push('\r'),
            't' => out.push('\t'),
            'u' => {
                let mut code = unit(&mut rest)?;
                if (0xD800..0xDC00).contains(&code) {
                    rest = rest.strip_prefix("\\u").ok_or(Fail::InvalidUtf8)?;
                    let low = unit(&mut rest)?;
                    if !(0xDC00..0xE000).contains(&low) {
                        return Err(Fail::InvalidUtf8);
                    }
                    code = 0x1_0000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                }
                out.push(char::from_u32(code).ok_or(Fail::InvalidUtf8)?);
            }
            _ => return Err(Fail::InvalidJson),
        }
    }
    out.push_str(rest);
    Ok(Cow::Owned(out))
}

fn unit(rest: &mut &str) -> Result<u32, Fail> {
    let (digits, after) = rest.split_at_checked(4).ok_or(Fail::InvalidJson)?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(Fail::InvalidJson);
    }
    *rest = after;
    u32::from_str_radix(digits, 16).map_err(|_| Fail::InvalidJson)
}
