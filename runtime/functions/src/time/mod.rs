//! Instants, days and durations: the types, their arithmetic, their text forms.
//!
//! Instants are UTC with microseconds; only [`clock`] and `date_at` know time zones. Nothing here reads a clock.

mod arithmetic;
mod civil;
pub mod clock;
mod fields;
mod format;
mod parse;
mod pattern;

pub use arithmetic::{
    add_days, between, days_between, earlier, later, minus, negated, plus, scaled, subtract_days, times,
};
pub use clock::{DayClock, UnknownZone, date_at};
pub use fields::{
    day, epoch_ms, epoch_us, from_epoch_ms, from_epoch_us, hour, micros, millis, minute, minutes_between,
    month, second, seconds, year,
};
pub use format::{date_text, duration_text, timestamp_text, write_date, write_timestamp};
pub use parse::{parse_date, parse_duration, parse_timestamp};
pub use pattern::{format_time, parse_time};

/// Microseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Timestamp(pub i64);

/// Days since 1970-01-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Date(pub i32);

/// Microseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Duration(pub i64);

pub const MICROS_PER_MILLI: i64 = 1_000;
pub const MICROS_PER_SECOND: i64 = 1_000_000;
pub const MICROS_PER_MINUTE: i64 = 60 * MICROS_PER_SECOND;
pub const MICROS_PER_HOUR: i64 = 60 * MICROS_PER_MINUTE;
pub const MICROS_PER_DAY: i64 = 24 * MICROS_PER_HOUR;

impl Timestamp {
    /// 0001-01-01T00:00:00Z.
    pub const LEAST: Timestamp = Timestamp(Date::LEAST.0 as i64 * MICROS_PER_DAY);
    /// The last microsecond of the year 9999.
    pub const MOST: Timestamp = Timestamp((Date::MOST.0 as i64 + 1) * MICROS_PER_DAY - 1);
}

impl Date {
    /// 0001-01-01.
    pub const LEAST: Date = Date(civil::days(1, 1, 1));
    /// 9999-12-31.
    pub const MOST: Date = Date(civil::days(9999, 12, 31));
}

impl std::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&timestamp_text(*self))
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&date_text(*self))
    }
}

impl std::fmt::Display for Duration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&duration_text(*self))
    }
}
