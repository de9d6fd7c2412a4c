//! Literals: numbers, durations, dates, times, texts. A token that begins with a digit is judged here.

use super::Lower;
use crate::base::Span;
use crate::syntax::ast::{DurationLiteral, ExprKind, Text};
use crate::syntax::tree::{Kind, Node};

const MICROS_PER_SECOND: i64 = 1_000_000;

/// What a token that begins with a digit means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::syntax) enum Number {
    Integer(i64),
    Decimal {
        mantissa: i128,
        scale: u8,
    },
    /// Microseconds.
    Duration(i64),
    Malformed,
}

/// The microseconds of a unit.
fn unit(text: &str) -> Option<i64> {
    Some(match text {
        "us" => 1,
        "ms" => 1_000,
        "s" => MICROS_PER_SECOND,
        "m" => 60 * MICROS_PER_SECOND,
        "h" => 3_600 * MICROS_PER_SECOND,
        "d" => 86_400 * MICROS_PER_SECOND,
        "w" => 7 * 86_400 * MICROS_PER_SECOND,
        _ => return None,
    })
}

/// Digits with single underscores inside, without leading zero.
fn digits(text: &str) -> Option<String> {
    let well = text.starts_with(|c: char| c.is_ascii_digit())
        && text.ends_with(|c: char| c.is_ascii_digit())
        && !text.contains("__")
        && text.bytes().all(|b| b.is_ascii_digit() || b == b'_');
    well.then(|| text.replace('_', ""))
}

fn whole(text: &str) -> Option<String> {
    digits(text).filter(|plain| plain == "0" || !plain.starts_with('0'))
}

/// What `1_000`, `1.50` or `10m` means.
pub(in crate::syntax) fn number(text: &str) -> Number {
    number_of(text).unwrap_or(Number::Malformed)
}

fn number_of(text: &str) -> Option<Number> {
    if let Some((before, after)) = text.split_once('.') {
        let (before, after) = (whole(before)?, digits(after)?);
        let scale = u8::try_from(after.len()).ok().filter(|scale| *scale <= 38)?;
        return Some(Number::Decimal { mantissa: format!("{before}{after}").parse().ok()?, scale });
    }
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '_').unwrap_or(text.len());
    let amount: i64 = whole(text.get(..end)?)?.parse().ok()?;
    match text.get(end..)? {
        "" => Some(Number::Integer(amount)),
        suffix => amount.checked_mul(unit(suffix)?).map(Number::Duration),
    }
}

/// Days since 1970-01-01 of a civil date; `None` if there is no such day.
pub(in crate::syntax) fn days(year: i64, month: i64, day: i64) -> Option<i32> {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let length = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=length).contains(&day) {
        return None;
    }
    // Years that begin in March, in eras of 400, so that the leap day comes last.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    i32::try_from(era * 146_097 + of_era - 719_468).ok()
}

/// A number of exactly `length` digits.
fn fixed(text: &str, length: usize) -> Option<i64> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// `2026-03-02`.
pub(in crate::syntax) fn date(text: &str) -> Option<i32> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    days(fixed(year, 4)?, fixed(month, 2)?, fixed(day, 2)?)
}

/// `16:00`, `16:00:30`, `16:00:30.250`: microseconds since midnight.
pub(in crate::syntax) fn time_of_day(text: &str) -> Option<i64> {
    let mut parts = text.split(':');
    let (hour, minute) = (fixed(parts.next()?, 2)?, fixed(parts.next()?, 2)?);
    let (second, fraction) = match parts.next() {
        None => (0, 0),
        Some(rest) => {
            let (second, fraction) = rest.split_once('.').unwrap_or((rest, "0"));
            if fraction.is_empty() || fraction.len() > 6 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            (fixed(second, 2)?, format!("{fraction:0<6}").parse::<i64>().ok()?)
        }
    };
    if parts.next().is_some() || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    Some((hour * 3_600 + minute * 60 + second) * MICROS_PER_SECOND + fraction)
}

/// `2026-03-02T10:00:00Z`, `2026-03-02T10:00:00.5+01:00`: microseconds since the epoch.
pub(in crate::syntax) fn instant(text: &str) -> Option<i64> {
    let (day, rest) = text.split_once('T')?;
    let day = i64::from(date(day)?);
    let (clock, offset) = match rest.strip_suffix('Z') {
        Some(clock) => (clock, 0),
        None => {
            let at = rest.rfind(['+', '-'])?;
            let sign = if rest[at..].starts_with('-') { -1 } else { 1 };
            (&rest[..at], sign * time_of_day(&rest[at + 1..])?)
        }
    };
    if clock.matches(':').count() != 2 {
        return None;
    }
    Some(day * 86_400 * MICROS_PER_SECOND + time_of_day(clock)? - offset)
}

impl Lower {
    /// The value of a number, date or time token.
    pub(super) fn literal(&mut self, token: Node<'_>) -> ExprKind {
        let text = token.text();
        match token.kind() {
            Kind::String => return ExprKind::Text(self.text(token)),
            Kind::Number => match number(text) {
                Number::Integer(value) => return ExprKind::Integer(value),
                Number::Decimal { mantissa, scale } => return ExprKind::Decimal { mantissa, scale },
                Number::Duration(micros) => return ExprKind::Duration(micros),
                Number::Malformed => {}
            },
            Kind::Date => {
                if let Some(days) = date(text) {
                    return ExprKind::Date(days);
                }
                if let Some(micros) = instant(text) {
                    return ExprKind::Timestamp(micros);
                }
            }
            Kind::Clock => {
                if let Some(micros) = time_of_day(text) {
                    return ExprKind::TimeOfDay(micros);
                }
            }
            _ => {}
        }
        self.malformed(token);
        ExprKind::Error
    }

    /// The first duration directly in a node.
    pub(super) fn duration_in(&mut self, node: Node<'_>) -> Option<DurationLiteral> {
        let duration = node.child(Kind::Duration)?;
        self.duration(duration)
    }

    /// The duration right after a keyword.
    pub(super) fn duration_after(&mut self, node: Node<'_>, keyword: &str) -> Option<DurationLiteral> {
        let next = self.after(node, keyword)?;
        if next.kind() == Kind::Duration { self.duration(next) } else { None }
    }

    pub(super) fn duration(&mut self, node: Node<'_>) -> Option<DurationLiteral> {
        let span = self.span(node);
        match number(node.text()) {
            Number::Duration(micros) => Some(DurationLiteral { micros, span }),
            _ => {
                self.malformed_duration(node);
                None
            }
        }
    }

    /// The date right after a keyword: days since 1970-01-01.
    pub(super) fn date_after(&mut self, node: Node<'_>, keyword: &str) -> Option<(i32, Span)> {
        let token = self.after(node, keyword)?;
        if token.kind() != Kind::Date {
            return None;
        }
        self.date(token)
    }

    pub(super) fn date(&mut self, token: Node<'_>) -> Option<(i32, Span)> {
        match date(token.text()) {
            Some(days) => Some((days, self.span(token))),
            None => {
                self.malformed(token);
                None
            }
        }
    }

    /// The whole number of a token, within `u32`.
    pub(super) fn count(&mut self, token: Node<'_>) -> Option<(u32, Span)> {
        match number(token.text()) {
            Number::Integer(value) if u32::try_from(value).is_ok() => Some((value as u32, self.span(token))),
            _ => {
                self.malformed_count(token);
                None
            }
        }
    }

    /// The text of a string token, escapes resolved.
    pub(super) fn text(&mut self, token: Node<'_>) -> Text {
        let span = self.span(token);
        let raw = token.text();
        let inner = match raw.strip_prefix('"') {
            Some(rest) => rest.strip_suffix('"').filter(|_| is_closed(raw)).unwrap_or(rest),
            None => raw.trim_matches('\''),
        };
        Text { value: self.unescape(inner, span), span }
    }

    fn unescape(&mut self, inner: &str, span: Span) -> String {
        let mut value = String::with_capacity(inner.len());
        let mut rest = inner;
        while let Some(at) = rest.find('\\') {
            value.push_str(&rest[..at]);
            let start = span.start + 1 + (inner.len() - rest.len() + at) as u32;
            let (character, length) = escape(&rest[at..]);
            match character {
                Some(character) => value.push(character),
                None => self
                    .bad_escape(Span::new(self.file, start, start + length as u32), &rest[at..at + length]),
            }
            rest = &rest[at + length..];
        }
        value.push_str(rest);
        value
    }
}

/// The character of an escape at the start of a text, and the escape's length.
fn escape(text: &str) -> (Option<char>, usize) {
    let second = text.chars().nth(1);
    match second {
        Some('"') => (Some('"'), 2),
        Some('\\') => (Some('\\'), 2),
        Some('n') => (Some('\n'), 2),
        Some('t') => (Some('\t'), 2),
        Some('u') => match text.find('}').filter(|_| text[2..].starts_with('{')) {
            Some(end) => (u32::from_str_radix(&text[3..end], 16).ok().and_then(char::from_u32), end + 1),
            None => (None, 2),
        },
        Some(other) => (None, 1 + other.len_utf8()),
        None => (None, 1),
    }
}

/// Whether a text in double quotes has its closing quote.
pub(in crate::syntax) fn is_closed(raw: &str) -> bool {
    let mut escaped = false;
    for (at, c) in raw.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1 == raw.len(),
            _ => {}
        }
    }
    false
}
