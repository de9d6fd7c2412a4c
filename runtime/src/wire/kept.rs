//! The binary form of the language's own types: numbers without rounding, instants, days, durations.

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
