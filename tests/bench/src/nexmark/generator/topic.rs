//! Encoded records of one kind: how they are written, and read as a log is read.

use super::Order;
use super::random::Random;
use riparian::log::{Batch, Span};
use riparian::record::Kind;

/// Records: eight bytes of key, then the value, record by record.
#[derive(Default)]
pub struct Topic {
    bytes: Vec<u8>,
    /// Where each record ends.
    ends: Vec<usize>,
    /// Event time of the last one, milliseconds since the epoch.
    pub last_time: u64,
}

const KEY: usize = 8;

impl Topic {
    /// Appends a record whose fields stand in this order, or in one that is drawn from `places`.
    pub fn push(&mut self, key: u64, time: u64, fields: &mut [Vec<u8>], order: Order, places: &mut Random) {
        if order == Order::Shuffled {
            for last in (1..fields.len()).rev() {
                fields.swap(last, places.below(last as u64 + 1) as usize);
            }
        }
        self.last_time = time;
        self.bytes.extend_from_slice(&key.to_be_bytes());
        self.bytes.push(b'{');
        self.bytes.extend_from_slice(&fields.join(&b','));
        self.bytes.push(b'}');
        self.ends.push(self.bytes.len());
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Of a value, without its key.
    pub fn mean_bytes(&self) -> usize {
        (self.bytes.len() / self.ends.len().max(1)).saturating_sub(KEY)
    }

    /// The values, without keys.
    pub fn values(&self) -> impl Iterator<Item = &[u8]> {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.bytes[start + KEY..*end])
    }

    /// Copies records from `position` on, before `end`, about `bytes` of them, as a log does that fetches from elsewhere.
    pub fn fetch(&self, position: usize, end: usize, bytes: usize, batch: &mut Batch) {
        batch.clear();
        let start = position.checked_sub(1).map_or(0, |before| self.ends[before]);
        let to = self.ends.partition_point(|end| *end <= start + bytes).max(position + 1).min(end);
        batch.next = to.max(position) as i64;
        if to <= position {
            return;
        }
        batch.bytes.extend_from_slice(&self.bytes[start..self.ends[to - 1]]);
        let mut from = 0;
        for (offset, end) in (position as i64..).zip(&self.ends[position..to]) {
            let end = (end - start) as u32;
            let value = from + KEY as u32;
            batch.spans.push(Span {
                offset,
                time: 0,
                key: Some((from, value)),
                value: Some((value, end)),
                kind: Kind::Data,
            });
            from = end;
        }
    }
}

/// A name with a number.
pub fn number(name: &str, value: u64) -> Vec<u8> {
    format!("\"{name}\":{value}").into_bytes()
}

/// A name with a text.
pub fn text(name: &str, value: &[u8]) -> Vec<u8> {
    [b"\"", name.as_bytes(), b"\":\"", value, b"\""].concat()
}
