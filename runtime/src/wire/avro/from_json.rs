//! JSON text as Avro: rows of files and of tests, which are written as JSON whatever the format of their topic.
//!
//! The other way of `to_json`, a little more lenient: numbers are also read where decimals are due. Nothing on the way of a
//! record from a broker comes here.

use super::schema::{Contract, Node, node};
use super::{DEPTH, check, frame, input::Input};
use crate::fail::Fail;
use crate::functions::{decimal, time};
use crate::wire::json::scan::check_array;
use crate::wire::json::{self, Raw, unescape};
use std::borrow::Cow;

/// What stands for a field that the text does not have and that cannot be null.
#[derive(Clone, Copy, Debug)]
pub enum Absent<'a> {
    /// Zero, the empty text, the first symbol: the row of a test names the columns that it is about.
    Zero,
    /// That only for the record's fields other than these columns, which no job reads.
    Refused(&'a [(&'static str, &'static str)]),
}

/// Appends a value of the contract's own schema, framed if values are.
pub fn encode(contract: &Contract, absent: Absent<'_>, text: &[u8], out: &mut Vec<u8>) -> Result<(), Fail> {
    json::check(text)?;
    let text = std::str::from_utf8(text).map_err(|_| Fail::InvalidUtf8)?;
    let nodes = contract.writers.first().map_or(&[] as &[Node], |writer| writer.nodes);
    let (before, mut encoder) = (out.len(), Encoder { nodes, absent, out });
    frame::write(contract, encoder.out);
    let written = encoder.value(0, text.trim_matches(BLANK), 0);
    if written.is_err() {
        out.truncate(before);
    }
    written
}

/// Appends a line of a file as a value. One that is not of the schema stays as it is, which no value of the topic is.
pub fn encode_line(
    contract: &Contract,
    columns: &[(&'static str, &'static str)],
    line: &[u8],
    out: &mut Vec<u8>,
) {
    if encode(contract, Absent::Refused(columns), line, out).is_ok() {
        return;
    }
    out.extend_from_slice(line);
    let nodes = contract.writers.first().map_or(&[] as &[Node], |writer| writer.nodes);
    let mut input = Input { bytes: line, at: 0 };
    if !contract.framed && check::skip(&mut input, nodes, 0, 0).is_ok() {
        // By chance it begins with the bytes of a record: with its line feed it is one with something behind it.
        out.push(b'\n');
    }
}

const BLANK: [char; 4] = [' ', '\t', '\n', '\r'];

struct Encoder<'a> {
    nodes: &'static [Node],
    absent: Absent<'a>,
    out: &'a mut Vec<u8>,
}

impl Encoder<'_> {
    fn value(&mut self, at: u16, text: &str, depth: u32) -> Result<(), Fail> {
        if depth >= DEPTH {
            return Err(Fail::TooDeep);
        }
        match node(self.nodes, at) {
            Node::Null if text == "null" => {}
            Node::Null => return Err(Fail::WrongType),
            Node::Boolean => match text {
                "true" => self.out.push(1),
                "false" => self.out.push(0),
                _ => return Err(Fail::WrongType),
            },
            Node::Int => {
                let value = i32::try_from(whole(text)?).map_err(|_| Fail::OutOfRange)?;
                self.long(value.into());
            }
            Node::Long => self.long(whole(text)?),
            Node::Float => self.out.extend_from_slice(&(float(text)? as f32).to_le_bytes()),
            Node::Double => self.out.extend_from_slice(&float(text)?.to_le_bytes()),
            Node::Bytes => {
                let bytes = latin(text)?;
                self.bytes(&bytes);
            }
            Node::Fixed(size) => {
                let bytes = latin(text)?;
                if bytes.len() != size as usize {
                    return Err(Fail::OutOfRange);
                }
                self.out.extend_from_slice(&bytes);
            }
            Node::String => self.bytes(string(text)?.as_bytes()),
            Node::Enum(symbols) => {
                let name = string(text)?;
                let index = symbols.iter().position(|symbol| *symbol == name);
                self.long(index.ok_or(Fail::UnknownVariant)? as i64);
            }
            Node::Date => self.long(time::parse_date(&string(text)?)?.0.into()),
            Node::TimestampMillis => self.long(time::epoch_ms(time::parse_timestamp(&string(text)?)?)),
            Node::TimestampMicros => self.long(time::epoch_us(time::parse_timestamp(&string(text)?)?)),
            Node::Decimal(scale) => {
                let bytes = exact(text, scale)?.to_be_bytes();
                self.bytes(&bytes);
            }
            Node::FixedDecimal(size, scale) => {
                let value = exact(text, scale)?;
                self.fixed(value, size as usize)?;
            }
            Node::Array(item) => {
                let mut items = Vec::new();
                check_array(text, &mut |element| {
                    items.push(element.text());
                    Ok(())
                })?;
                self.block(items.len());
                for text in items {
                    self.value(item, text, depth + 1)?;
                }
                self.out.push(0);
            }
            Node::Map(item) => {
                let members = members(text)?;
                self.block(members.len());
                for (name, text) in members {
                    self.bytes(name.as_bytes());
                    self.value(item, text, depth + 1)?;
                }
                self.out.push(0);
            }
            Node::Union(branches) => self.union(branches, text, depth)?,
            Node::Record(fields) => self.record(fields, text, depth)?,
        }
        Ok(())
    }

    /// The first branch that takes the text.
    fn union(&mut self, branches: &'static [u16], text: &str, depth: u32) -> Result<(), Fail> {
        let start = self.out.len();
        let mut failed = Fail::WrongType;
        for (index, branch) in branches.iter().enumerate() {
            self.long(index as i64);
            match self.value(*branch, text, depth + 1) {
                Ok(()) => return Ok(()),
                Err(fail) if node(self.nodes, *branch) == Node::Null => failed = failed.max(fail),
                Err(fail) => failed = fail,
            }
            self.out.truncate(start);
        }
        Err(failed)
    }

    fn record(&mut self, fields: &'static [(&'static str, u16)], text: &str, depth: u32) -> Result<(), Fail> {
        let members = members(text)?;
        for (name, field) in fields {
            match members.iter().find(|(member, _)| member == name) {
                Some((_, text)) => self.value(*field, text, depth + 1)?,
                None => self.absent(name, *field, depth + 1)?,
            }
        }
        Ok(())
    }

    fn absent(&mut self, name: &str, at: u16, depth: u32) -> Result<(), Fail> {
        if self.value(at, "null", depth).is_ok() {
            return Ok(());
        }
        match self.absent {
            Absent::Refused(columns) if depth > 1 || columns.iter().any(|(column, _)| *column == name) => {
                Err(Fail::MissingField)
            }
            _ => self.zero(at, depth),
        }
    }

    /// The least that can be written of a type.
    fn zero(&mut self, at: u16, depth: u32) -> Result<(), Fail> {
        if depth >= DEPTH {
            return Err(Fail::TooDeep);
        }
        match node(self.nodes, at) {
            Node::Null => {}
            Node::Float => self.out.extend_from_slice(&[0; 4]),
            Node::Double => self.out.extend_from_slice(&[0; 8]),
            Node::Fixed(size) | Node::FixedDecimal(size, _) => {
                self.out.resize(self.out.len() + size as usize, 0);
            }
            Node::Union(branches) => {
                self.out.push(0);
                self.zero(branches.first().copied().unwrap_or(u16::MAX), depth + 1)?;
            }
            Node::Record(fields) => {
                for (_, field) in fields {
                    self.zero(*field, depth + 1)?;
                }
            }
            // Zero, false, the first symbol, or nothing with its length in front.
            _ => self.out.push(0),
        }
        Ok(())
    }

    fn long(&mut self, value: i64) {
        crate::varint::put(self.out, ((value << 1) ^ (value >> 63)) as u64);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.long(bytes.len() as i64);
        self.out.extend_from_slice(bytes);
    }

    /// The head of the only block; what follows ends with an empty one.
    fn block(&mut self, items: usize) {
        if items > 0 {
            self.long(items as i64);
        }
    }

    fn fixed(&mut self, value: i128, size: usize) -> Result<(), Fail> {
        let bytes = value.to_be_bytes();
        let sign = if value < 0 { 0xff } else { 0 };
        let cut = bytes.len().saturating_sub(size);
        let (lost, kept) = bytes.split_at(cut);
        let same_sign = kept.first().is_none_or(|first| (*first >= 0x80) == (value < 0));
        if lost.iter().any(|byte| *byte != sign) || !same_sign {
            return Err(Fail::OutOfRange);
        }
        self.out.resize(self.out.len() + size.saturating_sub(bytes.len()), sign);
        self.out.extend_from_slice(kept);
        Ok(())
    }
}

/// A number's text; of a string its content if `quoted` ones are taken too.
fn digits(text: &str, quoted: bool) -> Result<Cow<'_, str>, Fail> {
    match text.as_bytes().first() {
        Some(b'-' | b'0'..=b'9') => Ok(text.into()),
        Some(b'"') if quoted => string(text),
        _ => Err(Fail::WrongType),
    }
}

fn whole(text: &str) -> Result<i64, Fail> {
    let value = decimal::parse_digits(&digits(text, false)?, 0)?;
    i64::try_from(value).map_err(|_| Fail::OutOfRange)
}

fn exact(text: &str, scale: u8) -> Result<i128, Fail> {
    decimal::parse_digits(&digits(text, true)?, scale)
}

fn float(text: &str) -> Result<f64, Fail> {
    digits(text, false)?.parse().map_err(|_| Fail::WrongType)
}

fn string(text: &str) -> Result<Cow<'_, str>, Fail> {
    let content = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    unescape(content.ok_or(Fail::WrongType)?)
}

/// A character per byte.
fn latin(text: &str) -> Result<Vec<u8>, Fail> {
    let text = string(text)?;
    text.chars().map(|c| u8::try_from(u32::from(c)).map_err(|_| Fail::OutOfRange)).collect()
}

/// Names and values of an object that has been checked; a name that stands twice is [`Fail::RepeatedField`].
fn members(text: &str) -> Result<Vec<(String, &str)>, Fail> {
    if !text.starts_with('{') {
        return Err(Fail::WrongType);
    }
    // An object is a list whose items are a name, a colon and a value.
    let mut found: Vec<(String, &str)> = Vec::new();
    let mut rest = text[1..].trim_start_matches(BLANK);
    while rest.starts_with('"') {
        let (name, after) = rest.split_at(end(rest));
        let after = after.trim_start_matches(BLANK).strip_prefix(':').ok_or(Fail::InvalidJson)?;
        let after = after.trim_start_matches(BLANK);
        let (value, after) = after.split_at(end(after));
        let name = string(name)?.into_owned();
        if found.iter().any(|(other, _)| *other == name) {
            return Err(Fail::RepeatedField);
        }
        found.push((name, Raw::of(value).text()));
        let after = after.trim_start_matches(BLANK);
        rest = after.strip_prefix(',').unwrap_or(after).trim_start_matches(BLANK);
    }
    Ok(found)
}

/// Where the value at the start of a checked text ends.
fn end(text: &str) -> usize {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    for (at, byte) in text.bytes().enumerate() {
        if quoted {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' if depth == 0 => return at + 1,
                b'"' => quoted = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' | b',' | b' ' | b'\t' | b'\n' | b'\r' if depth == 0 => return at,
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    text.len()
}
