//! What every kind of table keeps beside the accumulators of a group.

use super::codec::State;

/// The accumulators of a group, and what its emission needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group<A> {
    pub value: A,
    /// The largest event time that contributed: the result's time (spec: window.final).
    pub time: i64,
    /// Changed and not yet emitted. Part of the state, so that a restart emits what was held back.
    pub pending: bool,
    /// Readers have a row of this group.
    pub shown: bool,
}

impl<A: Default> Group<A> {
    pub(crate) fn new(time: i64) -> Self {
        Group { value: A::default(), time, pending: false, shown: false }
    }
}

impl<A: State> State for Group<A> {
    #[inline]
    fn encode(&self, out: &mut Vec<u8>) {
        self.time.encode(out);
        out.push(u8::from(self.pending) | u8::from(self.shown) << 1);
        self.value.encode(out);
    }

    #[inline]
    fn decode(input: &mut &[u8]) -> Option<Self> {
        let time = i64::decode(input)?;
        let flags = u8::decode(input)?;
        let value = A::decode(input)?;
        (flags < 4).then_some(Group { value, time, pending: flags & 1 != 0, shown: flags & 2 != 0 })
    }

    fn layout(out: &mut String) {
        A::layout(out);
    }

    fn heap(&self) -> usize {
        self.value.heap()
    }
}
