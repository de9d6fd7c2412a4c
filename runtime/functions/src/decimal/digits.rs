//! Arithmetic on bare mantissas and scales, shared by the generic functions and the interpreter's values.
//!
//! Every function is exact or rounds half-even, and reports what does not fit 128 bits as [`Fail::Overflow`]. Scales
//! are at most 38. Operands that fit 64 bits take a path without 128-bit multiplication or division calls.

use std::cmp::Ordering;

use super::wide;
use crate::Fail;

/// The most digits that a decimal has.
pub const MOST_DIGITS: u8 = 38;

const POWERS: [i128; 39] = {
    let mut powers = [1i128; 39];
    let mut i = 1;
    while i < 39 {
        powers[i] = powers[i - 1] * 10;
        i += 1;
    }
    powers
};

/// `10^n`, for `n` up to 38 (a larger `n` counts as 38).
#[inline]
pub const fn power(n: u8) -> i128 {
    POWERS[if n > MOST_DIGITS { MOST_DIGITS as usize } else { n as usize }]
}

/// The same value with another number of digits after the point; fewer digits are rounded half-even.
#[inline]
pub fn rescale(mantissa: i128, from: u8, to: u8) -> Result<i128, Fail> {
    if to >= from { lift(mantissa, to - from) } else { divide_half_even(mantissa, power(from - to)) }
}

/// The same value with another number of digits after the point; [`Fail::OutOfRange`] if a digit would be cut.
#[inline]
pub fn rescale_exact(mantissa: i128, from: u8, to: u8) -> Result<i128, Fail> {
    if to >= from {
        return lift(mantissa, to - from).map_err(|_| Fail::OutOfRange);
    }
    let unit = power(from - to);
    if mantissa % unit == 0 { Ok(mantissa / unit) } else { Err(Fail::OutOfRange) }
}

#[inline]
fn lift(mantissa: i128, by: u8) -> Result<i128, Fail> {
    if by == 0 {
        return Ok(mantissa);
    }
    if by <= 18
        && let Ok(small) = i64::try_from(mantissa)
    {
        return Ok(i128::from(small) * power(by));
    }
    if mantissa == 0 {
        return Ok(0);
    }
    if by > MOST_DIGITS {
        return Err(Fail::Overflow);
    }
    mantissa.checked_mul(power(by)).ok_or(Fail::Overflow)
}

/// `a + b` with `s` digits after the point, where `s` is at least both scales.
#[inline]
pub fn add(a: i128, sa: u8, b: i128, sb: u8, s: u8) -> Result<i128, Fail> {
    rescale(a, sa, s)?.checked_add(rescale(b, sb, s)?).ok_or(Fail::Overflow)
}

/// `a - b` with `s` digits after the point, where `s` is at least both scales.
#[inline]
pub fn subtract(a: i128, sa: u8, b: i128, sb: u8, s: u8) -> Result<i128, Fail> {
    rescale(a, sa, s)?.checked_sub(rescale(b, sb, s)?).ok_or(Fail::Overflow)
}

/// `a * b` with `s` digits after the point; exact if `s` is the sum of both scales, else rounded once.
#[inline]
pub fn multiply(a: i128, sa: u8, b: i128, sb: u8, s: u8) -> Result<i128, Fail> {
    let scale = u16::from(sa) + u16::from(sb);
    let product = match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) => Some(i128::from(a) * i128::from(b)),
        _ => a.checked_mul(b),
    };
    if scale <= u16::from(MOST_DIGITS)
        && let Some(product) = product
    {
        return rescale(product, scale as u8, s);
    }
    let cut = scale.saturating_sub(u16::from(s));
    match u8::try_from(cut) {
        Ok(cut) if cut > 0 && cut <= MOST_DIGITS => {
            wide::multiply_divide(a, b, power(cut)).ok_or(Fail::Overflow)
        }
        Ok(0) => product.ok_or(Fail::Overflow),
        // No result type of the language drops more digits than a decimal has.
        _ => Err(Fail::Overflow),
    }
}

/// `a / b` with `s` digits after the point, half-even.
#[inline]
pub fn divide(a: i128, sa: u8, b: i128, sb: u8, s: u8) -> Result<i128, Fail> {
    if b == 0 {
        return Err(Fail::DivisionByZero);
    }
    let (up, down) = (u16::from(s) + u16::from(sb), u16::from(sa));
    if up >= down {
        let by = up - down;
        if by <= u16::from(MOST_DIGITS) {
            let by = by as u8;
            return match lift(a, by) {
                Ok(numerator) => divide_half_even(numerator, b),
                Err(_) => wide::multiply_divide(a, power(by), b).ok_or(Fail::Overflow),
            };
        }
        return wide::divide_lifted(a, (by - u16::from(MOST_DIGITS)) as u8, b).ok_or(Fail::Overflow);
    }
    let unit = power((down - up) as u8);
    match b.checked_mul(unit) {
        Some(divisor) => divide_half_even(a, divisor),
        // The divisor exceeds every 128-bit numerator twice over, so the quotient rounds to zero.
        None => Ok(0),
    }
}

/// What is left of `a` after whole multiples of `b`, with the sign of `a`; `s` is at least both scales.
#[inline]
pub fn remainder(a: i128, sa: u8, b: i128, sb: u8, s: u8) -> Result<i128, Fail> {
    let (a, b) = (rescale(a, sa, s)?, rescale(b, sb, s)?);
    if b == 0 {
        return Err(Fail::DivisionByZero);
    }
    Ok(a.checked_rem(b).unwrap_or(0))
}

/// Compares by value, whatever the scales.
#[inline]
pub fn compare(a: i128, sa: u8, b: i128, sb: u8) -> Ordering {
    let beyond = |m: i128| if m < 0 { Ordering::Less } else { Ordering::Greater };
    match sa.cmp(&sb) {
        Ordering::Equal => a.cmp(&b),
        Ordering::Less => lift(a, sb - sa).map_or_else(|_| beyond(a), |a| a.cmp(&b)),
        Ordering::Greater => lift(b, sa - sb).map_or_else(|_| beyond(b).reverse(), |b| a.cmp(&b)),
    }
}

/// `n / d` to the nearest whole number, a tie to the even one.
#[inline]
pub fn divide_half_even(n: i128, d: i128) -> Result<i128, Fail> {
    if d == 0 {
        return Err(Fail::DivisionByZero);
    }
    let (quotient, rest) = match (i64::try_from(n), i64::try_from(d)) {
        (Ok(n), Ok(d)) if d != -1 => (i128::from(n / d), i128::from(n % d)),
        _ => (n.checked_div(d).ok_or(Fail::Overflow)?, n.checked_rem(d).unwrap_or(0)),
    };
    let (rest, whole) = (rest.unsigned_abs(), d.unsigned_abs());
    let up = match rest.cmp(&(whole - rest)) {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => quotient & 1 != 0,
    };
    if !up {
        Ok(quotient)
    } else {
        quotient.checked_add(if (n < 0) == (d < 0) { 1 } else { -1 }).ok_or(Fail::Overflow)
    }
}

/// Rounds to `keep` digits after the point without changing the scale; more than the scale changes nothing.
#[inline]
pub fn round_to(mantissa: i128, scale: u8, keep: u8) -> Result<i128, Fail> {
    if keep >= scale {
        return Ok(mantissa);
    }
    let unit = power(scale - keep);
    divide_half_even(mantissa, unit)?.checked_mul(unit).ok_or(Fail::Overflow)
}

/// How many digits a mantissa has; zero has one.
pub fn count(mantissa: i128) -> u8 {
    mantissa.unsigned_abs().checked_ilog10().map_or(1, |log| log as u8 + 1)
}

/// `mantissa * 10^by`; `None` if it leaves 128 bits.
pub fn multiply_by_power(mantissa: i128, by: i64) -> Option<i128> {
    if mantissa == 0 {
        return Some(0);
    }
    let by = u8::try_from(by).ok().filter(|&by| by <= MOST_DIGITS)?;
    lift(mantissa, by).ok()
}
