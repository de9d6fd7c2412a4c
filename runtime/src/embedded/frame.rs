//! One frame of the journal: its bytes, and what its head says.
//!
//! ```text
//! "RPF1"  head length u32  body length u64  CRC-32C u32 (of the two lengths and the head)
//! head    kind, worker, epoch; per chunk: whose, count, length, CRC-32C; positions; clocks; length and CRC of the rest
//! body    the chunks in the order of the head, then the rest: the choices of a commit, the index of a footer
//! ```
//!
//! The head alone says where every chunk is and how to check it, so that a reader skips what is not its own. Topic,
//! stage and store numbers are those of the directory's `meta`, not the job's.

use super::wire::{Put, Take};
use crate::stage::{Partition, TaskId};

pub(super) const MAGIC: [u8; 4] = *b"RPF1";
pub(super) const PREFIX: usize = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Commit,
    /// The first frame of a segment: all next offsets, positions and clocks, so that no earlier one is needed for them.
    Checkpoint,
    /// The last frame of a closed segment: its index.
    Footer,
}

/// Bytes of a frame's body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// From the start of the frame.
    pub at: u64,
    pub length: u32,
    /// Records in it.
    pub count: u32,
    pub crc: u32,
}

/// What stands at the front of a frame.
#[derive(Debug)]
pub(super) struct Head {
    pub kind: Kind,
    pub worker: u32,
    pub epoch: u64,
    /// With the offset of the first record.
    pub outputs: Vec<(Partition, i64, Part)>,
    pub changelog: Vec<(TaskId, u16, Part)>,
    pub positions: Vec<(TaskId, Partition, i64)>,
    pub clocks: Vec<(TaskId, Vec<u8>)>,
    pub rest: Part,
    /// Of the whole frame.
    pub size: u64,
}

impl Head {
    /// Every part of the body, in order.
    pub(super) fn parts(&self) -> impl Iterator<Item = Part> {
        let outputs = self.outputs.iter().map(|(_, _, part)| *part);
        let changelog = self.changelog.iter().map(|(_, _, part)| *part);
        outputs.chain(changelog).chain([self.rest])
    }
}

/// What a frame is made of.
pub(super) struct Contents<'a> {
    pub kind: Kind,
    pub worker: u32,
    pub epoch: u64,
    /// Partition, offset of the first record, encoded records, their count.
    pub outputs: Vec<(Partition, i64, &'a [u8], u32)>,
    pub changelog: Vec<(TaskId, u16, &'a [u8], u32)>,
    pub positions: Vec<(TaskId, Partition, i64)>,
    pub clocks: Vec<(TaskId, &'a [u8])>,
    pub rest: &'a [u8],
}

impl<'a> Contents<'a> {
    pub(super) fn empty(kind: Kind, epoch: u64) -> Self {
        Contents {
            kind,
            worker: 0,
            epoch,
            outputs: Vec::new(),
            changelog: Vec::new(),
            positions: Vec::new(),
            clocks: Vec::new(),
            rest: &[],
        }
    }

    /// Appends the frame to `out`.
    pub(super) fn encode(&self, out: &mut Vec<u8>) {
        let start = out.len();
        out.extend_from_slice(&[0; PREFIX]);
        out.u8(match self.kind {
            Kind::Commit => 1,
            Kind::Checkpoint => 2,
            Kind::Footer => 3,
        });
        out.u32(self.worker);
        out.u64(self.epoch);
        out.u32(self.outputs.len() as u32);
        for (partition, base, bytes, count) in &self.outputs {
            put_partition(out, *partition);
            out.i64(*base);
            put_part(out, bytes, *count);
        }
        out.u32(self.changelog.len() as u32);
        for (task, store, bytes, count) in &self.changelog {
            put_task(out, *task);
            out.u16(*store);
            put_part(out, bytes, *count);
        }
        out.u32(self.positions.len() as u32);
        for (task, partition, position) in &self.positions {
            put_task(out, *task);
            put_partition(out, *partition);
            out.i64(*position);
        }
        out.u32(self.clocks.len() as u32);
        for (task, clock) in &self.clocks {
            put_task(out, *task);
            out.string(clock);
        }
        put_part(out, self.rest, 0);
        let head_end = out.len();
        for (_, _, bytes, _) in &self.outputs {
            out.extend_from_slice(bytes);
        }
        for (_, _, bytes, _) in &self.changelog {
            out.extend_from_slice(bytes);
        }
        out.extend_from_slice(self.rest);

        let head_length = (head_end - start - PREFIX) as u32;
        let body_length = (out.len() - head_end) as u64;
        let mut prefix = Vec::with_capacity(PREFIX);
        prefix.put(&MAGIC);
        prefix.u32(head_length);
        prefix.u64(body_length);
        let crc = crc32c::crc32c_append(crc32c::crc32c(&prefix[4..]), &out[start + PREFIX..head_end]);
        prefix.u32(crc);
        out[start..start + PREFIX].copy_from_slice(&prefix);
    }
}

/// Lengths of head and body, if this is the front of a frame.
pub(super) fn lengths(prefix: &[u8]) -> Option<(u32, u64)> {
    let mut take = Take(prefix);
    (take.bytes(4)? == MAGIC).then_some(())?;
    Some((take.u32()?, take.u64()?))
}

/// The head of a frame from its prefix and head bytes; `None` if the checksum says they are not what was written.
pub(super) fn decode(prefix: &[u8], bytes: &[u8]) -> Option<Head> {
    let (head_length, body_length) = lengths(prefix)?;
    let written = u32::from_le_bytes(prefix.get(16..PREFIX)?.try_into().ok()?);
    let crc = crc32c::crc32c_append(crc32c::crc32c(prefix.get(4..16)?), bytes);
    if crc != written || bytes.len() != head_length as usize {
        return None;
    }
    let mut take = Take(bytes);
    let kind = match take.u8()? {
        1 => Kind::Commit,
        2 => Kind::Checkpoint,
        3 => Kind::Footer,
        _ => return None,
    };
    let (worker, epoch) = (take.u32()?, take.u64()?);
    let mut at = PREFIX as u64 + u64::from(head_length);
    let size = at + body_length;
    let mut outputs = Vec::new();
    for _ in 0..take.u32()? {
        outputs.push((take_partition(&mut take)?, take.i64()?, take_part(&mut take, &mut at)?));
    }
    let mut changelog = Vec::new();
    for _ in 0..take.u32()? {
        changelog.push((take_task(&mut take)?, take.u16()?, take_part(&mut take, &mut at)?));
    }
    let mut positions = Vec::new();
    for _ in 0..take.u32()? {
        positions.push((take_task(&mut take)?, take_partition(&mut take)?, take.i64()?));
    }
    let mut clocks = Vec::new();
    for _ in 0..take.u32()? {
        clocks.push((take_task(&mut take)?, take.string()?.to_vec()));
    }
    let rest = take_part(&mut take, &mut at)?;
    (take.is_empty() && at == size).then_some(Head {
        kind,
        worker,
        epoch,
        outputs,
        changelog,
        positions,
        clocks,
        rest,
        size,
    })
}

/// The head of a frame that is all of `bytes`.
pub(super) fn read(bytes: &[u8]) -> Option<Head> {
    let (head, _) = lengths(bytes)?;
    let (prefix, rest) = bytes.split_at_checked(PREFIX)?;
    decode(prefix, rest.get(..head as usize)?).filter(|head| head.size == bytes.len() as u64)
}

pub(super) fn put_partition(out: &mut Vec<u8>, partition: Partition) {
    out.u16(partition.topic);
    out.u32(partition.number);
}

pub(super) fn take_partition(take: &mut Take<'_>) -> Option<Partition> {
    Some(Partition { topic: take.u16()?, number: take.u32()? })
}

pub(super) fn put_task(out: &mut Vec<u8>, task: TaskId) {
    out.u16(task.stage);
    out.u32(task.partition);
}

pub(super) fn take_task(take: &mut Take<'_>) -> Option<TaskId> {
    Some(TaskId { stage: take.u16()?, partition: take.u32()? })
}

fn put_part(out: &mut Vec<u8>, bytes: &[u8], count: u32) {
    out.u32(bytes.len() as u32);
    out.u32(count);
    out.u32(crc32c::crc32c(bytes));
}

fn take_part(take: &mut Take<'_>, at: &mut u64) -> Option<Part> {
    let part = Part { at: *at, length: take.u32()?, count: take.u32()?, crc: take.u32()? };
    *at += u64::from(part.length);
    Some(part)
}
