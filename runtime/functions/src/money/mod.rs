//! Amounts of money: conversion between currencies, rounding to what a currency can be paid in.

mod minor;

pub use minor::minor_digits;

use crate::Fail;
use crate::decimal::{self, Exact, Money};

/// `convert(amount, EUR, per: rate)`: the rate is units of the amount's currency for one of the target's. Rounded
/// half-even to four digits.
#[inline]
pub fn convert_per(amount: Money, rate: impl Exact) -> Result<Money, Fail> {
    decimal::divide(amount, rate)
}

/// `convert(amount, EUR, times: rate)`: the rate is units of the target for one of the amount's currency. Rounded
/// half-even to four digits.
#[inline]
pub fn convert_times(amount: Money, rate: impl Exact) -> Result<Money, Fail> {
    decimal::multiply(amount, rate)
}

/// Rounded half-even to the minor units of a currency (cents of EUR, whole JPY); [`Fail::UnknownVariant`] for a code
/// without minor units.
#[inline]
pub fn round_minor<T: Exact>(amount: T, currency: &str) -> Result<T, Fail> {
    let digits = minor_digits(currency).ok_or(Fail::UnknownVariant)?;
    decimal::round_to(amount, i64::from(digits))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decimal::Decimal;

    #[test]
    fn a_rate_divides_or_multiplies() {
        let pounds = decimal::parse::<Money>("85.00").unwrap();
        let rate = decimal::parse::<Decimal<i64, 6>>("0.85").unwrap();
        assert_eq!(convert_per(pounds, rate).map(decimal::text).as_deref(), Ok("100.0000"));
        assert_eq!(convert_times(pounds, rate).map(decimal::text).as_deref(), Ok("72.2500"));
        assert_eq!(convert_per(pounds, Decimal::<i64, 6>(0)), Err(Fail::DivisionByZero));
    }

    #[test]
    fn each_currency_has_its_minor_units() {
        let amount = decimal::parse::<Money>("12.3450").unwrap();
        for (code, text) in [("EUR", "12.3400"), ("JPY", "12.0000"), ("KWD", "12.3450"), ("CLF", "12.3450")] {
            assert_eq!(round_minor(amount, code).map(decimal::text).as_deref(), Ok(text), "{code}");
        }
        assert_eq!(round_minor(amount, "XAU"), Err(Fail::UnknownVariant));
        assert_eq!(round_minor(amount, "eur"), Err(Fail::UnknownVariant));
    }
}
