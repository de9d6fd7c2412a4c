//! Numbers from text. Nothing is guessed: no white space, no sign `+`, no thousands separators.

use crate::Fail;
use crate::decimal::{self, Exact};

/// A whole number: digits, perhaps with `-` in front. [`Fail::FailedParse`] for another form, [`Fail::OutOfRange`] if it
/// does not fit 64 bits.
pub fn parse_int(text: &str) -> Result<i64, Fail> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Fail::FailedParse);
    }
    text.parse().map_err(|_| Fail::OutOfRange)
}

/// An exact decimal, perhaps with an exponent; digits that the type does not have are [`Fail::OutOfRange`].
#[inline]
pub fn parse_decimal<R: Exact>(text: &str) -> Result<R, Fail> {
    decimal::parse(text)
}

/// The nearest float to a decimal number, perhaps with an exponent; beyond the floats: [`Fail::OutOfRange`].
pub fn parse_float(text: &str) -> Result<f64, Fail> {
    // What std takes beyond digits (`inf`, `nan`, `+1`, `.5`, `5.`) is no number of the language.
    let number = text.starts_with(|c: char| c == '-' || c.is_ascii_digit())
        && text.ends_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E'))
        && !text.starts_with("-.")
        && !text.contains(".e")
        && !text.contains(".E");
    if !number {
        return Err(Fail::FailedParse);
    }
    let value: f64 = text.parse().map_err(|_| Fail::FailedParse)?;
    crate::float::finite(value).map_err(|_| Fail::OutOfRange)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_languages_numbers_parse() {
        assert_eq!(parse_int("-9223372036854775808"), Ok(i64::MIN));
        assert_eq!(parse_int("9223372036854775808"), Err(Fail::OutOfRange));
        assert_eq!(parse_float("1.5e3"), Ok(1500.0));
        assert_eq!(parse_float("-0").map(f64::to_bits), Ok(0));
        assert_eq!(parse_float("1e999"), Err(Fail::OutOfRange));
        for text in ["", "+1", " 1", "1 ", "-", "1_000", "inf", "NaN", "0x1", ".5", "5.", "-.5", "5.e1"] {
            assert_eq!(parse_int(text), Err(Fail::FailedParse), "{text}");
            assert_eq!(parse_float(text), Err(Fail::FailedParse), "{text}");
        }
    }
}
