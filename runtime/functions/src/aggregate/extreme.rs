//! What `min` and `max` share: an order on every ordered type, and the one value that is kept.

use std::cmp::Ordering;

use super::Retract;

/// A total order; floats included, since the language's are finite.
pub trait Ranked {
    fn rank(&self, other: &Self) -> Ordering;
}

impl Ranked for f64 {
    #[inline]
    fn rank(&self, other: &Self) -> Ordering {
        self.total_cmp(other)
    }
}

macro_rules! ranked_by_ord {
    ($($t:ty),*) => {$(
        impl Ranked for $t {
            #[inline]
            fn rank(&self, other: &Self) -> Ordering {
                self.cmp(other)
            }
        }
    )*};
}

ranked_by_ord!(bool, i64, i128, str, crate::time::Timestamp, crate::time::Date, crate::time::Duration);

impl<M: crate::decimal::Mantissa, const S: u8> Ranked for crate::decimal::Decimal<M, S> {
    #[inline]
    fn rank(&self, other: &Self) -> Ordering {
        self.cmp(other)
    }
}

/// Keeps the input if it is on the wanted side of what is held.
#[inline]
pub(super) fn keep<T: Ranked + ToOwned + ?Sized>(held: &mut Option<T::Owned>, input: &T, side: Ordering) {
    let replaces = held.as_ref().is_none_or(|held| input.rank(std::borrow::Borrow::borrow(held)) == side);
    if replaces {
        *held = Some(input.to_owned());
    }
}

/// A row that is not the extreme itself leaves it as it is.
#[inline]
pub(super) fn retract<T: Ranked + ToOwned + ?Sized>(
    held: &Option<T::Owned>,
    input: &T,
    side: Ordering,
) -> Retract {
    match held {
        Some(held) if std::borrow::Borrow::<T>::borrow(held).rank(input) == side => Retract::Done,
        _ => Retract::Rebuild,
    }
}
