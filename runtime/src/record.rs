//! Records and chunks of records: the one encoding between tasks and logs.
//!
//! A chunk is written by a task, stored by the embedded log byte for byte, and read back as borrowed records.
//! Layout of one record: total length of the rest (u32), kind (u8), time (i64), key length (u32, `u32::MAX`: none),
//! value length (u32, likewise), key, value; integers little-endian.

use crate::wire::json::{Ahead, Text};

/// One record of a partition. Borrowed: nothing is copied between the log's buffer and the decoder.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// Its position in the partition (for a file: of its first byte).
    pub offset: i64,
    /// Microseconds since the epoch: the event time for internal topics and outputs, else the log's own.
    pub time: i64,
    pub key: Option<&'a [u8]>,
    pub value: Option<&'a [u8]>,
    pub kind: Kind,
    /// The run that it is part of, where the value may be known to stand. Never looked at by who compares records.
    pub ahead: Option<Within<'a>>,
}

/// A value's place in the bytes of a run.
#[derive(Clone, Copy, Debug)]
pub struct Within<'a> {
    run: &'a Ahead<'a>,
    start: usize,
    length: usize,
}

impl<'a> Within<'a> {
    pub(crate) fn new(run: &'a Ahead<'a>, start: usize, length: usize) -> Self {
        Within { run, start, length }
    }
}

impl PartialEq for Record<'_> {
    fn eq(&self, other: &Self) -> bool {
        let parts = |record: &Self| (record.offset, record.time, record.kind);
        parts(self) == parts(other) && self.key == other.key && self.value == other.value
    }
}

impl Eq for Record<'_> {}

impl<'a> Record<'a> {
    /// The value as a part of its run, for decoders that look ahead; `None` for a record that comes alone.
    #[inline(always)]
    pub fn text(&self) -> Option<Text<'a, 'a>> {
        let Within { run, start, length } = self.ahead?;
        run.text(start, length)
    }
}

impl Record<'_> {
    /// Stands for a row that no record carried: one emitted when a window closed. It has no coordinates.
    pub const fn made(time: i64) -> Self {
        Record { offset: -1, time, key: None, value: None, kind: Kind::Data, ahead: None }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Data,
    /// Internal topics only: an upstream task's clock is `time`. The key is its number (u32 LE).
    Watermark,
    /// The upstream task has gone idle at clock `time`.
    Idle,
    /// From outside: a record larger than the log reads. The value is its length in bytes (u64 LE) instead of itself;
    /// it takes the `bad` route of its source with [`crate::fail::Fail::TooLarge`].
    TooLarge,
}

impl Kind {
    pub(crate) const fn code(self) -> u8 {
        match self {
            Kind::Data => 0,
            Kind::Watermark => 1,
            Kind::Idle => 2,
            Kind::TooLarge => 3,
        }
    }

    pub(crate) const fn of(code: u8) -> Option<Kind> {
        match code {
            0 => Some(Kind::Data),
            1 => Some(Kind::Watermark),
            2 => Some(Kind::Idle),
            3 => Some(Kind::TooLarge),
            _ => None,
        }
    }
}

const NONE: u32 = u32::MAX;
const FIXED: usize = 1 + 8 + 4 + 4;

/// Encoded records of one partition, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chunk {
    pub bytes: Vec<u8>,
    pub count: u32,
}

impl Chunk {
    pub fn clear(&mut self) {
        self.bytes.clear();
        self.count = 0;
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub fn push(&mut self, kind: Kind, time: i64, key: Option<&[u8]>, value: Option<&[u8]>) {
        self.push_with(kind, time, key, |out| match value {
            Some(value) => {
                out.extend_from_slice(value);
                true
            }
            None => false,
        });
    }

    /// Appends a record whose value `encode` writes in place; `false` from it means: no value (a tombstone).
    #[inline]
    pub fn push_with(
        &mut self,
        kind: Kind,
        time: i64,
        key: Option<&[u8]>,
        encode: impl FnOnce(&mut Vec<u8>) -> bool,
    ) {
        match key {
            Some(key) => self.push_encoded(kind, time, |out| out.extend_from_slice(key), encode),
            None => self.push_parts(kind, time, None::<fn(&mut Vec<u8>)>, encode),
        };
    }

    /// The same with a key that is written in place, too. Says how many bytes that took.
    #[inline]
    pub fn push_encoded(
        &mut self,
        kind: Kind,
        time: i64,
        key: impl FnOnce(&mut Vec<u8>),
        encode: impl FnOnce(&mut Vec<u8>) -> bool,
    ) -> usize {
        self.push_parts(kind, time, Some(key), encode)
    }

    #[inline]
    fn push_parts(
        &mut self,
        kind: Kind,
        time: i64,
        key: Option<impl FnOnce(&mut Vec<u8>)>,
        encode: impl FnOnce(&mut Vec<u8>) -> bool,
    ) -> usize {
        let start = self.bytes.len();
        let mut header = [0; 4 + FIXED];
        header[4] = kind.code();
        header[5..13].copy_from_slice(&time.to_le_bytes());
        self.bytes.extend_from_slice(&header);
        let key_start = self.bytes.len();
        let has_key = key.is_some();
        if let Some(key) = key {
            key(&mut self.bytes);
        }
        let value_start = self.bytes.len();
        let has_value = encode(&mut self.bytes);
        let end = self.bytes.len();
        let length = |part: bool, length: usize| if part { length as u32 } else { NONE };
        // What is known only now, in one piece.
        let lengths = self.bytes[start..].first_chunk_mut::<{ 4 + FIXED }>();
        if let Some(header) = lengths {
            header[..4].copy_from_slice(&((end - start - 4) as u32).to_le_bytes());
            header[13..17].copy_from_slice(&length(has_key, value_start - key_start).to_le_bytes());
            header[17..21].copy_from_slice(&length(has_value, end - value_start).to_le_bytes());
        }
        self.count += 1;
        end - start
    }

    /// The records; the first has offset `base`.
    pub fn records(&self, base: i64) -> Records<'_> {
        Records { bytes: &self.bytes, offset: base }
    }
}

/// Iterates over an encoded chunk. Ends early, with [`Records::is_whole`] false, where the bytes are not a chunk.
#[derive(Clone, Debug)]
pub struct Records<'a> {
    bytes: &'a [u8],
    offset: i64,
}

impl<'a> Records<'a> {
    pub fn new(bytes: &'a [u8], base: i64) -> Self {
        Records { bytes, offset: base }
    }

    /// All bytes have been read as records.
    pub fn is_whole(&self) -> bool {
        self.bytes.is_empty()
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    #[inline]
    fn next(&mut self) -> Option<Record<'a>> {
        let (total, rest) = self.bytes.split_first_chunk::<4>()?;
        let total = u32::from_le_bytes(*total) as usize;
        let (record, after) = rest.split_at_checked(total)?;
        let (fixed, body) = record.split_first_chunk::<FIXED>()?;
        let kind = Kind::of(fixed[0])?;
        let time = i64::from_le_bytes(fixed[1..9].try_into().ok()?);
        let key_length = u32::from_le_bytes(fixed[9..13].try_into().ok()?);
        let value_length = u32::from_le_bytes(fixed[13..17].try_into().ok()?);
        let (key, value) = body.split_at_checked(if key_length == NONE { 0 } else { key_length as usize })?;
        if value.len() != if value_length == NONE { 0 } else { value_length as usize } {
            return None;
        }
        let offset = self.offset;
        self.bytes = after;
        self.offset += 1;
        Some(Record {
            offset,
            time,
            key: (key_length != NONE).then_some(key),
            value: (value_length != NONE).then_some(value),
            kind,
            ahead: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_back_as_written() {
        let mut chunk = Chunk::default();
        chunk.push(Kind::Data, 7, Some(b"k"), Some(b"value"));
        chunk.push(Kind::Data, -1, None, None);
        chunk.push(Kind::Watermark, 9, Some(&3u32.to_le_bytes()), None);
        let records: Vec<_> = chunk.records(40).collect();
        assert_eq!(records.len(), 3);
        assert_eq!((records[0].key, records[0].value), (Some(&b"k"[..]), Some(&b"value"[..])));
        assert_eq!((records[1].key, records[1].value, records[1].offset), (None, None, 41));
        assert_eq!((records[2].kind, records[2].time), (Kind::Watermark, 9));
    }

    #[test]
    fn a_cut_chunk_ends_early_and_says_so() {
        let mut chunk = Chunk::default();
        chunk.push(Kind::Data, 7, Some(b"k"), Some(b"value"));
        for cut in 1..chunk.bytes.len() {
            let mut records = Records::new(&chunk.bytes[..cut], 0);
            assert!(records.next().is_none() && !records.is_whole());
        }
    }
}
