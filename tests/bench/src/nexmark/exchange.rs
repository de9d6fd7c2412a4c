//! One partition of an internal topic in memory: what one task has written and another is to read, once and in order.

use riparian::fail::Fatal;
use riparian::log::{Batch, Span};
use riparian::record::{Chunk, Records};

/// The fixed front of an encoded record: its length and the fields before the key.
const FRONT: usize = 21;

/// What has been committed and not been read.
#[derive(Default)]
pub struct Exchange {
    bytes: Vec<u8>,
    /// Bytes that have been read.
    read: usize,
    /// Offset of the next record to read.
    next: i64,
    /// The offset after the last record.
    pub end: i64,
}

impl Exchange {
    pub fn append(&mut self, chunk: &Chunk) {
        self.bytes.extend_from_slice(&chunk.bytes);
        self.end += i64::from(chunk.count);
    }

    pub fn fetch(&mut self, position: i64, bytes: usize, batch: &mut Batch) -> Result<(), Fatal> {
        batch.clear();
        batch.next = position;
        if position != self.next {
            return Err(Fatal::corrupt("the benchmark's log", "an internal topic is read once, in order"));
        }
        let rest = &self.bytes[self.read..];
        let mut at = 0;
        for record in Records::new(rest, position) {
            let key = at + FRONT;
            let value = key + record.key.map_or(0, <[u8]>::len);
            at = value + record.value.map_or(0, <[u8]>::len);
            batch.spans.push(Span {
                offset: record.offset,
                time: record.time,
                key: record.key.map(|_| (key as u32, value as u32)),
                value: record.value.map(|_| (value as u32, at as u32)),
                kind: record.kind,
            });
            batch.next = record.offset + 1;
            if at >= bytes {
                break;
            }
        }
        batch.bytes.extend_from_slice(&rest[..at]);
        self.next = batch.next;
        self.read += at;
        if self.read == self.bytes.len() {
            self.bytes.clear();
            self.read = 0;
        }
        Ok(())
    }
}
