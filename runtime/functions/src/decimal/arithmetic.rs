//! The operators on exact numbers; the result type decides scale and width.

use std::cmp::Ordering;

use super::{Exact, digits};
use crate::Fail;

/// `a + b`.
#[inline]
pub fn add<R: Exact>(a: impl Exact, b: impl Exact) -> Result<R, Fail> {
    R::from_mantissa(digits::add(a.mantissa(), scale(a), b.mantissa(), scale(b), R::SCALE)?)
}

/// `a - b`.
#[inline]
pub fn subtract<R: Exact>(a: impl Exact, b: impl Exact) -> Result<R, Fail> {
    R::from_mantissa(digits::subtract(a.mantissa(), scale(a), b.mantissa(), scale(b), R::SCALE)?)
}

/// `a * b`, rounded half-even if the result has fewer digits after the point than the factors have together.
#[inline]
pub fn multiply<R: Exact>(a: impl Exact, b: impl Exact) -> Result<R, Fail> {
    R::from_mantissa(digits::multiply(a.mantissa(), scale(a), b.mantissa(), scale(b), R::SCALE)?)
}

/// `a / b`, rounded half-even to the scale of the result.
#[inline]
pub fn divide<R: Exact>(a: impl Exact, b: impl Exact) -> Result<R, Fail> {
    R::from_mantissa(digits::divide(a.mantissa(), scale(a), b.mantissa(), scale(b), R::SCALE)?)
}

/// What is left of `a` after whole multiples of `b`, with the sign of `a`.
#[inline]
pub fn remainder<R: Exact>(a: impl Exact, b: impl Exact) -> Result<R, Fail> {
    R::from_mantissa(digits::remainder(a.mantissa(), scale(a), b.mantissa(), scale(b), R::SCALE)?)
}

/// `-a`.
#[inline]
pub fn negate<R: Exact>(a: R) -> Result<R, Fail> {
    R::from_mantissa(a.mantissa().checked_neg().ok_or(Fail::Overflow)?)
}

/// `a` without its sign.
#[inline]
pub fn absolute<R: Exact>(a: R) -> Result<R, Fail> {
    R::from_mantissa(a.mantissa().checked_abs().ok_or(Fail::Overflow)?)
}

/// Compares by value, whatever the scales.
#[inline]
pub fn compare<A: Exact, B: Exact>(a: A, b: B) -> Ordering {
    digits::compare(a.mantissa(), A::SCALE, b.mantissa(), B::SCALE)
}

/// The value with the scale of the result, rounded half-even.
#[inline]
pub fn round<R: Exact>(a: impl Exact) -> Result<R, Fail> {
    R::from_mantissa(digits::rescale(a.mantissa(), scale(a), R::SCALE)?)
}

/// Rounds half-even at `keep` digits after the point, keeping the scale; [`Fail::OutOfRange`] if `keep` is negative.
#[inline]
pub fn round_to<R: Exact>(a: impl Exact, keep: i64) -> Result<R, Fail> {
    if keep < 0 {
        return Err(Fail::OutOfRange);
    }
    let keep = u8::try_from(keep).unwrap_or(u8::MAX);
    R::from_mantissa(digits::rescale(digits::round_to(a.mantissa(), scale(a), keep)?, scale(a), R::SCALE)?)
}

/// The largest whole number that is not above `a`.
#[inline]
pub fn floor<R: Exact>(a: impl Exact) -> Result<R, Fail> {
    R::from_mantissa(a.mantissa().div_euclid(digits::power(scale(a))))
}

/// The smallest whole number that is not below `a`.
#[inline]
pub fn ceil<R: Exact>(a: impl Exact) -> Result<R, Fail> {
    let unit = digits::power(scale(a));
    let down = a.mantissa().div_euclid(unit);
    R::from_mantissa(down + i128::from(a.mantissa().rem_euclid(unit) != 0))
}

#[inline]
const fn scale<T: Exact>(_: T) -> u8 {
    T::SCALE
}
