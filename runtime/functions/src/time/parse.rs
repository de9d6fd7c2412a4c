//! Reading instants, days and durations from text.

use super::{
    Date, Duration, MICROS_PER_DAY, MICROS_PER_HOUR, MICROS_PER_MINUTE, MICROS_PER_SECOND, Timestamp, civil,
};
use crate::Fail;

/// Reads ISO 8601 with `Z` or an offset: `2026-03-02T17:01:00.250+01:00`; a space may stand for the `T`, the seconds
/// and the fraction may be missing, and digits beyond the microsecond must be zero. Without `Z` or offset the text names
/// no instant: [`Fail::FailedParse`]. A date or time that does not exist: [`Fail::OutOfRange`].
pub fn parse_timestamp(text: &str) -> Result<Timestamp, Fail> {
    let mut at = Cursor::new(text);
    let date = at.date()?;
    if !at.take(b'T') && !at.take(b't') && !at.take(b' ') {
        return Err(Fail::FailedParse);
    }
    let (hour, minute) = (at.number(2)?, at.after(b':')?.number(2)?);
    let mut second = 0;
    let mut fraction = 0;
    if at.take(b':') {
        second = at.number(2)?;
        if at.take(b'.') || at.take(b',') {
            fraction = at.fraction()?;
        }
    }
    let offset = if at.take(b'Z') || at.take(b'z') { 0 } else { at.offset()? };
    at.end()?;
    let micros = date.0 as i64 * MICROS_PER_DAY + of_day(hour, minute, second)? + fraction - offset;
    super::from_epoch_us(micros)
}

/// Reads `2026-03-02`; [`Fail::OutOfRange`] for a day that does not exist.
pub fn parse_date(text: &str) -> Result<Date, Fail> {
    let mut at = Cursor::new(text);
    let date = at.date()?;
    at.end()?;
    Ok(date)
}

/// Reads a duration as it is written in the language: an integer and `us ms s m h d w`.
pub fn parse_duration(text: &str) -> Result<Duration, Fail> {
    let split = text.find(|c: char| c.is_ascii_alphabetic()).ok_or(Fail::FailedParse)?;
    let (count, unit) = text.split_at(split);
    let unit = match unit {
        "us" => 1,
        "ms" => super::MICROS_PER_MILLI,
        "s" => MICROS_PER_SECOND,
        "m" => MICROS_PER_MINUTE,
        "h" => MICROS_PER_HOUR,
        "d" => MICROS_PER_DAY,
        "w" => 7 * MICROS_PER_DAY,
        _ => return Err(Fail::FailedParse),
    };
    let count = crate::text::parse_int(count)?;
    count.checked_mul(unit).map(Duration).ok_or(Fail::OutOfRange)
}

/// Microseconds since midnight.
pub(super) fn of_day(hour: i64, minute: i64, second: i64) -> Result<i64, Fail> {
    if hour > 23 || minute > 59 || second > 59 {
        return Err(Fail::OutOfRange);
    }
    Ok(hour * MICROS_PER_HOUR + minute * MICROS_PER_MINUTE + second * MICROS_PER_SECOND)
}

/// The day of a year, month and day that may not exist.
pub(super) fn checked_date(year: i64, month: i64, day: i64) -> Result<Date, Fail> {
    let (year, month, day) = match (i32::try_from(year), u8::try_from(month), u8::try_from(day)) {
        (Ok(year), Ok(month), Ok(day)) => (year, month, day),
        _ => return Err(Fail::OutOfRange),
    };
    let exists = (1..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=civil::month_length(year, month)).contains(&day);
    if exists { Ok(Date(civil::days(year, month, day))) } else { Err(Fail::OutOfRange) }
}

/// Walks ASCII digits and separators.
pub(super) struct Cursor<'a> {
    rest: &'a [u8],
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Cursor { rest: text.as_bytes() }
    }

    #[inline]
    pub(super) fn take(&mut self, byte: u8) -> bool {
        match self.rest.split_first() {
            Some((&first, rest)) if first == byte => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    pub(super) fn after(&mut self, byte: u8) -> Result<&mut Self, Fail> {
        if self.take(byte) { Ok(self) } else { Err(Fail::FailedParse) }
    }

    /// Exactly `width` digits.
    #[inline]
    pub(super) fn number(&mut self, width: usize) -> Result<i64, Fail> {
        let Some((digits, rest)) = self.rest.split_at_checked(width) else {
            return Err(Fail::FailedParse);
        };
        let mut value = 0;
        for byte in digits {
            if !byte.is_ascii_digit() {
                return Err(Fail::FailedParse);
            }
            value = value * 10 + i64::from(byte - b'0');
        }
        self.rest = rest;
        Ok(value)
    }

    /// Microseconds of the digits after the point.
    fn fraction(&mut self) -> Result<i64, Fail> {
        let (mut value, mut unit, mut seen) = (0, MICROS_PER_SECOND / 10, false);
        while let Some((digit, rest)) = self.rest.split_first().filter(|(byte, _)| byte.is_ascii_digit()) {
            if unit == 0 && *digit != b'0' {
                return Err(Fail::OutOfRange);
            }
            value += i64::from(digit - b'0') * unit;
            unit /= 10;
            seen = true;
            self.rest = rest;
        }
        if seen { Ok(value) } else { Err(Fail::FailedParse) }
    }

    fn date(&mut self) -> Result<Date, Fail> {
        let year = self.number(4)?;
        let month = self.after(b'-')?.number(2)?;
        let day = self.after(b'-')?.number(2)?;
        checked_date(year, month, day)
    }

    /// `+01:00`, `-0530`, `+01`: microseconds east of UTC.
    fn offset(&mut self) -> Result<i64, Fail> {
        let sign = if self.take(b'+') {
            1
        } else if self.take(b'-') {
            -1
        } else {
            return Err(Fail::FailedParse);
        };
        let hours = self.number(2)?;
        let minutes = if self.take(b':') || !self.rest.is_empty() { self.number(2)? } else { 0 };
        if hours > 18 { Err(Fail::OutOfRange) } else { Ok(sign * of_day(hours, minutes, 0)?) }
    }

    pub(super) fn end(&self) -> Result<(), Fail> {
        if self.rest.is_empty() { Ok(()) } else { Err(Fail::FailedParse) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_and_short_forms_name_the_same_instant() {
        let noon = Timestamp(1_772_452_800_000_000);
        for text in [
            "2026-03-02T12:00:00Z",
            "2026-03-02 12:00Z",
            "2026-03-02T13:00:00.000000000+01:00",
            "2026-03-02t06:30:00,0-0530",
            "2026-03-02T14:00+02",
        ] {
            assert_eq!(parse_timestamp(text), Ok(noon), "{text}");
        }
    }

    #[test]
    fn what_names_no_instant_fails() {
        for text in [
            "2026-03-02",
            "2026-03-02T12:00:00",
            "2026-3-2T12:00:00Z",
            "2026-03-02T12:00:00.Z",
            "2026-03-02T12:00:00Zx",
            "",
            "2026-03-02T12:00:00é",
        ] {
            assert_eq!(parse_timestamp(text), Err(Fail::FailedParse), "{text}");
        }
        for text in [
            "2026-02-29T12:00:00Z",
            "2026-03-02T24:00:00Z",
            "2026-13-02T12:00:00Z",
            "2026-03-02T12:00:00.0000001Z",
            "0000-01-01T00:00:00Z",
        ] {
            assert_eq!(parse_timestamp(text), Err(Fail::OutOfRange), "{text}");
        }
        assert_eq!(parse_date("2024-02-29").map(|d| d.to_string()), Ok("2024-02-29".into()));
        assert_eq!(parse_duration("90s"), Ok(Duration(90_000_000)));
        assert_eq!(parse_duration("1h30m"), Err(Fail::FailedParse));
    }
}
