//! `any(condition)`: whether the condition held in at least one row.

use std::marker::PhantomData;

use super::{Aggregate, At, Retract};
use crate::Fail;

/// `any(condition)`; the state is the number of rows in which it held, so that a row can be taken out again.
pub struct Any<T = bool>(PhantomData<T>);

impl Aggregate for Any<bool> {
    type State = i64;
    type In = bool;
    type Out = bool;
    const LAYOUT: u16 = 1;

    #[inline]
    fn add(state: &mut i64, input: &bool, _: At) -> Result<(), Fail> {
        *state = state.checked_add(i64::from(*input)).ok_or(Fail::Overflow)?;
        Ok(())
    }

    #[inline]
    fn merge(state: &mut i64, other: &i64) -> Result<(), Fail> {
        *state = state.checked_add(*other).ok_or(Fail::Overflow)?;
        Ok(())
    }

    #[inline]
    fn retract(state: &mut i64, input: &bool, _: At) -> Result<Retract, Fail> {
        *state -= i64::from(*input && *state > 0);
        Ok(Retract::Done)
    }

    /// Of no rows it is false.
    #[inline]
    fn out(state: &i64) -> Result<Option<bool>, Fail> {
        Ok(Some(*state > 0))
    }
}
