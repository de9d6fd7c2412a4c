//! Between exact numbers of different types, and to and from floats.

use super::{Exact, digits};
use crate::Fail;

/// The same value in another exact type; [`Fail::OutOfRange`] if a digit would be cut on either side.
#[inline]
pub fn narrow<R: Exact>(a: impl Exact) -> Result<R, Fail> {
    #[inline]
    const fn scale<T: Exact>(_: &T) -> u8 {
        T::SCALE
    }
    let from = scale(&a);
    R::from_mantissa(digits::rescale_exact(a.mantissa(), from, R::SCALE)?).map_err(|_| Fail::OutOfRange)
}

/// The value itself if it has at most `precision` digits in all; else [`Fail::OutOfRange`].
#[inline]
pub fn within<R: Exact>(a: R, precision: u8) -> Result<R, Fail> {
    let bound = digits::power(precision);
    let mantissa = a.mantissa();
    if mantissa < bound && mantissa > -bound { Ok(a) } else { Err(Fail::OutOfRange) }
}

/// The same value in a narrower declared type: [`narrow`], then [`within`] its precision.
#[inline]
pub fn fit<R: Exact>(a: impl Exact, precision: u8) -> Result<R, Fail> {
    within(narrow(a)?, precision)
}

/// The whole part, towards zero; [`Fail::OutOfRange`] if it does not fit.
#[inline]
pub fn to_int<A: Exact>(a: A) -> Result<i64, Fail> {
    i64::try_from(a.mantissa() / digits::power(A::SCALE)).map_err(|_| Fail::OutOfRange)
}

/// The nearest float.
#[inline]
pub fn to_float<A: Exact>(a: A) -> f64 {
    digits_to_float(a.mantissa(), A::SCALE)
}

/// The nearest float to `mantissa / 10^scale`.
pub fn digits_to_float(mantissa: i128, scale: u8) -> f64 {
    /// Up to here both an integer and a power of ten are floats without error, so one division rounds once.
    const EXACT: u128 = 1 << 53;
    if scale <= 22 && mantissa.unsigned_abs() <= EXACT {
        return mantissa as f64 / digits::power(scale) as f64;
    }
    let mut text = String::new();
    super::write_digits(mantissa, scale, &mut text);
    text.parse().unwrap_or(f64::NAN)
}

/// The nearest value of the result's scale, half-even on the float's exact value; [`Fail::OutOfRange`] if it does not fit.
pub fn from_float<R: Exact>(a: f64) -> Result<R, Fail> {
    R::from_mantissa(digits_from_float(a, R::SCALE)?).map_err(|_| Fail::OutOfRange)
}

/// The mantissa nearest to a float.
pub fn digits_from_float(a: f64, scale: u8) -> Result<i128, Fail> {
    if !a.is_finite() {
        return Err(Fail::OutOfRange);
    }
    // The formatter rounds the exact binary value half-even at the asked digit.
    super::parse_digits(&format!("{a:.*}", usize::from(scale)), scale)
}
