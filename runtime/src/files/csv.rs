//! CSV (RFC 4180): rows as JSON objects for decoders, and JSON objects as rows for sinks.
//!
//! A cell becomes a number or boolean where its column is one and it reads as one, else a string; an empty unquoted
//! cell is null unless its column is a plain string. A row with another number of cells than the header is handed on
//! as it stands, which no decoder takes for JSON.

use super::line::{is_integer, is_number, write_key, write_string};
use crate::fail::Fatal;
use crate::job::Topic;

/// Finds the end of a row: a newline outside quotes.
#[derive(Default)]
pub(super) struct RowEnd {
    state: State,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    CellStart,
    Plain,
    Quoted,
    /// After a quote in a quoted cell: the end of it, or half of a doubled quote.
    Quote,
}

impl RowEnd {
    /// The byte after the row's newline, if it is in this piece.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Option<usize> {
        for (at, byte) in bytes.iter().enumerate() {
            self.state = match (self.state, byte) {
                (State::Quoted, b'"') => State::Quote,
                (State::Quoted, _) => State::Quoted,
                (State::Quote, b'"') => State::Quoted,
                (_, b'\n') => return Some(at + 1),
                (_, b',') => State::CellStart,
                (State::CellStart, b'"') => State::Quoted,
                _ => State::Plain,
            };
        }
        None
    }
}

/// Without its `\n` or `\r\n`.
pub(super) fn without_newline(row: &[u8]) -> &[u8] {
    let row = row.strip_suffix(b"\n").unwrap_or(row);
    row.strip_suffix(b"\r").unwrap_or(row)
}

/// The cells of a row without its newline: their text and whether they were quoted.
fn cells(row: &[u8]) -> Vec<(Vec<u8>, bool)> {
    let mut cells = Vec::new();
    let (mut cell, mut quoted, mut state) = (Vec::new(), false, State::CellStart);
    for byte in row {
        state = match (state, byte) {
            (State::Quoted, b'"') => State::Quote,
            (State::Quote, b'"') => {
                cell.push(b'"');
                State::Quoted
            }
            (State::CellStart, b'"') => {
                quoted = true;
                State::Quoted
            }
            (State::CellStart | State::Plain | State::Quote, b',') => {
                cells.push((std::mem::take(&mut cell), std::mem::take(&mut quoted)));
                State::CellStart
            }
            (state, byte) => {
                cell.push(*byte);
                if state == State::Quoted { state } else { State::Plain }
            }
        };
    }
    cells.push((cell, quoted));
    cells
}

/// The columns of a file, in its order.
#[derive(Debug)]
pub(super) struct Header {
    columns: Vec<Column>,
}

#[derive(Debug)]
struct Column {
    /// As a JSON string.
    name: Vec<u8>,
    shape: Shape,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Number,
    Boolean,
    Text { optional: bool },
}

impl Shape {
    fn of(ty: &str) -> Shape {
        let (plain, optional) = ty.strip_suffix('?').map_or((ty, false), |plain| (plain, true));
        let base = plain.split(['(', '<']).next().unwrap_or(plain);
        match base {
            "bool" => Shape::Boolean,
            // An instant may be written as a number of milli- or microseconds.
            "int" | "float" | "decimal" | "money" | "timestamp" | "duration" => Shape::Number,
            _ if is_integer(plain) => Shape::Number,
            _ => Shape::Text { optional },
        }
    }
}

impl Header {
    pub(super) fn new(row: &[u8], columns: &[(&str, &str)]) -> Self {
        let column = |(name, _): (Vec<u8>, bool)| {
            let declared = columns.iter().find(|(column, _)| column.as_bytes() == name);
            let mut json = Vec::new();
            write_string(&mut json, &name);
            Column { name: json, shape: Shape::of(declared.map_or("string", |(_, ty)| ty)) }
        };
        Header { columns: cells(without_newline(row)).into_iter().map(column).collect() }
    }

    /// Appends a row as a JSON object.
    pub(super) fn write_row(&self, row: &[u8], out: &mut Vec<u8>) {
        let cells = cells(row);
        if cells.len() != self.columns.len() {
            out.extend_from_slice(row);
            return;
        }
        out.push(b'{');
        for (index, (column, (cell, quoted))) in self.columns.iter().zip(cells).enumerate() {
            if index > 0 {
                out.push(b',');
            }
            out.extend_from_slice(&column.name);
            out.push(b':');
            let empty = cell.is_empty() && !quoted;
            match column.shape {
                Shape::Text { optional: false } => write_string(out, &cell),
                _ if empty => out.extend_from_slice(b"null"),
                Shape::Number if is_number(&cell) => out.extend_from_slice(&cell),
                Shape::Boolean if cell == b"true" || cell == b"false" => out.extend_from_slice(&cell),
                _ => write_string(out, &cell),
            }
        }
        out.push(b'}');
    }
}

/// The header of a sink: the topic's columns.
pub(super) fn write_header(out: &mut Vec<u8>, topic: &Topic) {
    for (index, (name, _)) in topic.columns.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write_cell(out, name.as_bytes());
    }
    out.push(b'\n');
}

/// Appends a record as a row: one cell per column of the topic, null as an empty one, nested values as JSON. A delete
/// is a row with nothing but its key.
pub(super) fn write_row(
    out: &mut Vec<u8>,
    topic: &Topic,
    key: Option<&[u8]>,
    value: Option<&[u8]>,
) -> Result<(), Fatal> {
    let text;
    let members = match value {
        Some(value) => members(value),
        None => {
            let mut json = Vec::new();
            write_key(&mut json, topic, key);
            text = json;
            match topic.key {
                [name] => Some(vec![(name.as_bytes().to_vec(), &text[..])]),
                names => elements(&text)
                    .map(|keys| names.iter().map(|n| n.as_bytes().to_vec()).zip(keys).collect()),
            }
        }
    };
    let members = members.ok_or_else(|| {
        Fatal::configuration(
            format!(
                "a record of topic `{}` is not a JSON object, so it cannot be a row of CSV",
                topic.short_name
            ),
            "write the topic to a .jsonl file",
        )
    })?;
    for (index, (name, _)) in topic.columns.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        let value = members.iter().find(|(member, _)| member == name.as_bytes()).map(|(_, value)| *value);
        match value {
            None | Some(b"null") => {}
            // An empty string is quoted: an empty cell is null.
            Some(b"\"\"") => out.extend_from_slice(b"\"\""),
            Some(value) => match string(value) {
                Some(text) => write_cell(out, &text),
                None => write_cell(out, value),
            },
        }
    }
    out.push(b'\n');
    Ok(())
}

fn write_cell(out: &mut Vec<u8>, text: &[u8]) {
    if !text.iter().any(|b| matches!(b, b'"' | b',' | b'\n' | b'\r')) {
        return out.extend_from_slice(text);
    }
    out.push(b'"');
    for byte in text {
        if *byte == b'"' {
            out.push(b'"');
        }
        out.push(*byte);
    }
    out.push(b'"');
}

/// The members of a JSON object: names, and values as JSON.
fn members(json: &[u8]) -> Option<Vec<(Vec<u8>, &[u8])>> {
    let inside = json.trim_ascii().strip_prefix(b"{")?.strip_suffix(b"}")?;
    let mut members = Vec::new();
    for member in split(inside) {
        let colon = end_of_value(member, b':');
        let (name, value) = (member[..colon].trim_ascii(), member.get(colon + 1..)?.trim_ascii());
        members.push((string(name)?, value));
    }
    Some(members)
}

/// The elements of a JSON array.
fn elements(json: &[u8]) -> Option<Vec<&[u8]>> {
    let inside = json.trim_ascii().strip_prefix(b"[")?.strip_suffix(b"]")?;
    Some(split(inside).into_iter().map(<[u8]>::trim_ascii).collect())
}

fn split(inside: &[u8]) -> Vec<&[u8]> {
    let (mut parts, mut rest) = (Vec::new(), inside);
    while !rest.trim_ascii().is_empty() {
        let end = end_of_value(rest, b',');
        parts.push(&rest[..end]);
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    parts
}

/// Where `wanted` first stands outside strings and nested values, else the end.
fn end_of_value(json: &[u8], wanted: u8) -> usize {
    let (mut depth, mut in_string, mut escaped) = (0usize, false, false);
    for (at, byte) in json.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            byte if *byte == wanted && depth == 0 => return at,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    json.len()
}

/// The text of a JSON string; `None` if it is none.
fn string(json: &[u8]) -> Option<Vec<u8>> {
    let inside = json.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    if !inside.contains(&b'\\') {
        return Some(inside.to_vec());
    }
    let text = std::str::from_utf8(inside).ok()?;
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        out.push(match chars.next()? {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => {
                let high = hex(&mut chars)?;
                let code = if (0xD800..0xDC00).contains(&high) {
                    (chars.next()? == '\\' && chars.next()? == 'u').then_some(())?;
                    0x10000 + ((high - 0xD800) << 10) + hex(&mut chars)?.checked_sub(0xDC00)?
                } else {
                    high
                };
                char::from_u32(code)?
            }
            other => other,
        });
    }
    Some(out.into_bytes())
}

fn hex(chars: &mut std::str::Chars<'_>) -> Option<u32> {
    (0..4).try_fold(0, |code, _| Some(code * 16 + chars.next()?.to_digit(16)?))
}
