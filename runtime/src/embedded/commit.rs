//! Writing: one frame per commit, and a new segment when the last has grown enough.

use super::core::{Core, FILE_SINK, Writer};
use super::frame::{self, Contents, Kind};
use super::segment::Segment;
use crate::fail::Fatal;
use crate::log::{Epoch, Outcome};
use crate::record::Chunk;
use crate::stage::{Partition, TaskId};
use std::collections::BTreeMap;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;

/// A buffer that one large commit has grown beyond this is given back.
const BUFFER_KEPT: usize = 8 << 20;

impl Core {
    /// See [`crate::log::Log::commit`].
    pub(super) fn commit(&self, worker: u32, epoch: &Epoch<'_>) -> Result<Outcome, Fatal> {
        let nothing = epoch.outputs.values().all(Chunk::is_empty)
            && epoch.changelog.values().all(Chunk::is_empty)
            && epoch.positions.is_empty()
            && epoch.clocks.is_empty()
            && epoch.choices.is_empty();
        if nothing {
            return Ok(Outcome::Committed);
        }
        let mut guard = self.writer();
        let writer = &mut *guard;
        writer.usable()?;
        self.roll_if_full(writer)?;

        let mut contents = Contents::empty(Kind::Commit, writer.epoch + 1);
        contents.worker = worker;
        contents.rest = epoch.choices;
        {
            let index = self.index();
            for (partition, chunk) in epoch.outputs {
                let kept = self.topics.get(partition.topic as usize).is_none_or(|t| t.kept);
                if kept && !chunk.is_empty() {
                    let partition = self.numbers.partition(*partition)?;
                    contents.outputs.push((partition, index.next(partition), &chunk.bytes, chunk.count));
                }
            }
        }
        {
            let mut names = self.names();
            names.flush(&self.directory)?;
            for ((task, store), chunk) in epoch.changelog {
                if !chunk.is_empty() {
                    let number = names.store(task.stage, *store)?;
                    contents.changelog.push((self.numbers.task(*task)?, number, &chunk.bytes, chunk.count));
                }
            }
        }
        for ((task, partition), position) in epoch.positions {
            let (task, partition) = (self.numbers.task(*task)?, self.numbers.partition(*partition)?);
            contents.positions.push((task, partition, *position));
        }
        for (task, clock) in epoch.clocks {
            contents.clocks.push((self.numbers.task(*task)?, clock));
        }
        // A file sink is written before the frame that says how long it is: what a crash leaves behind is cut off.
        for (topic, length) in writer.sinks.write(epoch.outputs, self.power())? {
            let partition = Partition { topic: self.numbers.topics[topic as usize], number: 0 };
            contents.positions.push((TaskId { stage: FILE_SINK, partition: 0 }, partition, length as i64));
        }
        contents.positions.extend(writer.printed());

        self.append(writer, &contents, self.power())?;
        {
            let mut snapshots = self.snapshots();
            for (task, store, bytes, _) in &contents.changelog {
                snapshots.entry((*task, *store)).or_default().since += bytes.len() as u64;
            }
        }
        *self.places() = None;
        writer.printed.clear();
        self.print(writer, epoch.outputs)?;
        Ok(Outcome::Committed)
    }

    /// Commits records of topics that no task writes: standard input, and what tests put there.
    pub(super) fn append_records(&self, outputs: &BTreeMap<Partition, Chunk>) -> Result<(), Fatal> {
        let empty = Epoch {
            outputs,
            changelog: &BTreeMap::new(),
            positions: &BTreeMap::new(),
            clocks: &BTreeMap::new(),
            choices: &[],
        };
        self.commit(0, &empty).map(|_| ())
    }

    /// Writes one frame and takes note of it.
    pub(super) fn append(
        &self,
        writer: &mut Writer,
        contents: &Contents<'_>,
        sync: bool,
    ) -> Result<(), Fatal> {
        let mut buffer = std::mem::take(&mut writer.buffer);
        buffer.clear();
        contents.encode(&mut buffer);
        let Some(head) = frame::read(&buffer) else {
            return Err(Fatal::configuration("a commit is larger than 4 GB", "commit more often"));
        };
        let at = writer.length;
        writer.failed = true;
        let mut result = writer.file.write_all_at(&buffer, at);
        if sync {
            result = result.and_then(|()| writer.file.sync_data());
        }
        result.map_err(|e| Fatal::io(format!("writing {}", Segment::place(writer.segment, at)), e))?;
        writer.failed = false;
        writer.length += head.size;
        writer.epoch = writer.epoch.max(head.epoch);
        writer.committed.apply(&head);
        if buffer.capacity() <= BUFFER_KEPT {
            writer.buffer = buffer;
        }
        let mut index = self.index_mut();
        index.advance(&head);
        index.segments.entry(writer.segment).or_insert_with(|| Segment::new(writer.segment)).add(at, &head);
        Ok(())
    }

    fn roll_if_full(&self, writer: &mut Writer) -> Result<(), Fatal> {
        if writer.length < self.options.segment_bytes {
            return Ok(());
        }
        self.roll(writer)?;
        self.reclaim(writer)
    }

    /// Closes the segment, if that has not happened yet, and begins the next.
    pub(super) fn roll(&self, writer: &mut Writer) -> Result<(), Fatal> {
        let closed = self.index().segments.get(&writer.segment).is_none_or(|s| s.closed);
        if !closed {
            self.close_segment(writer)?;
        }
        writer.segment += 1;
        writer.file = create(&self.directory, writer.segment)?;
        writer.length = 0;
        self.checkpoint(writer)
    }

    fn close_segment(&self, writer: &mut Writer) -> Result<(), Fatal> {
        let mut footer = Vec::new();
        let mut index = self.index_mut();
        let Some(segment) = index.segments.get_mut(&writer.segment) else { return Ok(()) };
        segment.footer(&mut footer);
        writer.failed = true;
        writer.file.write_all_at(&footer, writer.length).and_then(|()| writer.file.sync_data()).map_err(
            |e| Fatal::io(format!("writing {}", Segment::place(writer.segment, writer.length)), e),
        )?;
        writer.failed = false;
        segment.length += footer.len() as u64;
        segment.closed = true;
        Ok(())
    }

    /// The first frame of a segment.
    pub(super) fn checkpoint(&self, writer: &mut Writer) -> Result<(), Fatal> {
        let committed = std::mem::take(&mut writer.committed);
        let mut contents = Contents::empty(Kind::Checkpoint, writer.epoch);
        contents.outputs =
            self.index().next.iter().map(|(partition, next)| (*partition, *next, &[][..], 0)).collect();
        contents.positions = committed.positions.iter().map(|((t, p), at)| (*t, *p, *at)).collect();
        contents.clocks = committed.clocks.iter().map(|(task, clock)| (*task, clock.as_slice())).collect();
        let result = self.append(writer, &contents, true);
        drop(contents);
        writer.committed = committed;
        result
    }
}

impl Writer {
    pub(super) fn usable(&self) -> Result<(), Fatal> {
        if self.failed {
            return Err(Fatal::configuration(
                "an earlier write to the journal failed, so nothing more is written to it",
                "see to the disk and start again: the last whole commit is found then",
            ));
        }
        Ok(())
    }
}

/// A new, empty segment file whose name survives a loss of power.
pub(super) fn create(directory: &Path, number: u32) -> Result<Arc<File>, Fatal> {
    let path = Segment::path(directory, number);
    let open = || {
        let file = File::options().read(true).write(true).create(true).truncate(true).open(&path)?;
        File::open(directory.join("journal"))?.sync_all()?;
        Ok(Arc::new(file))
    };
    open().map_err(|e| Fatal::io(format!("creating {}", path.display()), e))
}
