//! Where the hand-written queries write: JSON rows with their lengths, in one reused buffer.

use crate::nexmark::results::Results;

/// A full buffer is handed on.
const FULL: usize = 256 << 10;
const LENGTH: usize = 4;

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

    /// Appends a row that `write` writes.
    #[inline(always)]
    pub fn row(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(&[0; LENGTH]);
        write(&mut self.bytes);
        let length = (self.bytes.len() - start - LENGTH) as u32;
        self.bytes[start..start + LENGTH].copy_from_slice(&length.to_le_bytes());
        self.rows += 1;
        if self.bytes.len() >= FULL {
            self.flush();
        }
    }

    #[cold]
    pub fn flush(&mut self) {
        if self.results.looks() {
            let mut rest = self.bytes.as_slice();
            while let Some((length, after)) = rest.split_first_chunk::<LENGTH>() {
                let (row, after) = after.split_at(u32::from_le_bytes(*length) as usize);
                self.results.row(row);
                rest = after;
            }
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
