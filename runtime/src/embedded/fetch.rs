//! Reading records of a partition from the journal.

use super::index::{Files, Index, Place};
use super::segment::Segment;
use super::walk::{self, Step, Walk};
use crate::fail::Fatal;
use crate::log::{Batch, Span};
use crate::record::Records;
use crate::stage::Partition;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::sync::Arc;

/// The fixed front of an encoded record: its length and fields before the key.
const FRONT: usize = 21;

/// Where the last fetch of a partition ended, so that the next goes on without searching.
#[derive(Debug)]
pub(super) struct Cursor {
    position: i64,
    segment: u32,
    generation: u32,
    /// Where to look for the next chunk once this one is read.
    next_frame: u64,
    chunk: Option<Chunk>,
}

/// The unread rest of a chunk, in bytes of the segment.
#[derive(Clone, Copy, Debug)]
struct Chunk {
    at: u64,
    end: u64,
    /// Of the record at `at`.
    offset: i64,
}

/// Fills `batch` from `position` on with about `bytes`. `index` is locked by `locked` for each look-up only.
pub(super) fn fetch<'i, G>(
    locked: &impl Fn() -> G,
    files: &Files,
    cursor: &mut Option<Cursor>,
    partition: Partition,
    position: i64,
    bytes: usize,
    batch: &mut Batch,
) -> Result<(), Fatal>
where
    G: std::ops::Deref<Target = Index> + 'i,
{
    batch.clear();
    batch.next = position;
    while batch.bytes.len() < bytes {
        let Some((file, mut here)) = seek(locked, files, cursor.take(), partition, batch.next)? else {
            break;
        };
        while let Some(chunk) = here.chunk.as_mut().filter(|_| batch.bytes.len() < bytes) {
            let room = bytes - batch.bytes.len();
            read(&file, here.segment, chunk, position, room, batch)?;
            if chunk.at == chunk.end {
                batch.next = batch.next.max(chunk.offset);
                here.chunk = None;
            }
        }
        here.position = batch.next;
        *cursor = Some(here);
    }
    Ok(())
}

/// The chunk that holds `position`, or the first after it.
fn seek<'i, G>(
    locked: &impl Fn() -> G,
    files: &Files,
    cursor: Option<Cursor>,
    partition: Partition,
    position: i64,
) -> Result<Option<(Arc<File>, Cursor)>, Fatal>
where
    G: std::ops::Deref<Target = Index> + 'i,
{
    let (place, file, cursor) = {
        let index = locked();
        let cursor =
            cursor.filter(|c| c.position == position && index.current(c.segment, c.generation).is_some());
        let open = |segment, generation| {
            files
                .get(segment, generation)
                .map_err(|e| Fatal::io(format!("reading {}", Segment::place(segment, 0)), e))
        };
        if let Some(cursor) = cursor {
            let file = open(cursor.segment, cursor.generation)?;
            if cursor.chunk.is_some() {
                return Ok(Some((file, cursor)));
            }
            match index.locate(partition, position) {
                None => return Ok(None),
                Some(place) if place.segment == cursor.segment => {
                    (Place { frame: place.frame.max(cursor.next_frame), ..place }, file, Some(cursor))
                }
                Some(place) => (place, open(place.segment, place.generation)?, None),
            }
        } else {
            match index.locate(partition, position) {
                None => return Ok(None),
                Some(place) => (place, open(place.segment, place.generation)?, None),
            }
        }
    };
    drop(cursor);
    let io = |e| Fatal::io(format!("reading {}", Segment::place(place.segment, place.frame)), e);
    let corrupt = |at, detail: &str| Fatal::corrupt(Segment::place(place.segment, at), detail);
    let mut walk = Walk::new(file.clone(), place.frame, place.length);
    loop {
        match walk.step().map_err(io)? {
            Step::Frame(at, head) => {
                let found = head
                    .outputs
                    .iter()
                    .find(|(p, base, part)| *p == partition && base + i64::from(part.count) > position);
                let Some((_, base, part)) = found else { continue };
                if !place.checked && !walk::sound(&file, at, *part).map_err(io)? {
                    return Err(corrupt(at, "the checksum of its records does not match"));
                }
                let start = at + part.at;
                let chunk = Chunk { at: start, end: start + u64::from(part.length), offset: *base };
                let cursor = Cursor {
                    position,
                    segment: place.segment,
                    generation: place.generation,
                    next_frame: at + head.size,
                    chunk: Some(chunk),
                };
                return Ok(Some((file, cursor)));
            }
            Step::End => return Err(corrupt(place.length, "records that its index names are not there")),
            Step::Broken(at) => return Err(corrupt(at, "a commit's checksum does not match")),
        }
    }
}

/// Reads whole records from the front of `chunk`: about `room` bytes, at least one. Those before `position` are skipped.
fn read(
    file: &File,
    segment: u32,
    chunk: &mut Chunk,
    position: i64,
    room: usize,
    batch: &mut Batch,
) -> Result<(), Fatal> {
    let start = batch.bytes.len();
    let mut wanted = room.max(FRONT) as u64;
    loop {
        let piece = wanted.min(chunk.end - chunk.at) as usize;
        batch.bytes.resize(start + piece, 0);
        file.read_exact_at(&mut batch.bytes[start..], chunk.at)
            .map_err(|e| Fatal::io(format!("reading {}", Segment::place(segment, chunk.at)), e))?;
        let spans = batch.spans.len();
        let mut at = start;
        for record in Records::new(&batch.bytes[start..], chunk.offset) {
            let key = at + FRONT;
            let value = key + record.key.map_or(0, <[u8]>::len);
            at = value + record.value.map_or(0, <[u8]>::len);
            chunk.offset = record.offset + 1;
            if record.offset >= position {
                batch.spans.push(Span {
                    offset: record.offset,
                    time: record.time,
                    key: record.key.map(|_| (key as u32, value as u32)),
                    value: record.value.map(|_| (value as u32, at as u32)),
                    kind: record.kind,
                });
                batch.next = record.offset + 1;
            }
        }
        let rest = &batch.bytes[at..];
        let next = rest.first_chunk::<4>().map(|l| u64::from(u32::from_le_bytes(*l)) + 4);
        let whole = next.is_some_and(|next| next <= rest.len() as u64);
        let beyond = at == start && next.is_none_or(|next| next > chunk.end - chunk.at);
        if whole || (beyond && chunk.at < chunk.end) {
            return Err(Fatal::corrupt(Segment::place(segment, chunk.at), "its records cannot be read"));
        }
        if at == start {
            wanted = next.unwrap_or(0);
            continue;
        }
        chunk.at += (at - start) as u64;
        // What was read of the next record, and records that were skipped, take no room in the batch.
        batch.bytes.truncate(if batch.spans.len() == spans { start } else { at });
        return Ok(());
    }
}
