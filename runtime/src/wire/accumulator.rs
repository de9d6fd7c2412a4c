//! The binary form of what the aggregates of `riparian-functions` keep.
//!
//! The description names the fields; an aggregate's own version (`Aggregate::LAYOUT`) is added by who describes a store.

use crate::functions::aggregate::{At, FloatTotal, Held, SumState};
use crate::state::codec::State;

impl<T: State> State for SumState<T> {
    #[inline]
    fn encode(&self, out: &mut Vec<u8>) {
        self.total.encode(out);
        self.rows.encode(out);
    }

    #[inline]
    fn decode(input: &mut &[u8]) -> Option<Self> {
        Some(SumState { total: T::decode(input)?, rows: i64::decode(input)? })
    }

    fn layout(out: &mut String) {
        out.push_str("{total ");
        T::layout(out);
        out.push_str(", rows i64}");
    }

    fn heap(&self) -> usize {
        self.total.heap()
    }
}

impl State for FloatTotal {
    #[inline]
    fn encode(&self, out: &mut Vec<u8>) {
        self.sum.encode(out);
        self.cut.encode(out);
    }

    #[inline]
    fn decode(input: &mut &[u8]) -> Option<Self> {
        Some(FloatTotal { sum: f64::decode(input)?, cut: f64::decode(input)? })
    }

    fn layout(out: &mut String) {
        out.push_str("{sum f64, cut f64}");
    }
}

impl<T: State> State for Held<T> {
    #[inline]
    fn encode(&self, out: &mut Vec<u8>) {
        self.at.time.encode(out);
        self.at.offset.encode(out);
        self.value.encode(out);
    }

    #[inline]
    fn decode(input: &mut &[u8]) -> Option<Self> {
        let at = At { time: i64::decode(input)?, offset: i64::decode(input)? };
        Some(Held { at, value: T::decode(input)? })
    }

    fn layout(out: &mut String) {
        out.push_str("{time i64, offset i64, value ");
        T::layout(out);
        out.push('}');
    }

    fn heap(&self) -> usize {
        self.value.heap()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::functions::aggregate::{Aggregate, Any, Avg, Count, First, Last, Max, Min, Sum};
    use crate::functions::decimal::{Decimal, Money};
    use crate::state::codec::{decode_all, layout_of};

    /// Encodes the state after two rows and takes a third into what was decoded and into the state itself.
    fn returns<A: Aggregate<State: State>>(rows: [&A::In; 3]) -> String
    where
        A::Out: PartialEq + std::fmt::Debug,
    {
        let mut state = A::State::default();
        let at = |offset| At { time: 5, offset };
        A::add(&mut state, rows[0], at(1)).unwrap();
        A::add(&mut state, rows[1], at(2)).unwrap();
        let mut bytes = Vec::new();
        state.encode(&mut bytes);
        let mut decoded: A::State = decode_all(&bytes).unwrap();
        assert!(decode_all::<A::State>(&bytes[1..]).is_none());
        A::add(&mut state, rows[2], at(3)).unwrap();
        A::add(&mut decoded, rows[2], at(3)).unwrap();
        assert_eq!(A::out(&decoded), A::out(&state));
        layout_of::<A::State>()
    }

    #[test]
    fn every_aggregate_goes_on_from_its_bytes() {
        assert_eq!(returns::<Any<bool>>([&false, &true, &false]), "i64");
        assert_eq!(returns::<Count<i64>>([&1, &2, &3]), "i64");
        assert_eq!(returns::<Sum<i64>>([&1, &2, &3]), "{total i128, rows i64}");
        assert_eq!(returns::<Sum<f64>>([&0.1, &1e17, &0.2]), "{total {sum f64, cut f64}, rows i64}");
        assert_eq!(
            returns::<Avg<Money, Money>>([&Decimal(1), &Decimal(2), &Decimal(4)]),
            "{total i128, rows i64}"
        );
        assert!(returns::<Min<i64>>([&3, &2, &1]).contains("i64"));
        assert!(returns::<Max<str>>(["a", "c", "b"]).contains("string"));
        assert!(returns::<First<str>>(["a", "c", "b"]).contains("{time i64, offset i64, value string}"));
        returns::<Last<i64>>([&1, &2, &3]);
    }
}
