//! What `group!` is made of.

use crate::fail::Fail;
use crate::functions::aggregate::{Aggregate, At};
use crate::state::codec::State;
use std::fmt::Write;

/// The state of one aggregate of a group.
pub struct Accumulator<A: Aggregate>(A::State);

impl<A: Aggregate> Accumulator<A> {
    /// Takes a row in; if it fails, nothing has changed.
    #[inline]
    pub fn add(&mut self, input: &A::In, at: At) -> Result<(), Fail> {
        A::add(&mut self.0, input, at)
    }

    /// Takes a row in whose input may be absent: absent ones are passed over (spec: group.none).
    #[inline]
    pub fn add_present(&mut self, input: Option<&A::In>, at: At) -> Result<(), Fail> {
        input.map_or(Ok(()), |input| self.add(input, at))
    }

    /// Takes in the rows of another.
    #[inline]
    pub fn merge(&mut self, other: &Self) -> Result<(), Fail> {
        A::merge(&mut self.0, &other.0)
    }

    /// The result; `None` of no rows.
    #[inline]
    pub fn out(&self) -> Result<Option<A::Out>, Fail> {
        A::out(&self.0)
    }

    /// The result of a group that has a row.
    #[inline]
    pub fn value(&self) -> Result<A::Out, Fail> {
        A::value(&self.0)
    }
}

impl<A: Aggregate> Clone for Accumulator<A> {
    #[inline]
    fn clone(&self) -> Self {
        Accumulator(self.0.clone())
    }
}

impl<A: Aggregate> Default for Accumulator<A> {
    #[inline]
    fn default() -> Self {
        Accumulator(A::State::default())
    }
}

impl<A: Aggregate<State: State> + 'static> State for Accumulator<A> {
    #[inline]
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
    }

    #[inline]
    fn decode(input: &mut &[u8]) -> Option<Self> {
        A::State::decode(input).map(Accumulator)
    }

    fn layout(out: &mut String) {
        // Writing to a String cannot fail.
        let _ = write!(out, "v{} ", A::LAYOUT);
        A::State::layout(out);
    }

    #[inline]
    fn heap(&self) -> usize {
        self.0.heap()
    }
}

/// Groups that can become one: sessions that an event joins.
pub trait Merge {
    fn merge(&mut self, other: &Self) -> Result<(), Fail>;
}
