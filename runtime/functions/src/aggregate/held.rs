//! What `first` and `last` share: one value and where it came from.

use std::borrow::Borrow;

use super::{At, Retract};

/// A value with its time and offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held<T> {
    pub at: At,
    pub value: T,
}

/// Keeps the input if `wins` says that its place beats the one held.
#[inline]
pub(super) fn keep<T: ToOwned + ?Sized>(
    held: &mut Option<Held<T::Owned>>,
    input: &T,
    at: At,
    wins: impl Fn(At, At) -> bool,
) {
    if held.as_ref().is_none_or(|held| wins(at, held.at)) {
        *held = Some(Held { at, value: input.to_owned() });
    }
}

/// Takes over the other's value by the same rule.
#[inline]
pub(super) fn join<T: ToOwned + ?Sized>(
    held: &mut Option<Held<T::Owned>>,
    other: &Option<Held<T::Owned>>,
    wins: impl Fn(At, At) -> bool,
) {
    if let Some(other) = other {
        keep::<T>(held, other.value.borrow(), other.at, wins);
    }
}

/// Only the row that is held cannot be taken out.
#[inline]
pub(super) fn retract<T>(held: &Option<Held<T>>, at: At) -> Retract {
    match held {
        Some(held) if held.at != at => Retract::Done,
        _ => Retract::Rebuild,
    }
}
