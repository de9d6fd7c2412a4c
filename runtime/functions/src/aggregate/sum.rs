//! `sum(x)`: ints into 128 bits, decimals and money into 38 digits, floats into twice a float.

use std::marker::PhantomData;

use super::{Aggregate, At, Retract};
use crate::decimal::{Decimal, Exact, Mantissa};
use crate::{Fail, float};

/// What can be summed, and into what.
pub trait Summed: Copy {
    type Total: Copy + Default;
    type Out;
    /// Whether an item can be taken out of a total without a trace.
    const EXACT: bool;
    fn plus(total: Self::Total, item: Self) -> Result<Self::Total, Fail>;
    fn minus(total: Self::Total, item: Self) -> Result<Self::Total, Fail>;
    fn join(total: Self::Total, other: Self::Total) -> Result<Self::Total, Fail>;
    fn out(total: Self::Total) -> Result<Self::Out, Fail>;
}

/// A running sum and how many rows are in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SumState<T> {
    pub total: T,
    pub rows: i64,
}

/// `sum(x)`; whether an exact sum fits its type is asked at output.
pub struct Sum<T>(PhantomData<T>);

impl<T: Summed> Aggregate for Sum<T> {
    type State = SumState<T::Total>;
    type In = T;
    type Out = T::Out;
    const LAYOUT: u16 = 1;

    #[inline]
    fn add(state: &mut Self::State, input: &T, _: At) -> Result<(), Fail> {
        let total = T::plus(state.total, *input)?;
        *state = SumState { total, rows: state.rows.checked_add(1).ok_or(Fail::Overflow)? };
        Ok(())
    }

    #[inline]
    fn merge(state: &mut Self::State, other: &Self::State) -> Result<(), Fail> {
        let total = T::join(state.total, other.total)?;
        *state = SumState { total, rows: state.rows.checked_add(other.rows).ok_or(Fail::Overflow)? };
        Ok(())
    }

    #[inline]
    fn retract(state: &mut Self::State, input: &T, _: At) -> Result<Retract, Fail> {
        if !T::EXACT {
            return Ok(Retract::Rebuild);
        }
        *state = SumState { total: T::minus(state.total, *input)?, rows: state.rows - 1 };
        Ok(Retract::Done)
    }

    #[inline]
    fn out(state: &Self::State) -> Result<Option<T::Out>, Fail> {
        if state.rows == 0 { Ok(None) } else { T::out(state.total).map(Some) }
    }
}

/// The three steps that all exact numbers share: 128 bits hold 10^19 rows of the largest 64-bit input.
macro_rules! exact_steps {
    () => {
        type Total = i128;
        const EXACT: bool = true;

        #[inline]
        fn plus(total: i128, item: Self) -> Result<i128, Fail> {
            total.checked_add(item.mantissa()).ok_or(Fail::Overflow)
        }

        #[inline]
        fn minus(total: i128, item: Self) -> Result<i128, Fail> {
            total.checked_sub(item.mantissa()).ok_or(Fail::Overflow)
        }

        #[inline]
        fn join(total: i128, other: i128) -> Result<i128, Fail> {
            total.checked_add(other).ok_or(Fail::Overflow)
        }
    };
}

impl Summed for i64 {
    type Out = i128;
    exact_steps!();

    #[inline]
    fn out(total: i128) -> Result<i128, Fail> {
        Ok(total)
    }
}

impl Summed for i128 {
    type Out = i128;
    exact_steps!();

    #[inline]
    fn out(total: i128) -> Result<i128, Fail> {
        Ok(total)
    }
}

impl<M: Mantissa, const S: u8> Summed for Decimal<M, S> {
    type Out = Decimal<i128, S>;
    exact_steps!();

    #[inline]
    fn out(total: i128) -> Result<Decimal<i128, S>, Fail> {
        Decimal::from_mantissa(total)
    }
}

/// A sum of floats and what rounding has cut off it so far, so that the order of rows and panes does not show in the
/// result unless terms of very different size cancel.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FloatTotal {
    pub sum: f64,
    pub cut: f64,
}

impl FloatTotal {
    /// Adds a term; what the rounding of `sum + term` loses is computed exactly.
    #[inline]
    pub fn plus(self, term: f64) -> FloatTotal {
        let sum = self.sum + term;
        let of_term = sum - self.sum;
        let lost = (self.sum - (sum - of_term)) + (term - of_term);
        let cut = self.cut + lost;
        // Brings the two parts back to a sum that is the float nearest to both.
        let nearest = sum + cut;
        FloatTotal { sum: nearest, cut: cut - (nearest - sum) }
    }
}

impl Summed for f64 {
    type Total = FloatTotal;
    type Out = f64;
    const EXACT: bool = false;

    #[inline]
    fn plus(total: FloatTotal, item: f64) -> Result<FloatTotal, Fail> {
        let total = total.plus(item);
        if total.sum.is_finite() { Ok(total) } else { Err(Fail::Overflow) }
    }

    #[inline]
    fn minus(total: FloatTotal, item: f64) -> Result<FloatTotal, Fail> {
        <f64 as Summed>::plus(total, -item)
    }

    #[inline]
    fn join(total: FloatTotal, other: FloatTotal) -> Result<FloatTotal, Fail> {
        <f64 as Summed>::plus(total, other.cut).and_then(|total| <f64 as Summed>::plus(total, other.sum))
    }

    #[inline]
    fn out(total: FloatTotal) -> Result<f64, Fail> {
        float::finite(total.sum)
    }
}
