//! `avg(x)`: exact numbers half-even at the scale of the result, floats as a float.

use std::marker::PhantomData;

use super::{Aggregate, At, Retract, Sum, SumState, Summed};
use crate::decimal::{Decimal, Exact, Mantissa, digits};
use crate::{Fail, float};

/// What has a mean of type `R`.
pub trait Averaged<R>: Summed {
    fn mean(total: Self::Total, rows: i64) -> Result<R, Fail>;
}

impl<R: Exact> Averaged<R> for i64 {
    #[inline]
    fn mean(total: i128, rows: i64) -> Result<R, Fail> {
        R::from_mantissa(digits::divide(total, 0, i128::from(rows), 0, R::SCALE)?)
    }
}

impl<R: Exact> Averaged<R> for i128 {
    #[inline]
    fn mean(total: i128, rows: i64) -> Result<R, Fail> {
        R::from_mantissa(digits::divide(total, 0, i128::from(rows), 0, R::SCALE)?)
    }
}

impl<R: Exact, M: Mantissa, const S: u8> Averaged<R> for Decimal<M, S> {
    #[inline]
    fn mean(total: i128, rows: i64) -> Result<R, Fail> {
        R::from_mantissa(digits::divide(total, S, i128::from(rows), 0, R::SCALE)?)
    }
}

impl Averaged<f64> for f64 {
    #[inline]
    fn mean(total: super::FloatTotal, rows: i64) -> Result<f64, Fail> {
        float::divide(total.sum, rows)
    }
}

/// `avg(x)` with a result of type `R`, which the checker has chosen.
pub struct Avg<T, R>(PhantomData<(T, R)>);

/// As of [`Sum`].
pub type AvgState<T> = SumState<T>;

impl<R, T: Averaged<R>> Aggregate for Avg<T, R> {
    type State = AvgState<T::Total>;
    type In = T;
    type Out = R;
    const LAYOUT: u16 = 1;

    #[inline]
    fn add(state: &mut Self::State, input: &T, at: At) -> Result<(), Fail> {
        Sum::<T>::add(state, input, at)
    }

    #[inline]
    fn merge(state: &mut Self::State, other: &Self::State) -> Result<(), Fail> {
        Sum::<T>::merge(state, other)
    }

    #[inline]
    fn retract(state: &mut Self::State, input: &T, at: At) -> Result<Retract, Fail> {
        Sum::<T>::retract(state, input, at)
    }

    #[inline]
    fn out(state: &Self::State) -> Result<Option<R>, Fail> {
        if state.rows == 0 { Ok(None) } else { T::mean(state.total, state.rows).map(Some) }
    }
}
