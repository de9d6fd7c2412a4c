//! `first(x)`: the value of the earliest row by event time, then by offset; of rows with the same place the one that came first.

use std::marker::PhantomData;

use super::held::{self, Held};
use super::{Aggregate, At, Retract};
use crate::Fail;

/// `first(x)`, of any type.
pub struct First<T: ?Sized>(PhantomData<T>);

#[inline]
fn wins(new: At, held: At) -> bool {
    new < held
}

impl<T: ToOwned<Owned: Clone> + ?Sized> Aggregate for First<T> {
    type State = Option<Held<T::Owned>>;
    type In = T;
    type Out = T::Owned;
    const LAYOUT: u16 = 1;

    #[inline]
    fn add(state: &mut Self::State, input: &T, at: At) -> Result<(), Fail> {
        held::keep(state, input, at, wins);
        Ok(())
    }

    #[inline]
    fn merge(state: &mut Self::State, other: &Self::State) -> Result<(), Fail> {
        held::join::<T>(state, other, wins);
        Ok(())
    }

    #[inline]
    fn retract(state: &mut Self::State, _: &T, at: At) -> Result<Retract, Fail> {
        Ok(held::retract(state, at))
    }

    #[inline]
    fn out(state: &Self::State) -> Result<Option<Self::Out>, Fail> {
        Ok(state.as_ref().map(|held| held.value.clone()))
    }
}
