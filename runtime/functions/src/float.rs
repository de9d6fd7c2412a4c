//! The operators on floats. A float of the language is always finite and never negative zero: an operation that would
//! give anything else fails, so that equal values have equal bytes and comparison is a total order.

use std::cmp::Ordering;

use crate::Fail;

/// What may stand beside a float in an expression.
pub trait Number: Copy {
    fn float(self) -> f64;
}

impl Number for f64 {
    #[inline]
    fn float(self) -> f64 {
        self
    }
}

impl Number for i64 {
    #[inline]
    fn float(self) -> f64 {
        self as f64
    }
}

impl Number for i128 {
    #[inline]
    fn float(self) -> f64 {
        self as f64
    }
}

/// The canonical float, or [`Fail::Overflow`] if it is infinite or not a number. Decoders call it too.
#[inline]
pub fn finite(x: f64) -> Result<f64, Fail> {
    // Adding zero turns a negative zero into a positive one and changes nothing else.
    if x.is_finite() { Ok(x + 0.0) } else { Err(Fail::Overflow) }
}

/// `a + b`.
#[inline]
pub fn add(a: impl Number, b: impl Number) -> Result<f64, Fail> {
    finite(a.float() + b.float())
}

/// `a - b`.
#[inline]
pub fn subtract(a: impl Number, b: impl Number) -> Result<f64, Fail> {
    finite(a.float() - b.float())
}

/// `a * b`.
#[inline]
pub fn multiply(a: impl Number, b: impl Number) -> Result<f64, Fail> {
    finite(a.float() * b.float())
}

/// `a / b`.
#[inline]
pub fn divide(a: impl Number, b: impl Number) -> Result<f64, Fail> {
    let b = b.float();
    if b == 0.0 { Err(Fail::DivisionByZero) } else { finite(a.float() / b) }
}

/// `a % b`, with the sign of `a`.
#[inline]
pub fn remainder(a: impl Number, b: impl Number) -> Result<f64, Fail> {
    let b = b.float();
    if b == 0.0 { Err(Fail::DivisionByZero) } else { finite(a.float() % b) }
}

/// `-a`.
#[inline]
pub fn negate(a: f64) -> Result<f64, Fail> {
    finite(-a)
}

/// Compares by value; an int that is no float counts as the nearest one.
#[inline]
pub fn compare(a: impl Number, b: impl Number) -> Ordering {
    a.float().total_cmp(&b.float())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_finite_floats_exist() {
        assert_eq!(multiply(f64::MAX, 2i64), Err(Fail::Overflow));
        assert_eq!(divide(1.0, 0i64), Err(Fail::DivisionByZero));
        assert_eq!(negate(0.0).map(f64::to_bits), Ok(0));
        assert_eq!(multiply(-1i64, 0.0).map(f64::to_bits), Ok(0));
    }
}
