//! A file read as one partition of a topic: JSON lines or CSV.
//!
//! A record's offset is the byte its line starts at. The file is finite: its length is settled when it is opened, and
//! its last line counts without a newline too. Blank lines are passed over.

use super::csv::{self, Header};
use super::format::Format;
use crate::fail::Fatal;
use crate::job::Encoding;
use crate::log::{Batch, Span};
use crate::record::Kind;
use crate::wire::avro;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;

/// Bytes read at once when looking for the end of a line too long to keep.
const PIECE: usize = 64 << 10;

/// A file in the place of a partition.
#[derive(Clone, Debug)]
pub struct FileSpec {
    /// The topic's short name, for messages.
    pub topic: String,
    pub path: PathBuf,
    /// Microseconds since the epoch: the time of its records.
    pub modified: i64,
    /// How much of it is read.
    pub length: u64,
    /// Names and types of the topic's columns: what is a number in CSV.
    pub columns: &'static [(&'static str, &'static str)],
    /// How the topic's values are written: the file's rows are JSON or CSV all the same.
    pub encoding: Encoding,
    /// The longest line delivered, in bytes; at least 64.
    pub limit: usize,
}

/// An open [`FileSpec`].
#[derive(Debug)]
pub struct FileSource {
    spec: FileSpec,
    file: File,
    length: u64,
    /// Where the first record starts, and for CSV what its columns are.
    start: u64,
    header: Option<Header>,
    /// The position that the last fetch ended with: known to be the start of a line.
    reached: u64,
    buffer: Vec<u8>,
}

impl FileSource {
    pub fn open(mut spec: FileSpec) -> Result<Self, Fatal> {
        spec.limit = spec.limit.max(64);
        let file = File::open(&spec.path).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => Fatal::configuration(
                format!(
                    "the file {}, which topic `{}` is read from, does not exist",
                    spec.path.display(),
                    spec.topic
                ),
                "put it there, or bind the topic to another file",
            ),
            _ => Fatal::io(format!("reading {}", spec.path.display()), e),
        })?;
        let mut source = FileSource {
            length: spec.length,
            spec,
            file,
            start: 0,
            header: None,
            reached: 0,
            buffer: Vec::new(),
        };
        source.length = source.end_of_records()?;
        if source.read_at(0, 3)? == b"\xEF\xBB\xBF" {
            source.start = 3;
        }
        if Format::of(&source.spec.path) == Format::Csv {
            source.read_header()?;
        }
        Ok(source)
    }

    /// The byte after the last line that is not blank: reading it is reaching the end.
    fn end_of_records(&mut self) -> Result<u64, Fatal> {
        let length = self.length;
        let mut end = length;
        while end > 0 {
            let from = end.saturating_sub(PIECE as u64);
            let bytes = self.read_at(from, (end - from) as usize)?;
            if let Some(last) = bytes.iter().rposition(|b| !matches!(b, b'\n' | b'\r')) {
                let after = from + last as u64 + 1;
                return Ok(match self.read_at(after, 2)? {
                    [b'\n', ..] => after + 1,
                    [b'\r', b'\n'] => after + 2,
                    _ => length,
                });
            }
            end = from;
        }
        Ok(0)
    }

    fn read_header(&mut self) -> Result<(), Fatal> {
        let length = self.length_of_row(self.start)?;
        if length == 0 || length > self.spec.limit as u64 {
            return Err(Fatal::configuration(
                format!("{} has no header row", self.spec.path.display()),
                "begin the file with a line that names its columns",
            ));
        }
        let row = self.read_at(self.start, length as usize)?.to_vec();
        self.header = Some(Header::new(&row, self.spec.columns));
        self.start += length;
        Ok(())
    }

    /// Bytes from `at` on: `length`, or up to the end.
    fn read_at(&mut self, at: u64, length: usize) -> Result<&[u8], Fatal> {
        let length = self.length.saturating_sub(at).min(length as u64) as usize;
        self.buffer.resize(length, 0);
        let read = self.file.read_exact_at(&mut self.buffer, at);
        read.map_err(|e| match e.kind() {
            std::io::ErrorKind::UnexpectedEof => Fatal::configuration(
                format!("{} became shorter while it was read", self.spec.path.display()),
                "leave the file as it is while a job reads it",
            ),
            _ => Fatal::io(format!("reading {}", self.spec.path.display()), e),
        })?;
        Ok(&self.buffer)
    }

    /// The bytes of the row or line at `at`, its end included, without keeping it.
    fn length_of_row(&mut self, at: u64) -> Result<u64, Fatal> {
        let mut rows = Rows::new(Format::of(&self.spec.path));
        let mut from = at;
        loop {
            let bytes = self.read_at(from, PIECE)?;
            let read = bytes.len() as u64;
            if let Some(end) = rows.end(bytes) {
                return Ok(from + end as u64 - at);
            }
            from += read;
            if read == 0 {
                return Ok(from - at);
            }
        }
    }

    /// Where the first record starts.
    pub fn start(&self) -> i64 {
        self.start as i64
    }

    /// The position after the last record.
    pub fn end(&self) -> i64 {
        self.length.max(self.start) as i64
    }

    /// A position that was committed is still the start of a line; where a last line without a newline got one since,
    /// the position after it.
    fn resume(&mut self, position: i64) -> Result<u64, Fatal> {
        let position = position.max(0) as u64;
        if position <= self.start {
            return Ok(self.start);
        }
        if position == self.reached {
            return Ok(position);
        }
        if position > self.length {
            return Err(Fatal::configuration(
                format!(
                    "{} has {} bytes, but topic `{}` was read from it up to byte {position}",
                    self.spec.path.display(),
                    self.length,
                    self.spec.topic
                ),
                "put the old file back, or run with --fresh to read the new one from its start",
            ));
        }
        let around = self.read_at(position - 1, 3)?;
        match around {
            [b'\n', ..] => Ok(position),
            [_] => Ok(position),
            [_, b'\n', ..] => Ok(position + 1),
            [_, b'\r', b'\n'] => Ok(position + 2),
            _ => Err(Fatal::configuration(
                format!(
                    "{}: byte {position}, up to which topic `{}` was read, is no longer the start of a line",
                    self.spec.path.display(),
                    self.spec.topic
                ),
                "add to a file only whole lines after a newline, or run with --fresh to read it from its start",
            )),
        }
    }

    /// Up to about `bytes` of records from `position` on.
    pub fn fetch(&mut self, position: i64, bytes: usize, batch: &mut Batch) -> Result<(), Fatal> {
        batch.clear();
        batch.next = position.max(self.start as i64);
        let mut at = self.resume(position)?;
        let longest = self.spec.limit.saturating_add(2);
        let mut piece = bytes.max(1);
        while at < self.length && batch.is_empty() {
            self.read_at(at, piece)?;
            let last = at + self.buffer.len() as u64 == self.length;
            let used = match (&self.header, self.spec.encoding) {
                (None, Encoding::Json) => self.take_lines(at, last, batch),
                _ => self.take_rows(at, last, batch),
            };
            if used > 0 {
                at += used as u64;
            } else if piece < longest {
                piece = piece.saturating_mul(4).min(longest);
            } else {
                let length = self.length_of_row(at)?;
                let end = self.read_at(at + length - 2, 2)?;
                let newline = 2 - csv::without_newline(end).len();
                batch.bytes.clear();
                self.push_too_large(batch, at, length - newline as u64);
                at += length;
            }
            batch.next = at as i64;
        }
        self.reached = at;
        Ok(())
    }

    /// Makes the whole lines at the front of the buffer, which was read at `at`, records; the bytes they take. The
    /// buffer becomes the batch's, so that no line is copied.
    fn take_lines(&mut self, at: u64, last: bool, batch: &mut Batch) -> usize {
        std::mem::swap(&mut self.buffer, &mut batch.bytes);
        let mut used = 0;
        loop {
            let rest = &batch.bytes[used..];
            let length = match memchr::memchr(b'\n', rest) {
                Some(end) => end + 1,
                None if last => rest.len(),
                None => 0,
            };
            if length == 0 {
                break;
            }
            let line = csv::without_newline(&rest[..length]).len();
            let span = (used as u32, (used + line) as u32);
            let offset = at + used as u64;
            used += length;
            if line > self.spec.limit {
                // The length is not in the file: it goes where its own first bytes were.
                batch.bytes[span.0 as usize..][..8].copy_from_slice(&(line as u64).to_le_bytes());
                self.push(batch, offset, (span.0, span.0 + 8), Kind::TooLarge);
            } else if line > 0 {
                self.push(batch, offset, span, Kind::Data);
            }
        }
        used
    }

    /// The same for rows that are not values as they stand: those of CSV are written into the batch as objects, and all of
    /// them as what the topic's values are.
    fn take_rows(&mut self, at: u64, last: bool, batch: &mut Batch) -> usize {
        let raw = std::mem::take(&mut self.buffer);
        let mut used = 0;
        loop {
            let rest = &raw[used..];
            let length = match Rows::new(Format::of(&self.spec.path)).end(rest) {
                Some(length) => length,
                None if last => rest.len(),
                None => 0,
            };
            if length == 0 {
                break;
            }
            let row = csv::without_newline(&rest[..length]);
            let offset = at + used as u64;
            used += length;
            if row.len() > self.spec.limit {
                self.push_too_large(batch, offset, row.len() as u64);
            } else if !row.is_empty() {
                let from = batch.bytes.len() as u32;
                match (&self.header, self.spec.encoding) {
                    (None, Encoding::Json) => batch.bytes.extend_from_slice(row),
                    (Some(header), Encoding::Json) => header.write_row(row, &mut batch.bytes),
                    (None, Encoding::Avro(contract)) => {
                        avro::encode_line(contract, self.spec.columns, row, &mut batch.bytes);
                    }
                    (Some(header), Encoding::Avro(contract)) => {
                        let mut object = Vec::new();
                        header.write_row(row, &mut object);
                        avro::encode_line(contract, self.spec.columns, &object, &mut batch.bytes);
                    }
                }
                self.push(batch, offset, (from, batch.bytes.len() as u32), Kind::Data);
            }
        }
        self.buffer = raw;
        used
    }

    fn push_too_large(&self, batch: &mut Batch, offset: u64, length: u64) {
        let from = batch.bytes.len() as u32;
        batch.bytes.extend_from_slice(&length.to_le_bytes());
        self.push(batch, offset, (from, from + 8), Kind::TooLarge);
    }

    fn push(&self, batch: &mut Batch, offset: u64, value: (u32, u32), kind: Kind) {
        let (offset, time) = (offset as i64, self.spec.modified);
        batch.spans.push(Span { offset, time, key: None, value: Some(value), kind });
    }
}

/// Finds where a row ends, piece by piece.
enum Rows {
    Lines,
    Csv(csv::RowEnd),
}

impl Rows {
    fn new(format: Format) -> Self {
        match format {
            Format::Lines => Rows::Lines,
            Format::Csv => Rows::Csv(csv::RowEnd::default()),
        }
    }

    /// The byte after the newline that ends the row.
    fn end(&mut self, bytes: &[u8]) -> Option<usize> {
        match self {
            Rows::Lines => memchr::memchr(b'\n', bytes).map(|at| at + 1),
            Rows::Csv(state) => state.feed(bytes),
        }
    }
}
