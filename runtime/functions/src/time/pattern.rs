//! Instants by a pattern of letters: `yyyy MM dd HH mm ss SSS SSSSSS`, any other character for itself, letters in quotes.

use super::parse::{Cursor, checked_date, of_day};
use super::{
    MICROS_PER_DAY, MICROS_PER_HOUR, MICROS_PER_MILLI, MICROS_PER_MINUTE, MICROS_PER_SECOND, Timestamp,
    civil, format,
};
use crate::Fail;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    Millis,
    Micros,
    Literal(char),
}

/// The parts of a pattern; [`Fail::FailedParse`] for a letter that means nothing.
fn parts(pattern: &str) -> impl Iterator<Item = Result<Part, Fail>> + '_ {
    let mut rest = pattern;
    let mut quoted = false;
    std::iter::from_fn(move || {
        loop {
            let first = rest.chars().next()?;
            if first == '\'' {
                rest = &rest[1..];
                if let Some(after) = rest.strip_prefix('\'') {
                    rest = after;
                    return Some(Ok(Part::Literal('\'')));
                }
                quoted = !quoted;
                continue;
            }
            if quoted || !first.is_ascii_alphabetic() {
                rest = &rest[first.len_utf8()..];
                return Some(Ok(Part::Literal(first)));
            }
            let run = rest.len() - rest.trim_start_matches(first).len();
            let (letters, after) = rest.split_at(run);
            rest = after;
            return Some(match letters {
                "yyyy" => Ok(Part::Year),
                "MM" => Ok(Part::Month),
                "dd" => Ok(Part::Day),
                "HH" => Ok(Part::Hour),
                "mm" => Ok(Part::Minute),
                "ss" => Ok(Part::Second),
                "SSS" => Ok(Part::Millis),
                "SSSSSS" => Ok(Part::Micros),
                _ => Err(Fail::FailedParse),
            });
        }
    })
}

/// The instant, UTC, in the form of the pattern: `format_time(t, "HH:mm:ss")`.
pub fn format_time(t: Timestamp, pattern: &str) -> Result<String, Fail> {
    let (year, month, day) = civil::date(t.0.div_euclid(MICROS_PER_DAY));
    let of_day = t.0.rem_euclid(MICROS_PER_DAY);
    let mut out = String::with_capacity(pattern.len() + 3);
    for part in parts(pattern) {
        match part? {
            Part::Year => format::digits(year.max(0), 4, &mut out),
            Part::Month => format::two(i64::from(month), &mut out),
            Part::Day => format::two(i64::from(day), &mut out),
            Part::Hour => format::two(of_day / MICROS_PER_HOUR, &mut out),
            Part::Minute => format::two(of_day / MICROS_PER_MINUTE % 60, &mut out),
            Part::Second => format::two(of_day / MICROS_PER_SECOND % 60, &mut out),
            Part::Millis => format::digits(of_day / MICROS_PER_MILLI % 1_000, 3, &mut out),
            Part::Micros => format::digits(of_day % MICROS_PER_SECOND, 6, &mut out),
            Part::Literal(c) => out.push(c),
        }
    }
    Ok(out)
}

/// Reads an instant in the form of the pattern, as UTC. The pattern must name the year, month and day; times it does not
/// name are zero. [`Fail::FailedParse`] if the text has another form, [`Fail::OutOfRange`] if the date does not exist.
pub fn parse_time(text: &str, pattern: &str) -> Result<Timestamp, Fail> {
    let mut at = Cursor::new(text);
    let (mut year, mut month, mut day) = (None, None, None);
    let (mut hour, mut minute, mut second, mut micros) = (0, 0, 0, 0);
    for part in parts(pattern) {
        match part? {
            Part::Year => year = Some(at.number(4)?),
            Part::Month => month = Some(at.number(2)?),
            Part::Day => day = Some(at.number(2)?),
            Part::Hour => hour = at.number(2)?,
            Part::Minute => minute = at.number(2)?,
            Part::Second => second = at.number(2)?,
            Part::Millis => micros = at.number(3)? * MICROS_PER_MILLI,
            Part::Micros => micros = at.number(6)?,
            Part::Literal(c) => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    at.after(byte)?;
                }
            }
        }
    }
    at.end()?;
    let (Some(year), Some(month), Some(day)) = (year, month, day) else {
        return Err(Fail::FailedParse);
    };
    let days = i64::from(checked_date(year, month, day)?.0);
    super::from_epoch_us(days * MICROS_PER_DAY + of_day(hour, minute, second)? + micros)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse_timestamp;

    #[test]
    fn a_pattern_writes_and_reads_the_same_instant() {
        let t = parse_timestamp("2020-10-20T13:05:36.250Z").unwrap();
        for pattern in
            ["yyyy-MM-dd HH:mm:ss.SSS", "yyyyMMdd'T'HHmmssSSSSSS", "dd.MM.yyyy 'o''clock' HH:mm:ss,SSS +0000"]
        {
            let text = format_time(t, pattern).unwrap();
            assert_eq!(parse_time(&text, pattern), Ok(t), "{pattern}: {text}");
        }
        assert_eq!(format_time(t, "HH:mm:ss").as_deref(), Ok("13:05:36"));
    }

    #[test]
    fn a_wrong_form_or_pattern_fails() {
        for (text, pattern) in [
            ("2020-10-20", "yyyy-MM-dd HH"),
            ("2020-10-20x", "yyyy-MM-dd"),
            ("10", "HH"),
            ("2020-1-2", "yyyy-MM-dd"),
            ("20", "yy"),
        ] {
            assert_eq!(parse_time(text, pattern), Err(Fail::FailedParse), "{text} {pattern}");
        }
        assert_eq!(parse_time("2021-02-29", "yyyy-MM-dd"), Err(Fail::OutOfRange));
    }
}
