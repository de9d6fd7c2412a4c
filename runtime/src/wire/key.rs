//! Key encodings (spec: declarations.topic.encoding): what partitions, compacts and identifies.
//!
//! One int: eight bytes, big-endian. One column of another type: its text, in UTF-8 (that of its JSON, without quotes).
//! Several columns, or a window: a JSON array of the columns in the key's order; a windowed key then carries the start
//! and the end of its window in microseconds since the epoch: `["EUR",7,1772470800000000,1772474400000000]`.

use std::borrow::Cow;

use super::json::form::Form;
use super::json::{Raw, scan};
use crate::fail::Fail;
use crate::functions::time::Timestamp;

/// Appends `key … as int64`.
#[inline]
pub fn int64(value: i64, out: &mut Vec<u8>) {
    out.extend_from_slice(&value.to_be_bytes());
}

/// Appends `key … as text` for a value that JSON writes in this form.
#[inline]
pub fn text<F: Form>(value: &F::Written, out: &mut Vec<u8>) {
    let start = out.len();
    F::write(value, out);
    if out.get(start) != Some(&b'"') {
        return;
    }
    // A string: its content is the key, escapes resolved.
    let resolved = std::str::from_utf8(&out[start + 1..out.len() - 1]).ok().and_then(|content| {
        match super::json::unescape(content) {
            Ok(Cow::Owned(text)) => Some(text),
            _ => None,
        }
    });
    match resolved {
        Some(text) => {
            out.truncate(start);
            out.extend_from_slice(text.as_bytes());
        }
        None => {
            out.pop();
            out.remove(start);
        }
    }
}

/// Appends `key … as json`.
#[inline]
pub fn json<F: Form>(value: &F::Written, out: &mut Vec<u8>) {
    F::write(value, out);
}

/// Appends a composite key, element by element; [`Composite::end`] closes it.
pub struct Composite<'a> {
    out: &'a mut Vec<u8>,
    next: u8,
}

impl<'a> Composite<'a> {
    #[inline]
    pub fn new(out: &'a mut Vec<u8>) -> Self {
        Composite { out, next: b'[' }
    }

    #[inline]
    pub fn column<F: Form>(mut self, value: &F::Written) -> Self {
        self.out.push(std::mem::replace(&mut self.next, b','));
        F::write(value, self.out);
        self
    }

    /// The bounds of the window.
    #[inline]
    pub fn window(self, start: Timestamp, end: Timestamp) -> Self {
        use super::json::form::EpochMicros;
        self.column::<EpochMicros>(&start).column::<EpochMicros>(&end)
    }

    #[inline]
    pub fn end(self) {
        if self.next == b'[' {
            self.out.push(b'[');
        }
        self.out.push(b']');
    }
}

/// A key that has to be there.
#[inline]
pub fn required(key: Option<&[u8]>) -> Result<&[u8], Fail> {
    key.filter(|key| !key.is_empty()).ok_or(Fail::NullKey)
}

/// Reads `key … as int64`; [`Fail::WrongType`] for another length.
#[inline]
pub fn read_int64(key: Option<&[u8]>) -> Result<i64, Fail> {
    let bytes = required(key)?;
    bytes.try_into().map(i64::from_be_bytes).map_err(|_| Fail::WrongType)
}

/// Reads `key … as text` for a value whose JSON is a string.
pub fn read_text<F: Form>(key: Option<&[u8]>) -> Result<F::Owned, Fail> {
    let text = std::str::from_utf8(required(key)?).map_err(|_| Fail::InvalidUtf8)?;
    let mut quoted = Vec::with_capacity(text.len() + 2);
    super::json::write::string(text, &mut quoted);
    F::read_owned(Raw::of(std::str::from_utf8(&quoted).map_err(|_| Fail::InvalidUtf8)?))
}

/// Reads `key … as text` for a value whose JSON is a number or a truth value, or `as json` for any.
pub fn read_json<F: Form>(key: Option<&[u8]>) -> Result<F::Owned, Fail> {
    let bytes = required(key)?;
    scan::check(bytes)?;
    let text = std::str::from_utf8(bytes).map_err(|_| Fail::InvalidUtf8)?;
    F::read_owned(Raw::of(text.trim_ascii()))
}

/// The columns of a composite key, in order; [`Fail::WrongType`] if there are not `N`.
pub fn read_composite<const N: usize>(key: Option<&[u8]>) -> Result<[Raw<'_>; N], Fail> {
    let bytes = required(key)?;
    scan::check(bytes)?;
    let text = std::str::from_utf8(bytes).map_err(|_| Fail::InvalidUtf8)?;
    let mut columns = [Raw::MISSING; N];
    let mut count = 0;
    scan::check_array(text.trim_ascii(), &mut |element| {
        *columns.get_mut(count).ok_or(Fail::WrongType)? = element;
        count += 1;
        Ok(())
    })?;
    if count == N { Ok(columns) } else { Err(Fail::WrongType) }
}

/// One column of a composite key.
pub fn read_column<F: Form>(columns: &[Raw<'_>], at: usize) -> Result<F::Owned, Fail> {
    present(F::read_owned(columns.get(at).copied().unwrap_or(Raw::MISSING)))
}

/// A key column as it was read: one that is absent or null makes the key null.
#[inline]
pub fn present<T>(column: Result<T, Fail>) -> Result<T, Fail> {
    column.map_err(|fail| match fail {
        Fail::MissingField => Fail::NullKey,
        other => other,
    })
}
