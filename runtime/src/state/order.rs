//! How rows of a `keep top` compare, column by column (spec: top.order).
//!
//! A column in ascending order is its own type. These turn the order round, and put what is absent last in either.

use super::codec::State;
use std::cmp::Ordering;

/// A column in descending order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Desc<T>(pub T);

impl<T: Ord> Ord for Desc<T> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        other.0.cmp(&self.0)
    }
}

impl<T: Ord> PartialOrd for Desc<T> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: State> State for Desc<T> {
    #[inline]
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
    }

    #[inline]
    fn decode(input: &mut &[u8]) -> Option<Self> {
        T::decode(input).map(Desc)
    }

    fn layout(out: &mut String) {
        out.push_str("desc ");
        T::layout(out);
    }

    fn heap(&self) -> usize {
        self.0.heap()
    }
}

/// A column that may be absent: what is absent comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NoneLast<T>(pub Option<T>);

impl<T: Ord> Ord for NoneLast<T> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Some(a), Some(b)) => a.cmp(b),
            (a, b) => a.is_none().cmp(&b.is_none()),
        }
    }
}

impl<T: Ord> PartialOrd for NoneLast<T> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: State> State for NoneLast<T> {
    #[inline]
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
    }

    #[inline]
    fn decode(input: &mut &[u8]) -> Option<Self> {
        State::decode(input).map(NoneLast)
    }

    fn layout(out: &mut String) {
        Option::<T>::layout(out);
    }

    fn heap(&self) -> usize {
        self.0.heap()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::codec::{decode_all, layout_of};

    #[test]
    fn what_is_absent_is_last_in_either_direction() {
        let mut up = [NoneLast(None), NoneLast(Some(2)), NoneLast(Some(1))];
        up.sort();
        assert_eq!(up, [NoneLast(Some(1)), NoneLast(Some(2)), NoneLast(None)]);
        let mut down = [NoneLast(None), NoneLast(Some(Desc(1))), NoneLast(Some(Desc(2)))];
        down.sort();
        assert_eq!(down, [NoneLast(Some(Desc(2))), NoneLast(Some(Desc(1))), NoneLast(None)]);
    }

    #[test]
    fn the_direction_is_in_the_layout_and_not_in_the_bytes() {
        assert_eq!(layout_of::<(Desc<i64>, NoneLast<Desc<String>>)>(), "(desc i64, desc string?)");
        let mut bytes = Vec::new();
        Desc(7i64).encode(&mut bytes);
        assert_eq!(decode_all::<i64>(&bytes), Some(7));
        assert_eq!(decode_all::<Desc<i64>>(&bytes), Some(Desc(7)));
    }
}
