//! When on a day something holds: a time of day in a named zone (`time day at 16:00 "Europe/Berlin"`).

use jiff::civil::DateTime;
use jiff::tz::{Disambiguation, TimeZone};

use super::{Date, MICROS_PER_DAY, MICROS_PER_SECOND, Timestamp, civil};
use crate::Fail;

/// Turns days into instants; keeps the zone's rules and the last answer, since records of one day come together.
#[derive(Clone, Debug)]
pub struct DayClock {
    zone: TimeZone,
    at: i64,
    last: Option<(Date, Timestamp)>,
}

/// The zone is not in the IANA database that this program carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownZone;

impl DayClock {
    /// `at` is microseconds since midnight by the zone's clocks.
    pub fn new(zone: &str, at: i64) -> Result<Self, UnknownZone> {
        // The bundled database and not the machine's: a replay elsewhere must give the same instants.
        let zone = jiff::tz::TimeZoneDatabase::bundled().get(zone).map_err(|_| UnknownZone)?;
        Ok(DayClock { zone, at: at.clamp(0, MICROS_PER_DAY - 1), last: None })
    }

    /// The instant of that time on that day. A time that the clocks skip is taken as many minutes later; of one that
    /// comes twice the first.
    #[inline]
    pub fn instant(&mut self, date: Date) -> Result<Timestamp, Fail> {
        match self.last {
            Some((day, instant)) if day == date => Ok(instant),
            _ => self.resolve(date),
        }
    }

    fn resolve(&mut self, date: Date) -> Result<Timestamp, Fail> {
        let (year, month, day) = civil::date(i64::from(date.0));
        let year = i16::try_from(year).map_err(|_| Fail::InvalidTime)?;
        let seconds = self.at / MICROS_PER_SECOND;
        let nanos = i32::try_from(self.at % MICROS_PER_SECOND * 1_000).map_err(|_| Fail::InvalidTime)?;
        let local = DateTime::new(
            year,
            month as i8,
            day as i8,
            (seconds / 3_600) as i8,
            (seconds / 60 % 60) as i8,
            (seconds % 60) as i8,
            nanos,
        )
        .map_err(|_| Fail::InvalidTime)?;
        let instant = self
            .zone
            .to_ambiguous_zoned(local)
            .disambiguate(Disambiguation::Compatible)
            .map_err(|_| Fail::InvalidTime)?
            .timestamp();
        let instant = Timestamp(instant.as_microsecond());
        self.last = Some((date, instant));
        Ok(instant)
    }
}

/// The instant of a time of day (microseconds since midnight) on a day in a zone. For many records, keep a [`DayClock`].
pub fn date_at(date: Date, at: i64, zone: &str) -> Result<Timestamp, Fail> {
    DayClock::new(zone, at).map_err(|_| Fail::FailedParse)?.instant(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{MICROS_PER_HOUR, parse_date, parse_timestamp};

    fn berlin(day: &str, hour: i64, half: bool) -> String {
        let at = hour * MICROS_PER_HOUR + if half { MICROS_PER_HOUR / 2 } else { 0 };
        date_at(parse_date(day).unwrap(), at, "Europe/Berlin").unwrap().to_string()
    }

    #[test]
    fn summer_time_moves_the_instant_and_gaps_move_forward() {
        assert_eq!(berlin("2026-03-02", 16, false), "2026-03-02T15:00:00Z");
        assert_eq!(berlin("2026-07-02", 16, false), "2026-07-02T14:00:00Z");
        assert_eq!(berlin("2026-03-29", 2, true), "2026-03-29T01:30:00Z");
        assert_eq!(berlin("2026-10-25", 2, true), "2026-10-25T00:30:00Z");
    }

    #[test]
    fn the_clock_remembers_only_the_same_day() {
        let mut clock = DayClock::new("Europe/Berlin", 16 * MICROS_PER_HOUR).unwrap();
        let (a, b) = (Date(20_000), Date(20_200));
        let first = clock.instant(a);
        assert_eq!(clock.instant(a), first);
        assert_ne!(clock.instant(b), first);
        assert_eq!(parse_timestamp(&first.unwrap().to_string()), first);
        assert_eq!(DayClock::new("Europe/Atlantis", 0).err(), Some(UnknownZone));
    }
}
