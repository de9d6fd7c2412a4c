//! How a record of an internal topic stands in a broker's record: kind and time in front of the value.
//!
//! ```text
//! kind u8 (+ 0x80: no value), time i64 LE (microseconds), value
//! ```
//!
//! A broker keeps times in milliseconds and has no kinds; both must come back as they were written.

use crate::record::Kind;

/// Bytes in front of the value.
pub const HEAD: usize = 9;
const NO_VALUE: u8 = 0x80;

/// What stands in front of the value.
pub fn head(kind: Kind, time: i64, has_value: bool) -> [u8; HEAD] {
    let mut head = [0; HEAD];
    head[0] = kind.code() | if has_value { 0 } else { NO_VALUE };
    head[1..].copy_from_slice(&time.to_le_bytes());
    head
}

/// Kind, time and value; `None` if the bytes are no envelope.
pub fn open(bytes: &[u8]) -> Option<(Kind, i64, Option<&[u8]>)> {
    let (head, value) = bytes.split_first_chunk::<HEAD>()?;
    let kind = Kind::of(head[0] & !NO_VALUE)?;
    let time = i64::from_le_bytes(*head[1..].first_chunk()?);
    let has_value = head[0] & NO_VALUE == 0;
    (has_value || value.is_empty()).then_some((kind, time, has_value.then_some(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_comes_out() {
        let cases = [
            (Kind::Data, -5, Some(&b"value"[..])),
            (Kind::Data, 7, Some(&b""[..])),
            (Kind::Watermark, i64::MAX, None),
            (Kind::Idle, i64::MIN, None),
        ];
        for (kind, time, value) in cases {
            let mut bytes = head(kind, time, value.is_some()).to_vec();
            bytes.extend_from_slice(value.unwrap_or_default());
            assert_eq!(open(&bytes), Some((kind, time, value)));
        }
    }

    #[test]
    fn other_bytes_are_none() {
        assert_eq!(open(b""), None);
        assert_eq!(open(b"12345678"), None);
        assert_eq!(open(b"\x7f12345678"), None);
        assert_eq!(open(b"\x8012345678rest"), None);
    }
}
