//! The binary form of the language's own types: numbers without rounding, instants, days, durations.

use crate::fail::Fail;
use crate::functions::decimal::{Decimal, Mantissa};
use crate::functions::time::{Date, Duration, Timestamp};
use crate::state::codec::{State, take};
use std::fmt::Write;

impl<M: Mantissa + State, const S: u8> State for Decimal<M, S> {
    #[inline]
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
    }

    #[inline]
    fn decode(input: &mut &[u8]) -> Option<Self> {
        M::decode(input).map(Decimal)
    }

    fn layout(out: &mut String) {
        // Writing to a String cannot fail.
        let _ = write!(out, "decimal({}, {S})", M::DIGITS);
    }
}

macro_rules! wrapped {
    ($($type:ident => $name:literal),* $(,)?) => {$(
        impl State for $type {
            #[inline]
            fn encode(&self, out: &mut Vec<u8>) {
                self.0.encode(out);
            }

            #[inline]
            fn decode(input: &mut &[u8]) -> Option<Self> {
                State::decode(input).map($type)
            }

            fn layout(out: &mut String) {
                out.push_str($name);
            }
        }
    )*};
}

wrapped! { Timestamp => "timestamp", Date => "date", Duration => "duration" }

/// A column that nothing has read yet, as an internal topic carries it: its value, or why it has none. It fails where
/// an expression first reads it (spec: errors.value).
pub type Column<T> = Result<T, Fail>;

/// Looks at a column that is not copied.
pub trait Look<T> {
    fn look(&self) -> Result<&T, Fail>;
}

impl<T> Look<T> for Column<T> {
    #[inline]
    fn look(&self) -> Result<&T, Fail> {
        self.as_ref().map_err(|fail| *fail)
    }
}

/// One byte, 0 for a value that follows, else which reason.
impl<T: State> State for Column<T> {
    #[inline]
    fn encode(&self, out: &mut Vec<u8>) {
        match self {
            Ok(value) => {
                out.push(0);
                value.encode(out);
            }
            Err(fail) => {
                out.push(Fail::ALL.iter().position(|known| known == fail).map_or(u8::MAX, |at| at as u8 + 1))
            }
        }
    }

    #[inline]
    fn decode(input: &mut &[u8]) -> Option<Self> {
        match u8::decode(input)? {
            0 => T::decode(input).map(Ok),
            fail => Fail::ALL.get(usize::from(fail) - 1).map(|fail| Err(*fail)),
        }
    }

    fn layout(out: &mut String) {
        out.push_str("column ");
        T::layout(out);
    }

    fn heap(&self) -> usize {
        self.as_ref().map_or(0, State::heap)
    }
}

/// Appends a text as the binary form of `String` has it.
#[inline]
pub fn encode_text(text: &str, out: &mut Vec<u8>) {
    (text.len() as u32).encode(out);
    out.extend_from_slice(text.as_bytes());
}

/// Takes a text off the front without copying it.
#[inline]
pub fn decode_text<'a>(input: &mut &'a [u8]) -> Option<&'a str> {
    let length = u32::decode(input)? as usize;
    std::str::from_utf8(take(input, length)?).ok()
}

/// Appends a field's name to a layout.
pub fn layout_field(out: &mut String, before: char, name: &str) {
    out.push(before);
    if before == ',' {
        out.push(' ');
    }
    out.push_str(name);
    out.push(' ');
}
