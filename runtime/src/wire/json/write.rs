//! Appends JSON to a buffer.

use crate::functions::decimal;

#[inline]
pub fn int(value: i64, out: &mut Vec<u8>) {
    out.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
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
    text(out, |out| decimal::write_digits(mantissa, scale, out));
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
pub fn string(value: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    let bytes = value.as_bytes();
    let mut written = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        let escape: &[u8] = match byte {
            b'"' => b"\\\"",
            b'\\' => b"\\\\",
            b'\n' => b"\\n",
            b'\r' => b"\\r",
            b'\t' => b"\\t",
            0x08 => b"\\b",
            0x0c => b"\\f",
            0..=0x1f => {
                const HEX: &[u8; 16] = b"0123456789abcdef";
                let [high, low] = [byte >> 4, byte & 15].map(|digit| HEX[digit as usize]);
                &[b'\\', b'u', b'0', b'0', high, low]
            }
            _ => continue,
        };
        out.extend_from_slice(&bytes[written..at]);
        out.extend_from_slice(escape);
        written = at + 1;
    }
    out.extend_from_slice(&bytes[written..]);
    out.push(b'"');
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
#[inline]
pub fn name(before: u8, name: &str, out: &mut Vec<u8>) {
    out.push(before);
    string(name, out);
    out.push(b':');
}
