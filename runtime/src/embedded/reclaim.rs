//! Giving disk back: segments that nothing needs go, and those that little needs are rewritten to that little.

use super::core::{Core, Readers, STANDARD_OUTPUT, Writer};
use super::frame::{Contents, Kind};
use super::meta;
use super::segment::{self, Segment, Tail};
use super::walk;
use crate::fail::Fatal;
use crate::job::Role;
use crate::stage::{Partition, TaskId};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;

/// A smaller segment is not worth a rewrite.
const WORTHWHILE: u64 = 64 << 10;

/// What of a segment is still needed.
#[derive(Debug, Default)]
struct Live {
    runs: BTreeSet<Partition>,
    changelog: BTreeSet<(TaskId, u16)>,
    bytes: u64,
}

impl Core {
    /// Called with the writer locked, after a new segment's checkpoint is durable: no earlier one is needed for
    /// offsets, positions and clocks.
    pub(super) fn reclaim(&self, writer: &Writer) -> Result<(), Fatal> {
        if self.options.keep_everything {
            return Ok(());
        }
        let mut segments: Vec<Segment> =
            self.index().segments.values().filter(|s| s.closed).cloned().collect();
        // The newest closed one stays as it is: should the checkpoint after it be lost, it says the same.
        segments.pop();
        let mut kept_bytes: u64 = self.index().segments.values().map(|s| s.length).sum();
        for segment in segments {
            let expired = self.options.retain_bytes.is_some_and(|limit| kept_bytes > limit);
            let live = self.live(writer, &segment, expired);
            if live.runs.is_empty() && live.changelog.is_empty() {
                kept_bytes -= segment.length;
                self.remove(segment.number)?;
            } else if live.bytes < segment.length / 2 && segment.length > WORTHWHILE {
                kept_bytes -= segment.length;
                kept_bytes += self.rewrite(&segment, &live)?;
            }
        }
        Ok(())
    }

    fn live(&self, writer: &Writer, segment: &Segment, expired: bool) -> Live {
        let mut live = Live::default();
        for (partition, run) in &segment.runs {
            let for_people = self.for_people(partition.topic) && !expired;
            if for_people || self.consumed(writer, *partition) < run.next {
                live.runs.insert(*partition);
                live.bytes += run.bytes;
            }
        }
        let snapshots = self.snapshots();
        for (key, bytes) in &segment.changelog {
            if snapshots.get(key).is_none_or(|known| known.epoch < segment.last_epoch) {
                live.changelog.insert(*key);
                live.bytes += bytes;
            }
        }
        live
    }

    /// Outputs and dead letters, which `tail` shows.
    fn for_people(&self, topic: u16) -> bool {
        let role = self.topic(topic).map(|t| t.role);
        matches!(role, Some(Role::Output { .. } | Role::DeadLetter))
    }

    /// The position up to which everyone who reads a partition has committed.
    fn consumed(&self, writer: &Writer, partition: Partition) -> i64 {
        let committed = |stage, task| {
            let key = (TaskId { stage, partition: task }, partition);
            writer.committed.positions.get(&key).copied().unwrap_or(i64::MIN)
        };
        let by = |readers: &Readers| match readers.everywhere {
            true => (0..readers.tasks).map(|task| committed(readers.stage, task)).min(),
            false => Some(committed(readers.stage, partition.number)),
        };
        let tasks = self.readers.get(&partition.topic).into_iter().flatten().filter_map(by).min();
        let printed =
            self.topic(partition.topic).is_some_and(|t| t.printed).then(|| committed(STANDARD_OUTPUT, 0));
        tasks.into_iter().chain(printed).min().unwrap_or(i64::MAX)
    }

    fn remove(&self, number: u32) -> Result<(), Fatal> {
        let path = Segment::path(&self.directory, number);
        self.index_mut().segments.remove(&number);
        self.files.forget(number);
        std::fs::remove_file(&path).map_err(|e| Fatal::io(format!("removing {}", path.display()), e))
    }

    /// Replaces a segment by one with only what is live; its length. Offsets and epochs stay.
    fn rewrite(&self, old: &Segment, live: &Live) -> Result<u64, Fatal> {
        let number = old.number;
        let what = |e| Fatal::io(format!("rewriting {}", Segment::place(number, 0)), e);
        let source = self.files.get(number, old.generation).map_err(what)?;
        let mut heads = Vec::new();
        segment::scan(&mut Segment::new(number), &source, Tail::MustBeWhole, &mut |at, head| {
            if head.kind == Kind::Commit {
                let outputs = head.outputs.iter().filter(|(p, ..)| live.runs.contains(p));
                let changelog = head.changelog.iter().filter(|(t, s, _)| live.changelog.contains(&(*t, *s)));
                let (outputs, changelog): (Vec<_>, Vec<_>) =
                    (outputs.copied().collect(), changelog.copied().collect());
                if !outputs.is_empty() || !changelog.is_empty() {
                    heads.push((at, head.epoch, head.worker, outputs, changelog));
                }
            }
        })?;
        let mut new = Segment::new(number);
        new.generation = old.generation + 1;
        let path = Segment::path(&self.directory, number);
        let aside = path.with_extension("seg.new");
        let mut buffer = Vec::new();
        let write = || -> std::io::Result<Segment> {
            let mut out = std::io::BufWriter::new(std::fs::File::create(&aside)?);
            for (at, epoch, worker, outputs, changelog) in &heads {
                let unsound = || std::io::Error::from(std::io::ErrorKind::InvalidData);
                let load = |part| walk::load(&source, *at, part)?.ok_or_else(unsound);
                let chunks: BTreeMap<u64, Vec<u8>> = outputs
                    .iter()
                    .map(|(_, _, part)| *part)
                    .chain(changelog.iter().map(|(_, _, part)| *part))
                    .map(|part| Ok((part.at, load(part)?)))
                    .collect::<std::io::Result<_>>()?;
                let bytes = |part: &super::frame::Part| chunks.get(&part.at).map_or(&[][..], Vec::as_slice);
                let mut contents = Contents::empty(Kind::Commit, *epoch);
                contents.worker = *worker;
                contents.outputs =
                    outputs.iter().map(|(p, b, part)| (*p, *b, bytes(part), part.count)).collect();
                contents.changelog =
                    changelog.iter().map(|(t, s, part)| (*t, *s, bytes(part), part.count)).collect();
                buffer.clear();
                contents.encode(&mut buffer);
                new.note(&buffer);
                out.write_all(&buffer)?;
            }
            buffer.clear();
            new.last_epoch = old.last_epoch;
            new.footer(&mut buffer);
            out.write_all(&buffer)?;
            new.length += buffer.len() as u64;
            new.closed = true;
            out.into_inner().map_err(|e| e.into_error())?.sync_all()?;
            Ok(new)
        };
        let new = write().map_err(what)?;
        let length = new.length;
        let mut index = self.index_mut();
        std::fs::rename(&aside, &path).map_err(what)?;
        self.files.forget(number);
        index.segments.insert(number, new);
        drop(index);
        meta::sync_parent(&path).map_err(what)?;
        Ok(length)
    }
}
