//! Appends JSON to a buffer.

use super::{block, digits, string};
use crate::functions::decimal;

#[inline]
pub fn int(value: i64, out: &mut Vec<u8>) {
    if value < 0 {
        out.push(b'-');
    }
    digits::write(value.unsigned_abs(), out);
}

/// The shortest text that reads back as the same float; a float that is no number is null.
#[inline]
pub fn float(value: f64, out: &mut Vec<u8>) {
    if value.is_finite() {
        out.extend_from_slice(ryu::Buffer::new().format_finite(value).as_bytes());
    } else {
        out.extend_from_slice(b"null");
    }
}

/// `mantissa / 10^scale` with all its digits, without quotes.
#[inline]
pub fn decimal(mantissa: i128, scale: u8, out: &mut Vec<u8>) {
    match u64::try_from(mantissa.unsigned_abs()) {
        Ok(small) if (1..=8).contains(&scale) => {
            if mantissa < 0 {
                out.push(b'-');
            }
            let unit = 10u64.pow(u32::from(scale));
            digits::write(small / unit, out);
            out.push(b'.');
            digits::write_last(small % unit, usize::from(scale), out);
        }
        _ => text(out, |out| decimal::write_digits(mantissa, scale, out)),
    }
}

/// A text in quotes that needs no escapes.
#[inline]
pub fn quoted(out: &mut Vec<u8>, write: impl FnOnce(&mut String)) {
    out.push(b'"');
    text(out, write);
    out.push(b'"');
}

/// Lets a writer of texts append to bytes: a text of its own for a moment, on a small stack of reused capacity.
#[inline]
pub fn text(out: &mut Vec<u8>, write: impl FnOnce(&mut String)) {
    thread_local! {
        static SCRATCH: std::cell::Cell<String> = const { std::cell::Cell::new(String::new()) };
    }
    let mut scratch = SCRATCH.take();
    scratch.clear();
    write(&mut scratch);
    out.extend_from_slice(scratch.as_bytes());
    SCRATCH.set(scratch);
}

/// A string with its quotes, escaping what JSON demands and nothing else.
#[inline]
pub fn string(value: &str, out: &mut Vec<u8>) {
    let bytes = value.as_bytes();
    out.reserve(bytes.len() + 2);
    let start = out.len();
    out.push(b'"');
    if block::copy(bytes, out.spare_capacity_mut()) {
        // SAFETY: as many bytes have been written, and there was room for them.
        unsafe { out.set_len(start + 1 + bytes.len()) };
    } else {
        let (end, _) = string::plain_end(bytes, 0);
        out.extend_from_slice(&bytes[..end]);
        escape_rest(bytes, end, out);
    }
    out.push(b'"');
}

/// From a byte that needs an escape on.
#[cold]
fn escape_rest(bytes: &[u8], mut at: usize, out: &mut Vec<u8>) {
    while let Some(&byte) = bytes.get(at) {
        let escape: &[u8] = match byte {
            b'"' => b"\\\"",
            b'\\' => b"\\\\",
            b'\n' => b"\\n",
            b'\r' => b"\\r",
            b'\t' => b"\\t",
            0x08 => b"\\b",
            0x0c => b"\\f",
            _ => {
                const HEX: &[u8; 16] = b"0123456789abcdef";
                let [high, low] = [byte >> 4, byte & 15].map(|digit| HEX[digit as usize]);
                &[b'\\', b'u', b'0', b'0', high, low]
            }
        };
        out.extend_from_slice(escape);
        let (end, _) = string::plain_end(bytes, at + 1);
        out.extend_from_slice(&bytes[at + 1..end]);
        at = end;
    }
}

/// `[…]`.
pub fn list<T>(values: &[T], out: &mut Vec<u8>, mut write: impl FnMut(&T, &mut Vec<u8>)) {
    out.push(b'[');
    for (at, value) in values.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        write(value, out);
    }
    out.push(b']');
}

/// What stands before a field's value: an opening brace or comma, the name, a colon.
#[inline(always)]
pub fn name(before: u8, name: &str, out: &mut Vec<u8>) {
    const ROOM: usize = 36;
    let bytes = name.as_bytes();
    let length = bytes.len();
    // Without an early end, which would keep the loop from being worked out when compiled.
    let plain =
        bytes.iter().fold(true, |plain, byte| plain & (*byte >= 0x20 && *byte != b'"' && *byte != b'\\'));
    if length > ROOM - 4 || !plain {
        out.push(before);
        string(name, out);
        out.push(b':');
        return;
    }
    // Names are constants, so that all of this is one when compiled: a copy of known bytes.
    let mut room = [0; ROOM];
    room[0] = before;
    room[1] = b'"';
    room[2..length + 2].copy_from_slice(bytes);
    room[length + 2] = b'"';
    room[length + 3] = b':';
    out.extend_from_slice(&room[..length + 4]);
}
