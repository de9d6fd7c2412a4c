//! Reading a decimal from text, exactly: no float in between.

use super::{Exact, digits};
use crate::Fail;

/// Reads `-12.50` or a JSON number such as `1.25e1`. [`Fail::FailedParse`] if it is no number; [`Fail::OutOfRange`] if
/// it has more digits than the type, zeros at the end excepted.
#[inline]
pub fn parse<R: Exact>(text: &str) -> Result<R, Fail> {
    R::from_mantissa(parse_digits(text, R::SCALE)?).map_err(|_| Fail::OutOfRange)
}

/// The mantissa of a number at a scale.
pub fn parse_digits(text: &str, scale: u8) -> Result<i128, Fail> {
    let bytes = text.as_bytes();
    let (negative, bytes) = match bytes.split_first() {
        Some((b'-', rest)) => (true, rest),
        _ => (false, bytes),
    };
    let whole = leading_digits(bytes);
    if whole == 0 {
        return Err(Fail::FailedParse);
    }
    let (before, mut rest) = bytes.split_at(whole);
    let mut after: &[u8] = &[];
    if let Some((b'.', tail)) = rest.split_first() {
        let fraction = leading_digits(tail);
        if fraction == 0 {
            return Err(Fail::FailedParse);
        }
        (after, rest) = tail.split_at(fraction);
    }
    let exponent = match rest.split_first() {
        None => 0,
        Some((b'e' | b'E', tail)) => exponent(tail)?,
        Some(_) => return Err(Fail::FailedParse),
    };

    // Zeros are held back until a digit follows, so that the mantissa has none at its end and its length is the
    // number's own.
    let (mut mantissa, mut zeros) = (0i128, 0i64);
    let mut small = 0u64;
    let mut taken = 0u32;
    for &byte in before.iter().chain(after) {
        let digit = byte - b'0';
        if digit == 0 {
            zeros += 1;
            continue;
        }
        if taken < 18 && zeros + i64::from(taken) < 18 {
            for _ in 0..zeros {
                small *= 10;
            }
            small = small * 10 + u64::from(digit);
            taken += zeros as u32 + 1;
            mantissa = i128::from(small);
        } else {
            taken = u32::MAX;
            mantissa = digits::multiply_by_power(mantissa, zeros + 1)
                .and_then(|m| m.checked_add(i128::from(digit)))
                .ok_or(Fail::OutOfRange)?;
        }
        zeros = 0;
    }
    if mantissa == 0 {
        return Ok(0);
    }
    let shift =
        exponent.saturating_add(zeros).saturating_sub(after.len() as i64).saturating_add(i64::from(scale));
    if shift < 0 {
        return Err(Fail::OutOfRange);
    }
    let mantissa = digits::multiply_by_power(mantissa, shift).ok_or(Fail::OutOfRange)?;
    Ok(if negative { -mantissa } else { mantissa })
}

fn leading_digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// An exponent beyond every type saturates: it decides between zero and out of range all the same.
fn exponent(bytes: &[u8]) -> Result<i64, Fail> {
    let (negative, digits) = match bytes.split_first() {
        Some((b'-', rest)) => (true, rest),
        Some((b'+', rest)) => (false, rest),
        _ => (false, bytes),
    };
    if digits.is_empty() || leading_digits(digits) != digits.len() {
        return Err(Fail::FailedParse);
    }
    let value = digits.iter().fold(0i64, |value, byte| {
        value.saturating_mul(10).saturating_add(i64::from(byte - b'0')).min(1 << 40)
    });
    Ok(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::parse_digits;
    use crate::Fail;

    #[test]
    fn plain_and_exponent_forms_are_exact() {
        for (text, scale, mantissa) in [
            ("85.00", 4, 850_000),
            ("-0.05", 2, -5),
            ("1.25e1", 1, 125),
            ("1e3", 0, 1000),
            ("1200e-2", 0, 12),
            ("0.000", 1, 0),
            ("0e999999999999", 2, 0),
            ("1.500000000000000000000000000000000000000000000000000", 1, 15),
            ("100000000000000000000.01", 2, 10_000_000_000_000_000_000_001),
            ("99999999999999999999999999999999999999", 0, 10i128.pow(38) - 1),
        ] {
            assert_eq!(parse_digits(text, scale), Ok(mantissa), "{text}");
        }
    }

    #[test]
    fn digits_that_would_be_cut_are_out_of_range() {
        for (text, scale) in [("0.05", 1), ("1e-1", 0), ("1e39", 0), ("1e99999999999999999999", 2)] {
            assert_eq!(parse_digits(text, scale), Err(Fail::OutOfRange), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_fails() {
        for text in ["", "-", ".5", "5.", "+1", "1e", "1e+", "1 ", "0x1", "1,5", "NaN", "--1"] {
            assert_eq!(parse_digits(text, 2), Err(Fail::FailedParse), "{text}");
        }
    }
}
