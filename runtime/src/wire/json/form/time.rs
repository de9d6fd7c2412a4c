//! Instants, days and durations.

use super::{Form, Int, plain_form};
use crate::fail::Fail;
use crate::functions::time;
use crate::wire::json::{Raw, unescape, write};

/// A timestamp as ISO 8601 text with `Z` or an offset; written in UTC.
pub struct Iso;

impl Form for Iso {
    plain_form!(time::Timestamp);

    #[inline]
    fn read(raw: Raw<'_>) -> Result<time::Timestamp, Fail> {
        time::parse_timestamp(&unescape(raw.string()?)?)
    }

    #[inline]
    fn write(value: &time::Timestamp, out: &mut Vec<u8>) {
        write::quoted(out, |out| time::write_timestamp(*value, out));
    }
}

/// A timestamp as milliseconds since the epoch; written rounded down to them.
pub struct EpochMillis;

impl Form for EpochMillis {
    plain_form!(time::Timestamp);

    #[inline(always)]
    fn read(raw: Raw<'_>) -> Result<time::Timestamp, Fail> {
        time::from_epoch_ms(Int::read(raw)?)
    }

    #[inline]
    fn write(value: &time::Timestamp, out: &mut Vec<u8>) {
        write::int(time::epoch_ms(*value), out);
    }
}

/// A timestamp as microseconds since the epoch.
pub struct EpochMicros;

impl Form for EpochMicros {
    plain_form!(time::Timestamp);

    #[inline]
    fn read(raw: Raw<'_>) -> Result<time::Timestamp, Fail> {
        time::from_epoch_us(Int::read(raw)?)
    }

    #[inline]
    fn write(value: &time::Timestamp, out: &mut Vec<u8>) {
        write::int(time::epoch_us(*value), out);
    }
}

/// `date`: `2026-03-02`.
pub struct Date;

impl Form for Date {
    plain_form!(time::Date);

    #[inline]
    fn read(raw: Raw<'_>) -> Result<time::Date, Fail> {
        time::parse_date(&unescape(raw.string()?)?)
    }

    #[inline]
    fn write(value: &time::Date, out: &mut Vec<u8>) {
        write::quoted(out, |out| time::write_date(*value, out));
    }
}

/// `duration`: as the language writes it, `90s`.
pub struct Duration;

impl Form for Duration {
    plain_form!(time::Duration);

    #[inline]
    fn read(raw: Raw<'_>) -> Result<time::Duration, Fail> {
        time::parse_duration(&unescape(raw.string()?)?)
    }

    fn write(value: &time::Duration, out: &mut Vec<u8>) {
        write::quoted(out, |out| out.push_str(&time::duration_text(*value)));
    }
}
