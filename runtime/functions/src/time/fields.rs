//! Parts of instants and durations, and numbers for them. All in UTC.

use super::{
    Date, Duration, MICROS_PER_DAY, MICROS_PER_HOUR, MICROS_PER_MILLI, MICROS_PER_MINUTE, MICROS_PER_SECOND,
    Timestamp, civil,
};
use crate::Fail;

/// The day an instant falls on.
#[inline]
pub fn day(t: Timestamp) -> Date {
    Date(t.0.div_euclid(MICROS_PER_DAY) as i32)
}

/// The year of an instant.
#[inline]
pub fn year(t: Timestamp) -> i64 {
    civil::date(t.0.div_euclid(MICROS_PER_DAY)).0
}

/// The month of an instant, 1 to 12.
#[inline]
pub fn month(t: Timestamp) -> i64 {
    i64::from(civil::date(t.0.div_euclid(MICROS_PER_DAY)).1)
}

/// The hour of an instant, 0 to 23.
#[inline]
pub fn hour(t: Timestamp) -> i64 {
    t.0.rem_euclid(MICROS_PER_DAY) / MICROS_PER_HOUR
}

/// The minute of an instant, 0 to 59.
#[inline]
pub fn minute(t: Timestamp) -> i64 {
    t.0.rem_euclid(MICROS_PER_HOUR) / MICROS_PER_MINUTE
}

/// The second of an instant, 0 to 59.
#[inline]
pub fn second(t: Timestamp) -> i64 {
    t.0.rem_euclid(MICROS_PER_MINUTE) / MICROS_PER_SECOND
}

/// Milliseconds since the epoch, the fraction cut towards the past.
#[inline]
pub fn epoch_ms(t: Timestamp) -> i64 {
    t.0.div_euclid(MICROS_PER_MILLI)
}

/// Microseconds since the epoch.
#[inline]
pub fn epoch_us(t: Timestamp) -> i64 {
    t.0
}

/// The instant so many milliseconds after the epoch; [`Fail::OutOfRange`] outside the years 1 to 9999.
#[inline]
pub fn from_epoch_ms(ms: i64) -> Result<Timestamp, Fail> {
    ms.checked_mul(MICROS_PER_MILLI).ok_or(Fail::OutOfRange).and_then(from_epoch_us)
}

/// The instant so many microseconds after the epoch; [`Fail::OutOfRange`] outside the years 1 to 9999.
#[inline]
pub fn from_epoch_us(us: i64) -> Result<Timestamp, Fail> {
    if (Timestamp::LEAST.0..=Timestamp::MOST.0).contains(&us) {
        Ok(Timestamp(us))
    } else {
        Err(Fail::OutOfRange)
    }
}

/// Whole minutes from `a` to `b`, towards zero.
#[inline]
pub fn minutes_between(a: Timestamp, b: Timestamp) -> Result<i64, Fail> {
    b.0.checked_sub(a.0).map(|micros| micros / MICROS_PER_MINUTE).ok_or(Fail::Overflow)
}

/// Whole seconds of a duration, towards zero.
#[inline]
pub fn seconds(d: Duration) -> i64 {
    d.0 / MICROS_PER_SECOND
}

/// Whole milliseconds of a duration, towards zero.
#[inline]
pub fn millis(d: Duration) -> i64 {
    d.0 / MICROS_PER_MILLI
}

/// Microseconds of a duration.
#[inline]
pub fn micros(d: Duration) -> i64 {
    d.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_before_the_epoch_count_forwards() {
        let t = Timestamp(-1);
        assert_eq!((year(t), month(t), day(t)), (1969, 12, Date(-1)));
        assert_eq!((hour(t), minute(t), second(t)), (23, 59, 59));
        assert_eq!(epoch_ms(t), -1);
    }
}
