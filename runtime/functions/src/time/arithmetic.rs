//! Sums and differences of instants, days and durations, within the years 1 to 9999.

use super::{Date, Duration, MICROS_PER_DAY, Timestamp};
use crate::Fail;

/// `t + d`.
#[inline]
pub fn later(t: Timestamp, d: Duration) -> Result<Timestamp, Fail> {
    bounded(t.0.checked_add(d.0))
}

/// `t - d`.
#[inline]
pub fn earlier(t: Timestamp, d: Duration) -> Result<Timestamp, Fail> {
    bounded(t.0.checked_sub(d.0))
}

#[inline]
fn bounded(micros: Option<i64>) -> Result<Timestamp, Fail> {
    match micros {
        Some(micros) if (Timestamp::LEAST.0..=Timestamp::MOST.0).contains(&micros) => Ok(Timestamp(micros)),
        _ => Err(Fail::Overflow),
    }
}

/// `later - earlier`.
#[inline]
pub fn between(later: Timestamp, earlier: Timestamp) -> Result<Duration, Fail> {
    later.0.checked_sub(earlier.0).map(Duration).ok_or(Fail::Overflow)
}

/// `date + d`, where `d` is a whole number of days; else [`Fail::OutOfRange`].
#[inline]
pub fn add_days(date: Date, d: Duration) -> Result<Date, Fail> {
    shifted(date, d, 1)
}

/// `date - d`, where `d` is a whole number of days; else [`Fail::OutOfRange`].
#[inline]
pub fn subtract_days(date: Date, d: Duration) -> Result<Date, Fail> {
    shifted(date, d, -1)
}

#[inline]
fn shifted(date: Date, d: Duration, sign: i64) -> Result<Date, Fail> {
    if d.0 % MICROS_PER_DAY != 0 {
        return Err(Fail::OutOfRange);
    }
    let days = i64::from(date.0) + sign * (d.0 / MICROS_PER_DAY);
    match i32::try_from(days) {
        Ok(days) if (Date::LEAST.0..=Date::MOST.0).contains(&days) => Ok(Date(days)),
        _ => Err(Fail::Overflow),
    }
}

/// `later - earlier`, as a duration of whole days.
#[inline]
pub fn days_between(later: Date, earlier: Date) -> Result<Duration, Fail> {
    (i64::from(later.0) - i64::from(earlier.0))
        .checked_mul(MICROS_PER_DAY)
        .map(Duration)
        .ok_or(Fail::Overflow)
}

/// `a + b` of durations.
#[inline]
pub fn plus(a: Duration, b: Duration) -> Result<Duration, Fail> {
    a.0.checked_add(b.0).map(Duration).ok_or(Fail::Overflow)
}

/// `a - b` of durations.
#[inline]
pub fn minus(a: Duration, b: Duration) -> Result<Duration, Fail> {
    a.0.checked_sub(b.0).map(Duration).ok_or(Fail::Overflow)
}

/// `d * n`.
#[inline]
pub fn scaled(d: Duration, n: i64) -> Result<Duration, Fail> {
    d.0.checked_mul(n).map(Duration).ok_or(Fail::Overflow)
}

/// `n * d`.
#[inline]
pub fn times(n: i64, d: Duration) -> Result<Duration, Fail> {
    scaled(d, n)
}

/// `-d`.
#[inline]
pub fn negated(d: Duration) -> Result<Duration, Fail> {
    d.0.checked_neg().map(Duration).ok_or(Fail::Overflow)
}
