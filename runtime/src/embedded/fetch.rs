//! Reading records of a partition from the journal.

use super::index::{Files, Index};
use super::segment::Segment;
use super::walk::{self, Step, Walk};
use crate::fail::Fatal;
use crate::log::{Batch, Span};
use crate::record::Records;
use crate::stage::Partition;
use std::fs::File;
use std::ops::Deref;
use std::os::unix::fs::FileExt;
use std::sync::Arc;

/// The fixed front of an encoded record: its length and fields before the key.
const FRONT: usize = 21;

/// Where the last fetch of a partition ended, so that the next goes on without searching.
#[derive(Clone, Debug)]
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

/// Fills `batch` from `position` on with about `bytes`. `locked` gives the index, for each look-up only.
pub(super) fn fetch<G: Deref<Target = Index>>(
    locked: &impl Fn() -> G,
    files: &Files,
    cursor: &mut Option<Cursor>,
    partition: Partition,
    position: i64,
    bytes: usize,
    batch: &mut Batch,
) -> Result<(), Fatal> {
    batch.clear();
    batch.next = position;
    let bytes = bytes.max(1);
    while batch.bytes.len() < bytes {
        let found = seek(locked, files, cursor.as_ref(), partition, batch.next)?;
        let Some((file, mut here)) = found else { break };
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

/// The chunk that holds `position`, or the first after it: where the cursor stands, or found by walking frame heads.
fn seek<G: Deref<Target = Index>>(
    locked: &impl Fn() -> G,
    files: &Files,
    cursor: Option<&Cursor>,
    partition: Partition,
    position: i64,
) -> Result<Option<(Arc<File>, Cursor)>, Fatal> {
    // The file is opened while the index is locked: a rewritten one would have its frames elsewhere.
    let open = |number, generation| {
        let file = files.get(number, generation);
        file.map_err(|e| Fatal::io(format!("reading {}", Segment::place(number, 0)), e))
    };
    let (place, file) = {
        let index = locked();
        let cursor =
            cursor.filter(|c| c.position == position && index.current(c.segment, c.generation).is_some());
        if let Some(cursor) = cursor.filter(|c| c.chunk.is_some()) {
            return Ok(Some((open(cursor.segment, cursor.generation)?, cursor.clone())));
        }
        let Some(mut place) = index.locate(partition, position) else { return Ok(None) };
        if let Some(cursor) = cursor.filter(|c| c.segment == place.segment) {
            place.frame = place.frame.max(cursor.next_frame);
        }
        (place, open(place.segment, place.generation)?)
    };
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
