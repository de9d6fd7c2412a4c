//! One segment of the journal: what is in it, coarsely, and how that is found again on open.

use super::frame::{self, Contents, Head, Kind, put_partition, put_task, take_partition, take_task};
use super::walk::{self, Step, Walk};
use super::wire::{Put, Take};
use crate::fail::Fatal;
use crate::stage::{Partition, TaskId};
use std::collections::BTreeMap;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Journal bytes between two marks: what a search for an offset reads heads of at most.
const MARK: u64 = 4 << 20;

/// The records of one partition in one segment: always contiguous offsets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub base: i64,
    /// The offset after the last.
    pub next: i64,
    pub bytes: u64,
    /// Some of the frames that have a chunk of it: offset of the chunk's first record, start of the frame.
    marks: Vec<(i64, u64)>,
}

impl Run {
    /// A frame at or before the one that holds `position`.
    pub(super) fn frame_before(&self, position: i64) -> u64 {
        let after = self.marks.partition_point(|(base, _)| *base <= position);
        self.marks.get(after.saturating_sub(1)).map_or(0, |(_, frame)| *frame)
    }
}

/// What is known about a segment without reading it again.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub number: u32,
    /// Raised when the file is rewritten: places in it are others then.
    pub generation: u32,
    /// Bytes of whole frames.
    pub length: u64,
    /// It has a footer; nothing more is written to it.
    pub closed: bool,
    /// Every chunk in it was written or checked by this process.
    pub checked: bool,
    pub last_epoch: u64,
    pub runs: BTreeMap<Partition, Run>,
    /// Bytes of changelog.
    pub changelog: BTreeMap<(TaskId, u16), u64>,
}

impl Segment {
    pub(super) fn new(number: u32) -> Self {
        Segment {
            number,
            generation: 0,
            length: 0,
            closed: false,
            checked: true,
            last_epoch: 0,
            runs: BTreeMap::new(),
            changelog: BTreeMap::new(),
        }
    }

    pub(super) fn path(directory: &Path, number: u32) -> PathBuf {
        directory.join("journal").join(format!("{number:08}.seg"))
    }

    /// How an error names a byte of it.
    pub(super) fn place(number: u32, at: u64) -> String {
        format!("journal/{number:08}.seg at byte {at}")
    }

    /// Takes note of the frame at `at`.
    pub(super) fn add(&mut self, at: u64, head: &Head) {
        self.length = at + head.size;
        self.last_epoch = head.epoch;
        self.closed = head.kind == Kind::Footer;
        for (partition, base, part) in &head.outputs {
            if part.count == 0 {
                continue;
            }
            let run = self.runs.entry(*partition).or_insert_with(|| Run {
                base: *base,
                next: *base,
                bytes: 0,
                marks: vec![(*base, at)],
            });
            run.next = base + i64::from(part.count);
            run.bytes += u64::from(part.length);
            if run.marks.last().is_none_or(|(_, frame)| at - frame >= MARK) {
                run.marks.push((*base, at));
            }
        }
        for (task, store, part) in &head.changelog {
            *self.changelog.entry((*task, *store)).or_default() += u64::from(part.length);
        }
    }

    /// Takes note of the encoded frame that follows the last one.
    pub(super) fn note(&mut self, frame: &[u8]) {
        if let Some(head) = frame::read(frame) {
            self.add(self.length, &head);
        }
    }

    /// Appends its footer, as the frame at [`Segment::length`], to `out`.
    pub(super) fn footer(&self, out: &mut Vec<u8>) {
        let mut index = Vec::new();
        index.u32(self.runs.len() as u32);
        for (partition, run) in &self.runs {
            put_partition(&mut index, *partition);
            index.i64(run.base);
            index.i64(run.next);
            index.u64(run.bytes);
            index.u32(run.marks.len() as u32);
            for (base, frame) in &run.marks {
                index.i64(*base);
                index.u64(*frame);
            }
        }
        index.u32(self.changelog.len() as u32);
        for ((task, store), bytes) in &self.changelog {
            put_task(&mut index, *task);
            index.u16(*store);
            index.u64(*bytes);
        }
        // The last eight bytes of a closed segment say where its footer starts.
        index.u64(self.length);
        Contents { rest: &index, ..Contents::empty(Kind::Footer, self.last_epoch) }.encode(out);
    }

    /// A closed segment from its footer; `None` if it has no sound one.
    pub(super) fn from_footer(number: u32, file: &Arc<File>) -> std::io::Result<Option<Segment>> {
        let end = file.metadata()?.len();
        let Some(last_at) = end.checked_sub(8) else { return Ok(None) };
        let mut last = [0; 8];
        file.read_exact_at(&mut last, last_at)?;
        let at = u64::from_le_bytes(last);
        let Some(head) = Walk::new(file.clone(), at, end).head(at)? else { return Ok(None) };
        if head.kind != Kind::Footer || at + head.size != end {
            return Ok(None);
        }
        let Some(index) = walk::load(file, at, head.rest)? else { return Ok(None) };
        let mut segment = Segment::new(number);
        if segment.take_index(&mut Take(&index)).is_none() {
            return Ok(None);
        }
        segment.add(at, &head);
        segment.checked = false;
        Ok(Some(segment))
    }

    fn take_index(&mut self, take: &mut Take<'_>) -> Option<()> {
        for _ in 0..take.u32()? {
            let partition = take_partition(take)?;
            let (base, next, bytes) = (take.i64()?, take.i64()?, take.u64()?);
            let mut marks = Vec::new();
            for _ in 0..take.u32()? {
                marks.push((take.i64()?, take.u64()?));
            }
            self.runs.insert(partition, Run { base, next, bytes, marks });
        }
        for _ in 0..take.u32()? {
            let key = (take_task(take)?, take.u16()?);
            self.changelog.insert(key, take.u64()?);
        }
        take.u64().map(|_| ())
    }
}

/// What a scan does with a broken end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tail {
    /// The last segment: what was being written when the process died is no commit.
    MayBeTorn,
    /// An earlier segment is whole.
    MustBeWhole,
}

/// Reads every frame after those that `segment` knows, checks all of it, and calls `each` with the heads in order.
pub(super) fn scan(
    segment: &mut Segment,
    file: &Arc<File>,
    tail: Tail,
    each: &mut dyn FnMut(u64, &Head),
) -> Result<(), Fatal> {
    let number = segment.number;
    let what = |e| Fatal::io(format!("reading {}", Segment::place(number, 0)), e);
    let end = file.metadata().map_err(what)?.len();
    let mut walk = Walk::new(file.clone(), segment.length, end);
    loop {
        let broken = match walk.step().map_err(what)? {
            Step::End => return Ok(()),
            Step::Broken(at) => at,
            Step::Frame(at, head) => {
                let mut whole = head.epoch >= segment.last_epoch;
                for part in head.parts() {
                    whole = whole && walk::sound(file, at, part).map_err(what)?;
                }
                if whole {
                    segment.add(at, &head);
                    each(at, &head);
                    continue;
                }
                at
            }
        };
        if tail == Tail::MustBeWhole || walk::frame_after(file, broken, end).map_err(what)? {
            return Err(Fatal::corrupt(
                Segment::place(number, broken),
                "a commit's checksum does not match, and later commits follow it",
            ));
        }
        return Ok(());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_does_not_grow_with_the_number_of_commits() {
        let partition = Partition { topic: 0, number: 0 };
        let mut segment = Segment::new(1);
        let mut frame = Vec::new();
        for base in 0..100_000i64 {
            frame.clear();
            let outputs = vec![(partition, base, &b"a record of some bytes"[..], 1)];
            Contents { outputs, ..Contents::empty(Kind::Commit, 1) }.encode(&mut frame);
            segment.note(&frame);
        }
        let run = &segment.runs[&partition];
        assert_eq!((run.base, run.next), (0, 100_000));
        assert!(run.marks.len() as u64 <= segment.length / MARK + 1, "{} marks", run.marks.len());
        // Every mark is at or before the frame of what is looked for, and not far before.
        for position in (0..100_000).step_by(997) {
            let exact = position as u64 * frame.len() as u64;
            let found = run.frame_before(position);
            assert!(found <= exact && exact - found < MARK + frame.len() as u64);
        }
    }
}
