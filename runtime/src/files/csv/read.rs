//! Rows as JSON objects, for the topic's decoder.
//!
//! A cell becomes a number or boolean where its column is one and it reads as one, else a string; an empty unquoted
//! cell is null unless its column is a plain string. A row with another number of cells than the header is handed on
//! as it stands, which no decoder takes for JSON.

use crate::files::line::{is_integer, is_number, write_string};

/// Finds the end of a row: a newline outside quotes.
#[derive(Default)]
pub(in crate::files) struct RowEnd {
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
    pub(in crate::files) fn feed(&mut self, bytes: &[u8]) -> Option<usize> {
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
pub(in crate::files) fn without_newline(row: &[u8]) -> &[u8] {
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
pub(in crate::files) struct Header {
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
    pub(in crate::files) fn new(row: &[u8], columns: &[(&str, &str)]) -> Self {
        let column = |(name, _): (Vec<u8>, bool)| {
            let declared = columns.iter().find(|(column, _)| column.as_bytes() == name);
            let mut json = Vec::new();
            write_string(&mut json, &name);
            Column { name: json, shape: Shape::of(declared.map_or("string", |(_, ty)| ty)) }
        };
        Header { columns: cells(without_newline(row)).into_iter().map(column).collect() }
    }

    /// Appends a row as a JSON object.
    pub(in crate::files) fn write_row(&self, row: &[u8], out: &mut Vec<u8>) {
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
