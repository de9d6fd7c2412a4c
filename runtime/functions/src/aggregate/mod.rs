//! Aggregates: what a group keeps and what it yields (spec: group.retract, group.none).
//!
//! A state is a small plain struct without pointers where its input has none; the runtime keeps millions and encodes
//! them. `none` inputs never arrive here. The interpreter does not use these: it recomputes from rows.

mod any;
mod avg;
mod count;
mod extreme;
mod first;
mod held;
mod last;
mod max;
mod min;
mod sum;

pub use any::Any;
pub use avg::{Averaged, Avg, AvgState};
pub use count::Count;
pub use extreme::Ranked;
pub use first::First;
pub use held::Held;
pub use last::Last;
pub use max::Max;
pub use min::Min;
pub use sum::{FloatTotal, Sum, SumState, Summed};

use crate::Fail;

/// When and where a row came in: what `first` and `last` go by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// Event time, microseconds since the epoch.
    pub time: i64,
    pub offset: i64,
}

/// Whether a state could take a row out again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retract {
    /// The state is what it would be had the row never come.
    Done,
    /// The row decided the result and the state does not know the next one: build the state anew from the rows.
    Rebuild,
}

/// A function over the rows of a group.
///
/// `add` and `merge` in any order give the same result (`first` and `last` go by [`At`], not by arrival). After a failed
/// `add` the state is as before.
pub trait Aggregate {
    type State: Clone + Default;
    /// `str` for text, so that only what is kept is copied.
    type In: ?Sized;
    type Out;
    /// Changes when the meaning or the fields of `State` do; part of the layout of a store.
    const LAYOUT: u16;

    /// Takes a row in.
    fn add(state: &mut Self::State, input: &Self::In, at: At) -> Result<(), Fail>;

    /// Takes in all rows of another state.
    fn merge(state: &mut Self::State, other: &Self::State) -> Result<(), Fail>;

    /// Takes a row out that had been taken in with the same `at`.
    fn retract(state: &mut Self::State, input: &Self::In, at: At) -> Result<Retract, Fail>;

    /// The result; `None` if there was no row.
    fn out(state: &Self::State) -> Result<Option<Self::Out>, Fail>;

    /// The result of a group that has a row.
    #[inline]
    fn value(state: &Self::State) -> Result<Self::Out, Fail> {
        Self::out(state)?.ok_or(Fail::MissingField)
    }
}
