//! The canonical text: `2026-03-02T17:01:00Z`, the fraction in three or six digits only if there is one.

use super::{
    Date, Duration, MICROS_PER_DAY, MICROS_PER_HOUR, MICROS_PER_MILLI, MICROS_PER_MINUTE, MICROS_PER_SECOND,
    Timestamp, civil,
};

/// The instant in ISO 8601, UTC.
pub fn timestamp_text(t: Timestamp) -> String {
    let mut out = String::with_capacity(27);
    write_timestamp(t, &mut out);
    out
}

/// Appends the instant in ISO 8601, UTC.
#[inline]
pub fn write_timestamp(t: Timestamp, out: &mut String) {
    write_days(t.0.div_euclid(MICROS_PER_DAY), out);
    let of_day = t.0.rem_euclid(MICROS_PER_DAY);
    out.push('T');
    two(of_day / MICROS_PER_HOUR, out);
    out.push(':');
    two(of_day / MICROS_PER_MINUTE % 60, out);
    out.push(':');
    two(of_day / MICROS_PER_SECOND % 60, out);
    let fraction = of_day % MICROS_PER_SECOND;
    if fraction != 0 {
        out.push('.');
        if fraction % MICROS_PER_MILLI == 0 {
            digits(fraction / MICROS_PER_MILLI, 3, out)
        } else {
            digits(fraction, 6, out)
        }
    }
    out.push('Z');
}

/// The day as `2026-03-02`.
pub fn date_text(date: Date) -> String {
    let mut out = String::with_capacity(10);
    write_date(date, &mut out);
    out
}

/// Appends the day as `2026-03-02`.
#[inline]
pub fn write_date(date: Date, out: &mut String) {
    write_days(i64::from(date.0), out);
}

fn write_days(days: i64, out: &mut String) {
    let (year, month, day) = civil::date(days);
    if year < 0 {
        out.push('-');
    }
    digits(year.saturating_abs(), 4, out);
    out.push('-');
    two(i64::from(month), out);
    out.push('-');
    two(i64::from(day), out);
}

/// The duration as it is written in the language, in its largest unit that divides it: `90s`, `1h`, `250ms`.
pub fn duration_text(d: Duration) -> String {
    let units = [
        (MICROS_PER_DAY, "d"),
        (MICROS_PER_HOUR, "h"),
        (MICROS_PER_MINUTE, "m"),
        (MICROS_PER_SECOND, "s"),
        (MICROS_PER_MILLI, "ms"),
    ];
    let (unit, name) = units.into_iter().find(|(unit, _)| d.0 != 0 && d.0 % unit == 0).unwrap_or((1, "us"));
    if d.0 == 0 { "0s".to_owned() } else { format!("{}{name}", d.0 / unit) }
}

#[inline]
pub(super) fn two(n: i64, out: &mut String) {
    digits(n, 2, out);
}

/// Appends a number that is not negative, with zeros in front up to `width`.
#[inline]
pub(super) fn digits(n: i64, width: u32, out: &mut String) {
    let mut unit = 10i64.pow(width.clamp(1, 18) - 1);
    while unit <= n / 10 {
        unit *= 10;
    }
    while unit > 0 {
        out.push(char::from(b'0' + (n / unit % 10) as u8));
        unit /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fraction_shows_only_if_there_is_one() {
        assert_eq!(timestamp_text(Timestamp(0)), "1970-01-01T00:00:00Z");
        assert_eq!(timestamp_text(Timestamp(1_000)), "1970-01-01T00:00:00.001Z");
        assert_eq!(timestamp_text(Timestamp(-1)), "1969-12-31T23:59:59.999999Z");
        assert_eq!(date_text(Date::LEAST), "0001-01-01");
        assert_eq!(date_text(Date::MOST), "9999-12-31");
    }

    #[test]
    fn durations_use_their_largest_unit() {
        for (micros, text) in [
            (0, "0s"),
            (90_000_000, "90s"),
            (3_600_000_000, "1h"),
            (-1_500, "-1500us"),
            (1 << 62, "4611686018427387904us"),
        ] {
            assert_eq!(duration_text(Duration(micros)), text);
        }
    }
}
