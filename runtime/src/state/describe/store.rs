//! The layout of a store, read back: what its keys and values are, and its entries as rows.

use super::shown::Shown;
use super::types::{Text, Type};
use crate::state::codec::State;

/// A store's layout.
#[derive(Clone, Debug)]
pub struct Layout {
    kind: Kind,
    key: Type,
    value: Type,
}

/// What an entry's bytes hold beside key and value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Windowed { size: i64, grace: i64 },
    Sessions,
    Table,
    Latest,
    Versioned,
    Seen,
    Waiting,
}

/// Stands where a window's end would: the row that stands for a key.
const NEWEST: i64 = i64::MAX;

/// One row of an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The key columns as one would type them.
    pub key: Vec<String>,
    /// Everything, by name: `key`, `window` if there is one, what else is kept, `value`.
    pub columns: Vec<(String, Shown)>,
}

impl Layout {
    /// Reads a layout; `None` if it is not one that this version writes.
    pub fn parse(text: &str) -> Option<Layout> {
        let (prefix, rest) = text.split_once(", key ")?;
        let kind = kind(prefix)?;
        let mut rest = Text(rest);
        let key = rest.ty(0)?;
        let value = match kind {
            Kind::Seen => Type::Unit,
            Kind::Latest | Kind::Versioned | Kind::Waiting => rest.eat(", row ").then(|| rest.ty(0))??,
            Kind::Windowed { .. } | Kind::Sessions | Kind::Table => {
                rest.eat(", group ").then(|| rest.ty(0))??
            }
        };
        rest.0.is_empty().then_some(Layout { kind, key, value })
    }

    /// The rows of an entry; `None` if the bytes are not what the layout says. Windows that had closed at `clock` are
    /// left out: the log does not tell of their end one by one.
    pub fn rows(&self, key: &[u8], value: &[u8], clock: Option<i64>) -> Option<Vec<Row>> {
        let (mut key, mut value) = (key, value);
        let rows = match self.kind {
            Kind::Windowed { size, grace } => {
                let (end, rest) = key.split_first_chunk::<8>()?;
                let end = i64::from_be_bytes(*end);
                key = rest;
                let row = self.row(&mut key)?;
                if end == NEWEST {
                    vec![newest(row, size, &mut value)?]
                } else {
                    let row = self.group(row.with_window(end - size, end), &mut value)?;
                    let closed = clock.is_some_and(|clock| end.saturating_add(grace) <= clock);
                    if closed { Vec::new() } else { vec![row] }
                }
            }
            Kind::Table => {
                let row = self.row(&mut key)?;
                vec![self.group(row, &mut value)?]
            }
            Kind::Latest => vec![self.row(&mut key)?.with("value", self.value.decode(&mut value)?)],
            Kind::Sessions => {
                let row = self.row(&mut key)?;
                let count = u32::decode(&mut value)?;
                (0..count).map(|_| self.session(row.clone(), &mut value)).collect::<Option<Vec<_>>>()?
            }
            Kind::Versioned => {
                let row = self.row(&mut key)?;
                let count = u32::decode(&mut value)?;
                (0..count).map(|_| self.version(row.clone(), &mut value)).collect::<Option<Vec<_>>>()?
            }
            Kind::Waiting => {
                let row = self.row(&mut key)?;
                let (time, _) = <(i64, u32)>::decode(&mut key)?;
                let met = bool::decode(&mut value)?;
                let row = row.with("time", Shown::Instant(time)).with("met", Shown::Bool(met));
                vec![row.with("value", self.value.decode(&mut value)?)]
            }
            Kind::Seen => {
                let times = Vec::<i64>::decode(&mut value)?.into_iter().map(Shown::Instant).collect();
                vec![self.row(&mut key)?.with("passed", Shown::List(times))]
            }
        };
        (key.is_empty() && value.is_empty()).then_some(rows)
    }

    fn row(&self, bytes: &mut &[u8]) -> Option<Row> {
        let key = self.key.decode(bytes)?;
        let columns = match &key {
            Shown::Object(columns) => columns.iter().map(|(_, value)| value.plain()).collect(),
            Shown::List(columns) => columns.iter().map(Shown::plain).collect(),
            one => vec![one.plain()],
        };
        Some(Row { key: columns, columns: vec![("key".to_owned(), key)] })
    }

    /// See [`crate::state::group::Group`].
    fn group(&self, row: Row, bytes: &mut &[u8]) -> Option<Row> {
        let time = i64::decode(bytes)?;
        let flags = u8::decode(bytes).filter(|flags| *flags < 4)?;
        let value = self.value.decode(bytes)?;
        Some(
            row.with("time", Shown::Instant(time))
                .with_flags(flags & 1 != 0, flags & 2 != 0)
                .with("value", value),
        )
    }

    fn session(&self, row: Row, bytes: &mut &[u8]) -> Option<Row> {
        let (first, last, pending, shown) = <(i64, i64, bool, bool)>::decode(bytes)?;
        let absorbed = Vec::<(i64, i64)>::decode(bytes)?;
        let value = self.value.decode(bytes)?;
        let mut row = row.with_window(first, last).with_flags(pending, shown);
        if !absorbed.is_empty() {
            let bounds = absorbed.into_iter().map(|(start, end)| window(start, end)).collect();
            row = row.with("to_retract", Shown::List(bounds));
        }
        Some(row.with("value", value))
    }

    fn version(&self, row: Row, bytes: &mut &[u8]) -> Option<Row> {
        let from = i64::decode(bytes)?;
        let value = match bool::decode(bytes)? {
            true => self.value.decode(bytes)?,
            false => Shown::Absent,
        };
        Some(row.with("from", Shown::Instant(from)).with("value", value))
    }
}

impl Row {
    fn with(mut self, name: &str, value: Shown) -> Self {
        self.columns.push((name.to_owned(), value));
        self
    }

    fn with_window(self, start: i64, end: i64) -> Self {
        self.with("window", window(start, end))
    }

    /// Whether it is held back, and whether readers have a row of it.
    fn with_flags(self, pending: bool, shown: bool) -> Self {
        self.with("held_back", Shown::Bool(pending)).with("written", Shown::Bool(shown))
    }
}

fn window(start: i64, end: i64) -> Shown {
    Shown::Object(vec![("start".to_owned(), Shown::Instant(start)), ("end".to_owned(), Shown::Instant(end))])
}

/// Which window's row stands for the key, where a topic holds one row per key.
fn newest(row: Row, size: i64, bytes: &mut &[u8]) -> Option<Row> {
    let (time, end, pending, shown) = <(i64, i64, bool, bool)>::decode(bytes)?;
    let row = row.with("latest_window", window(end.checked_sub(size)?, end));
    Some(row.with("time", Shown::Instant(time)).with_flags(pending, shown))
}

fn kind(prefix: &str) -> Option<Kind> {
    let words: Vec<&str> = prefix.split([' ', ',']).collect();
    let after = |word: &str| {
        let at = words.iter().position(|w| *w == word)?;
        micros(words.get(at + 1)?)
    };
    match *words.first()? {
        name @ ("tumbling" | "hopping") => {
            Some(Kind::Windowed { size: after(name)?, grace: after("grace")? })
        }
        "session" => Some(Kind::Sessions),
        "table" => Some(Kind::Table),
        "latest" => Some(Kind::Latest),
        "versioned" => Some(Kind::Versioned),
        "first" => Some(Kind::Seen),
        "waiting" => Some(Kind::Waiting),
        _ => None,
    }
}

/// A duration as [`crate::state::codec::duration`] writes it.
fn micros(text: &str) -> Option<i64> {
    let at = text.find(|c: char| c.is_ascii_alphabetic())?;
    let (number, unit) = text.split_at(at);
    let unit = match unit {
        "w" => 7 * 86_400_000_000,
        "d" => 86_400_000_000,
        "h" => 3_600_000_000,
        "m" => 60_000_000,
        "s" => 1_000_000,
        "ms" => 1_000,
        "us" => 1,
        _ => return None,
    };
    number.parse::<i64>().ok()?.checked_mul(unit)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
