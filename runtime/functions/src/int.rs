//! The operators on 64-bit ints: checked, never wrapping.

use crate::Fail;

/// `a + b`.
#[inline]
pub fn add(a: i64, b: i64) -> Result<i64, Fail> {
    a.checked_add(b).ok_or(Fail::Overflow)
}

/// `a - b`.
#[inline]
pub fn subtract(a: i64, b: i64) -> Result<i64, Fail> {
    a.checked_sub(b).ok_or(Fail::Overflow)
}

/// `a * b`.
#[inline]
pub fn multiply(a: i64, b: i64) -> Result<i64, Fail> {
    a.checked_mul(b).ok_or(Fail::Overflow)
}

/// `a % b`: what is left after [`div`], with the sign of `a`.
#[inline]
pub fn remainder(a: i64, b: i64) -> Result<i64, Fail> {
    if b == 0 { Err(Fail::DivisionByZero) } else { Ok(a.wrapping_rem(b)) }
}

/// `div(a, b)`: whole-number division, towards zero. (`a / b` on ints is an exact decimal.)
#[inline]
pub fn div(a: i64, b: i64) -> Result<i64, Fail> {
    if b == 0 { Err(Fail::DivisionByZero) } else { a.checked_div(b).ok_or(Fail::Overflow) }
}

/// `-a`.
#[inline]
pub fn negate(a: i64) -> Result<i64, Fail> {
    a.checked_neg().ok_or(Fail::Overflow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_wraps() {
        assert_eq!(add(i64::MAX, 1), Err(Fail::Overflow));
        assert_eq!(subtract(i64::MIN, 1), Err(Fail::Overflow));
        assert_eq!(multiply(i64::MAX, 2), Err(Fail::Overflow));
        assert_eq!(negate(i64::MIN), Err(Fail::Overflow));
        assert_eq!(div(i64::MIN, -1), Err(Fail::Overflow));
        assert_eq!(remainder(i64::MIN, -1), Ok(0));
        assert_eq!(div(-7, 2), Ok(-3));
        assert_eq!(remainder(-7, 2), Ok(-1));
        assert_eq!((div(1, 0), remainder(1, 0)), (Err(Fail::DivisionByZero), Err(Fail::DivisionByZero)));
    }
}
