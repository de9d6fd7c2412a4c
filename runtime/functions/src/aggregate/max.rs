//! `max(x)`: the largest value of an ordered type.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::marker::PhantomData;

use super::extreme::{self, Ranked};
use super::{Aggregate, At, Retract};
use crate::Fail;

/// `max(x)`; the state is the value, if there is one.
pub struct Max<T: ?Sized>(PhantomData<T>);

impl<T: Ranked + ToOwned<Owned: Clone> + ?Sized> Aggregate for Max<T> {
    type State = Option<T::Owned>;
    type In = T;
    type Out = T::Owned;
    const LAYOUT: u16 = 1;

    #[inline]
    fn add(state: &mut Self::State, input: &T, _: At) -> Result<(), Fail> {
        extreme::keep(state, input, Ordering::Greater);
        Ok(())
    }

    #[inline]
    fn merge(state: &mut Self::State, other: &Self::State) -> Result<(), Fail> {
        if let Some(other) = other {
            extreme::keep::<T>(state, other.borrow(), Ordering::Greater);
        }
        Ok(())
    }

    #[inline]
    fn retract(state: &mut Self::State, input: &T, _: At) -> Result<Retract, Fail> {
        Ok(extreme::retract(state, input, Ordering::Greater))
    }

    #[inline]
    fn out(state: &Self::State) -> Result<Option<Self::Out>, Fail> {
        Ok(state.clone())
    }
}
