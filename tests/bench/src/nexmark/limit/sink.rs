//! Where the hand-written queries write: records as a task writes them (time, key, value), in one reused buffer.
//!
//! The layout is that of `riparian::record`, written here by hand; it is read back with the runtime's own reader when
//! results are compared.

use crate::nexmark::results::Results;
use riparian::record::Records;

/// A full buffer is handed on.
const FULL: usize = 256 << 10;
/// Total length, kind, time, key length, value length.
const HEADER: usize = 4 + 1 + 8 + 4 + 4;
const VALUE_LENGTH: usize = HEADER - 4;
const KEY_LENGTH: usize = VALUE_LENGTH - 4;
const NONE: u32 = u32::MAX;

/// The output of one run.
pub struct Sink {
    bytes: Vec<u8>,
    /// Rows in the buffer.
    rows: u64,
    pub results: Results,
}

impl Sink {
    pub fn new(results: Results) -> Self {
        Sink { bytes: Vec::with_capacity(FULL + 4096), rows: 0, results }
    }

    /// Appends a row with a key of eight bytes, or none, whose value `write` writes. The time in milliseconds.
    #[inline(always)]
    pub fn row(&mut self, time: u64, key: Option<u64>, write: impl FnOnce(&mut Vec<u8>)) {
        let start = self.begin(time, key.map_or(NONE, |_| 8));
        if let Some(key) = key {
            self.bytes.extend_from_slice(&key.to_be_bytes());
        }
        self.end(start, self.bytes.len(), write);
    }

    /// The same with a key that is written out.
    pub fn keyed_row(&mut self, time: u64, key: &[u8], write: impl FnOnce(&mut Vec<u8>)) {
        let start = self.begin(time, key.len() as u32);
        self.bytes.extend_from_slice(key);
        self.end(start, self.bytes.len(), write);
    }

    /// The same with a key that `key` writes.
    #[inline(always)]
    pub fn written_row(
        &mut self,
        time: u64,
        key: impl FnOnce(&mut Vec<u8>),
        write: impl FnOnce(&mut Vec<u8>),
    ) {
        let start = self.begin(time, 0);
        key(&mut self.bytes);
        let value = self.bytes.len();
        let length = (value - start - HEADER) as u32;
        self.bytes[start + KEY_LENGTH..start + VALUE_LENGTH].copy_from_slice(&length.to_le_bytes());
        self.end(start, value, write);
    }

    /// A key under which there is nothing any more.
    pub fn deleted(&mut self, time: u64, key: &[u8]) {
        let start = self.begin(time, key.len() as u32);
        self.bytes.extend_from_slice(key);
        let total = (self.bytes.len() - start - 4) as u32;
        self.bytes[start..start + 4].copy_from_slice(&total.to_le_bytes());
        self.bytes[start + VALUE_LENGTH..start + HEADER].copy_from_slice(&NONE.to_le_bytes());
        self.rows += 1;
    }

    #[inline(always)]
    fn begin(&mut self, time: u64, key_length: u32) -> usize {
        let start = self.bytes.len();
        let mut header = [0; HEADER];
        header[5..13].copy_from_slice(&(time * 1000).to_le_bytes());
        header[KEY_LENGTH..VALUE_LENGTH].copy_from_slice(&key_length.to_le_bytes());
        self.bytes.extend_from_slice(&header);
        start
    }

    #[inline(always)]
    fn end(&mut self, start: usize, value: usize, write: impl FnOnce(&mut Vec<u8>)) {
        write(&mut self.bytes);
        let length = (self.bytes.len() - value) as u32;
        let total = (self.bytes.len() - start - 4) as u32;
        self.bytes[start..start + 4].copy_from_slice(&total.to_le_bytes());
        self.bytes[start + VALUE_LENGTH..start + HEADER].copy_from_slice(&length.to_le_bytes());
        self.rows += 1;
        if self.bytes.len() >= FULL {
            self.flush();
        }
    }

    #[cold]
    pub fn flush(&mut self) {
        if self.results.looks() {
            let mut records = Records::new(&self.bytes, 0);
            records.by_ref().for_each(|row| self.results.row(&row));
            assert!(records.is_whole(), "the sink writes whole records");
        } else {
            self.results.unseen(self.rows);
        }
        self.rows = 0;
        self.bytes.clear();
    }
}

/// Appends what comes before a number, and the number.
#[inline(always)]
pub fn number(out: &mut Vec<u8>, before: &[u8], value: u64) {
    out.extend_from_slice(before);
    out.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
}

/// Appends what comes before a text, its opening quote included, the text and its closing quote.
#[inline(always)]
pub fn text(out: &mut Vec<u8>, before: &[u8], value: &[u8]) {
    out.extend_from_slice(before);
    out.extend_from_slice(value);
    out.push(b'"');
}
