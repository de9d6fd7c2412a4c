//! The messages of what only the lowering can tell: malformed literals, chains, words that a clause does not know.

use super::Lower;
use super::literal::{Number, date, number, time_of_day};
use crate::base::Span;
use crate::codes::{
    s0102_something_missing, s0103_unexpected_text, s0108_malformed_number, s0109_malformed_date,
    s0110_chained_comparison, s0111_invalid_escape, s0115_too_deep,
};
use crate::syntax::ast::BoundKind;
use crate::syntax::tree::{Kind, Node};

impl Lower {
    pub(super) fn malformed(&mut self, token: Node<'_>) {
        let (span, text) = (self.span(token), token.text());
        let error = match token.kind() {
            Kind::Date => s0109_malformed_date::date(span, text, mended_date(text)),
            Kind::Clock => s0109_malformed_date::date(span, text, mended_clock(text)),
            _ if text.chars().any(|c| c.is_alphabetic()) && !text.starts_with("0x") => {
                s0108_malformed_number::duration(span, text, mended_duration(text))
            }
            _ => s0108_malformed_number::number(span, text, mended_number(text)),
        };
        self.diagnostics.push(error);
    }

    pub(super) fn malformed_duration(&mut self, node: Node<'_>) {
        let text = node.text();
        let error = s0108_malformed_number::duration(self.span(node), text, mended_duration(text));
        self.diagnostics.push(error);
    }

    pub(super) fn malformed_count(&mut self, token: Node<'_>) {
        self.diagnostics.push(s0108_malformed_number::count(self.span(token), token.text()));
    }

    pub(super) fn bad_escape(&mut self, span: Span, text: &str) {
        self.diagnostics.push(s0111_invalid_escape::escape(span, text));
    }

    /// A comparison after another comparison, once per chain.
    pub(super) fn chained(&mut self, operator: Node<'_>, again: bool) {
        let span = self.span(operator);
        let told = self.diagnostics.last().is_some_and(|last| last.code == s0110_chained_comparison::CODE);
        if again && !told {
            let text = operator.text().split_whitespace().next().unwrap_or("is");
            self.diagnostics.push(s0110_chained_comparison::chain(span, text));
        }
    }

    pub(super) fn lambda_without_name(&mut self, arrow: Node<'_>) {
        let error =
            s0103_unexpected_text::text(self.span(arrow), arrow.text(), "after anything but a name", None);
        self.diagnostics.push(error);
    }

    pub(super) fn not_callable(&mut self, call: Node<'_>) {
        let error = s0103_unexpected_text::text(self.span(call), "(", "after anything but a name", None);
        self.diagnostics.push(error);
    }

    pub(super) fn too_deep(&mut self, expr: Node<'_>) {
        self.diagnostics.push(s0115_too_deep::levels(self.span(expr), super::expression::MAX_LEVELS));
    }

    /// A clause that has words, but none that it knows.
    pub(super) fn clause_needs(&mut self, clause: Node<'_>, needs: &str, example: &str) {
        if clause.descendants().any(|node| node.kind().is_missing()) {
            return;
        }
        let lead = clause.lead().text();
        let title = format!("`{lead}` needs {needs}");
        self.diagnostics.push(s0102_something_missing::part(self.span(clause).at_end(), title, example));
    }

    pub(super) fn check_bound(&mut self, clause: Node<'_>, kind: &BoundKind) {
        let malformed = clause.child(Kind::Duration).is_some_and(|d| number(d.text()) == Number::Malformed);
        if matches!(kind, BoundKind::Error) && !malformed {
            self.clause_needs(clause, "`finite keys` or `ttl` and a duration", "bound ttl 30d");
        }
    }
}

/// The unit that a longer word stands for.
fn meant_unit(word: &str) -> Option<&'static str> {
    Some(match word.to_ascii_lowercase().as_str() {
        "us" | "micros" | "microseconds" | "usec" => "us",
        "ms" | "millis" | "milliseconds" | "msec" => "ms",
        "s" | "sec" | "secs" | "second" | "seconds" => "s",
        "m" | "min" | "mins" | "minute" | "minutes" => "m",
        "h" | "hr" | "hrs" | "hour" | "hours" => "h",
        "d" | "day" | "days" => "d",
        "w" | "wk" | "week" | "weeks" => "w",
        _ => return None,
    })
}

/// Units from small to large, in microseconds.
const UNITS: [(&str, i128); 7] = [
    ("us", 1),
    ("ms", 1_000),
    ("s", 1_000_000),
    ("m", 60_000_000),
    ("h", 3_600_000_000),
    ("d", 86_400_000_000),
    ("w", 604_800_000_000),
];

/// `1hr` is `1h`, `1.5h` is `90m`, `1h30m` is `90m`.
fn mended_duration(text: &str) -> Option<String> {
    let mut micros: i128 = 0;
    let mut rest = text;
    let mut parts = 0;
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_alphabetic())?;
        let (amount, tail) = rest.split_at(end);
        let unit_end = tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len());
        let unit = meant_unit(&tail[..unit_end])?;
        let size = UNITS.iter().find(|(name, _)| *name == unit)?.1;
        let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
        let digits: i128 = format!("{whole}{fraction}").replace('_', "").parse().ok()?;
        let scale = 10i128.checked_pow(u32::try_from(fraction.len()).ok()?)?;
        micros = micros.checked_add(digits.checked_mul(size)? / scale)?;
        parts += 1;
        rest = &tail[unit_end..];
        if fraction.is_empty() && parts == 1 && rest.is_empty() {
            return Some(format!("{digits}{unit}"));
        }
    }
    let (name, size) = UNITS.iter().rev().find(|(_, size)| micros % size == 0)?;
    (micros > 0).then(|| format!("{}{name}", micros / size))
}

/// `007` is `7`, `1.` and `1__0` lose what is too much.
fn mended_number(text: &str) -> Option<String> {
    let plain = text.trim_end_matches(['.', '_']);
    let plain = plain.trim_start_matches('0');
    let plain =
        if plain.is_empty() || plain.starts_with('.') { format!("0{plain}") } else { plain.to_string() };
    let plain = plain.replace("__", "_");
    (number(&plain) != Number::Malformed && plain != text).then_some(plain)
}

fn padded(text: &str, length: usize) -> String {
    format!("{text:0>length$}")
}

/// `2026-3-2` is `2026-03-02`; an instant without seconds or zone gets them only if they are beyond doubt.
fn mended_date(text: &str) -> Option<String> {
    let (day, rest) = match text.split_once(['T', 't']) {
        Some((day, rest)) => (day, Some(rest)),
        None => (text, None),
    };
    let parts: Vec<&str> = day.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    let day = format!("{year}-{}-{}", padded(month, 2), padded(day, 2));
    date(&day)?;
    let Some(rest) = rest else {
        return Some(day);
    };
    let clock = rest.strip_suffix(['Z', 'z'])?;
    let clock = mended_clock(clock).unwrap_or(clock.to_string());
    let clock = if clock.matches(':').count() == 1 { format!("{clock}:00") } else { clock };
    time_of_day(&clock)?;
    Some(format!("{day}T{clock}Z"))
}

/// `9:30` is `09:30`.
fn mended_clock(text: &str) -> Option<String> {
    let clock = text.split(':').map(|part| padded(part, 2)).collect::<Vec<_>>().join(":");
    (clock != text && time_of_day(&clock).is_some()).then_some(clock)
}
