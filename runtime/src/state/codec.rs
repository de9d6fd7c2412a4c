//! The binary form of keys, rows and accumulators: in state, in changelogs and on internal topics.
//!
//! Owns the trait and the forms of the basic types. Structs are put together by `row!`; nothing here knows JSON.
//! Fixed-width values are little-endian; texts and lists carry their length first. Equal values have equal bytes.

use std::fmt::Write;

/// A value that can be kept: encoded, decoded, described.
pub trait State: Clone + Send + 'static {
    /// Appends the value.
    fn encode(&self, out: &mut Vec<u8>);

    /// Takes a value off the front; `None` if the bytes are not one.
    fn decode(input: &mut &[u8]) -> Option<Self>;

    /// Appends the type's description, such as `{sender int, eur money}`: two types with one description must have one
    /// binary form, since it alone decides whether old state can be read (spec: evolution.layout).
    fn layout(out: &mut String);

    /// Bytes held outside the value itself.
    fn heap(&self) -> usize {
        0
    }
}

/// A value that can identify something. Its order is the order in which closing windows emit.
pub trait Key: State + std::hash::Hash + Eq + Ord {}

impl<T: State + std::hash::Hash + Eq + Ord> Key for T {}

/// The description of a type.
pub fn layout_of<T: State>() -> String {
    let mut out = String::new();
    T::layout(&mut out);
    out
}

/// Decodes all of the bytes.
pub fn decode_all<T: State>(mut bytes: &[u8]) -> Option<T> {
    let value = T::decode(&mut bytes)?;
    bytes.is_empty().then_some(value)
}

/// Takes `n` bytes off the front.
#[inline]
pub fn take<'a>(input: &mut &'a [u8], n: usize) -> Option<&'a [u8]> {
    let (head, tail) = input.split_at_checked(n)?;
    *input = tail;
    Some(head)
}

macro_rules! fixed {
    ($($type:ty => $name:literal),* $(,)?) => {$(
        impl State for $type {
            #[inline]
            fn encode(&self, out: &mut Vec<u8>) {
                out.extend_from_slice(&self.to_le_bytes());
            }

            #[inline]
            fn decode(input: &mut &[u8]) -> Option<Self> {
                let (head, tail) = input.split_first_chunk()?;
                *input = tail;
                Some(Self::from_le_bytes(*head))
            }

            fn layout(out: &mut String) {
                out.push_str($name);
            }
        }
    )*};
}

fixed! {
    u8 => "u8", u16 => "u16", u32 => "u32", u64 => "u64", u128 => "u128",
    i32 => "i32", i64 => "i64", i128 => "i128", f64 => "f64",
}

impl State for () {
    fn encode(&self, _: &mut Vec<u8>) {}

    fn decode(_: &mut &[u8]) -> Option<Self> {
        Some(())
    }

    fn layout(out: &mut String) {
        out.push_str("()");
    }
}

impl State for bool {
    #[inline]
    fn encode(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    #[inline]
    fn decode(input: &mut &[u8]) -> Option<Self> {
        match u8::decode(input)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    fn layout(out: &mut String) {
        out.push_str("bool");
    }
}

impl State for String {
    fn encode(&self, out: &mut Vec<u8>) {
        (self.len() as u32).encode(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        let length = u32::decode(input)? as usize;
        Some(std::str::from_utf8(take(input, length)?).ok()?.to_owned())
    }

    fn layout(out: &mut String) {
        out.push_str("string");
    }

    fn heap(&self) -> usize {
        self.capacity()
    }
}

impl<T: State> State for Option<T> {
    #[inline]
    fn encode(&self, out: &mut Vec<u8>) {
        out.push(u8::from(self.is_some()));
        if let Some(value) = self {
            value.encode(out);
        }
    }

    #[inline]
    fn decode(input: &mut &[u8]) -> Option<Self> {
        match u8::decode(input)? {
            0 => Some(None),
            1 => Some(Some(T::decode(input)?)),
            _ => None,
        }
    }

    fn layout(out: &mut String) {
        T::layout(out);
        out.push('?');
    }

    fn heap(&self) -> usize {
        self.as_ref().map_or(0, State::heap)
    }
}

impl<T: State> State for Vec<T> {
    fn encode(&self, out: &mut Vec<u8>) {
        (self.len() as u32).encode(out);
        for value in self {
            value.encode(out);
        }
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        let length = u32::decode(input)? as usize;
        // A length that the bytes cannot hold must not allocate.
        let mut values = Vec::with_capacity(length.min(input.len()));
        for _ in 0..length {
            values.push(T::decode(input)?);
        }
        Some(values)
    }

    fn layout(out: &mut String) {
        out.push_str("list<");
        T::layout(out);
        out.push('>');
    }

    fn heap(&self) -> usize {
        self.capacity() * size_of::<T>() + self.iter().map(State::heap).sum::<usize>()
    }
}

macro_rules! tuple {
    ($($name:ident $index:tt),+) => {
        impl<$($name: State),+> State for ($($name,)+) {
            #[inline]
            fn encode(&self, out: &mut Vec<u8>) {
                $(self.$index.encode(out);)+
            }

            #[inline]
            fn decode(input: &mut &[u8]) -> Option<Self> {
                Some(($($name::decode(input)?,)+))
            }

            fn layout(out: &mut String) {
                out.push('(');
                $(
                    if $index > 0 {
                        out.push_str(", ");
                    }
                    $name::layout(out);
                )+
                out.push(')');
            }

            fn heap(&self) -> usize {
                0 $(+ self.$index.heap())+
            }
        }
    };
}

tuple!(A 0);
tuple!(A 0, B 1);
tuple!(A 0, B 1, C 2);
tuple!(A 0, B 1, C 2, D 3);

/// Appends a duration in microseconds as the language writes it: `1h`, `90s`.
pub(crate) fn duration(out: &mut String, micros: i64) {
    const UNITS: [(i64, &str); 7] = [
        (7 * 86_400_000_000, "w"),
        (86_400_000_000, "d"),
        (3_600_000_000, "h"),
        (60_000_000, "m"),
        (1_000_000, "s"),
        (1_000, "ms"),
        (1, "us"),
    ];
    // Nothing is `0s`, though every unit divides it.
    let divides = |(unit, _): &(i64, &str)| micros != 0 && micros % unit == 0;
    let (unit, name) = UNITS.into_iter().find(divides).unwrap_or((1_000_000, "s"));
    // Writing to a String cannot fail.
    let _ = write!(out, "{}{name}", micros / unit);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_written_in_the_largest_unit_that_divides_them() {
        let written = |micros| {
            let mut out = String::new();
            duration(&mut out, micros);
            out
        };
        assert_eq!([0, 1, 90_000_000, 604_800_000_000].map(written), ["0s", "1us", "90s", "1w"]);
    }

    #[test]
    fn values_come_back_and_cut_bytes_do_not() {
        let value = (7i64, Some("späť".to_owned()), vec![1u16, 2]);
        let mut bytes = Vec::new();
        value.encode(&mut bytes);
        assert_eq!(decode_all::<(i64, Option<String>, Vec<u16>)>(&bytes), Some(value));
        for cut in 0..bytes.len() {
            assert_eq!(decode_all::<(i64, Option<String>, Vec<u16>)>(&bytes[..cut]), None);
        }
        assert_eq!(decode_all::<Vec<u64>>(&u32::MAX.to_le_bytes()), None);
    }

    #[test]
    fn layouts_name_the_types() {
        assert_eq!(layout_of::<(i64, Option<String>, Vec<u16>)>(), "(i64, string?, list<u16>)");
        let mut text = String::new();
        duration(&mut text, 90_000_000);
        duration(&mut text, 3_600_000_000);
        assert_eq!(text, "90s1h");
    }
}
