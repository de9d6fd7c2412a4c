//! `count()`: how many rows; `count(x)`: how many rows whose `x` is there.

use std::marker::PhantomData;

use super::{Aggregate, At, Retract};
use crate::Fail;

/// Counts rows, whatever they hold; of no rows it is 0.
pub struct Count<T: ?Sized = ()>(PhantomData<T>);

impl<T: ?Sized> Aggregate for Count<T> {
    type State = i64;
    type In = T;
    type Out = i64;
    const LAYOUT: u16 = 1;

    #[inline]
    fn add(state: &mut i64, _: &T, _: At) -> Result<(), Fail> {
        *state = state.checked_add(1).ok_or(Fail::Overflow)?;
        Ok(())
    }

    #[inline]
    fn merge(state: &mut i64, other: &i64) -> Result<(), Fail> {
        *state = state.checked_add(*other).ok_or(Fail::Overflow)?;
        Ok(())
    }

    #[inline]
    fn retract(state: &mut i64, _: &T, _: At) -> Result<Retract, Fail> {
        *state -= i64::from(*state > 0);
        Ok(Retract::Done)
    }

    #[inline]
    fn out(state: &i64) -> Result<Option<i64>, Fail> {
        Ok(Some(*state))
    }
}
