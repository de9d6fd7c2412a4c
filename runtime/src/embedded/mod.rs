//! The embedded log: one directory that holds a job's journal, its snapshots and the names they use.
//!
//! ```text
//! LOCK                                   held by the one process that writes
//! meta                                   format, job, topics and partition counts, stages, stores and layouts
//! journal/00000001.seg                   frames: one per commit
//! snap/<stage>-<partition>.<store>.<epoch>
//! ```
//!
//! A commit is one frame, written by one write and made durable by one sync: all of an epoch or nothing of it.

mod bound;
mod commit;
mod core;
mod fetch;
mod frame;
mod index;
mod journal;
mod meta;
mod names;
mod open;
pub mod options;
mod pipe;
mod printing;
pub mod reader;
mod reclaim;
mod register;
mod restore;
mod segment;
mod snapshot;
mod topic;
mod walk;
mod wire;

pub use options::{Durability, Options};
pub use reader::Reader;

use self::core::Core;
use crate::fail::Fatal;
use crate::files::FileSource;
use crate::job::{Job, Role, TopicIndex};
use crate::log::{Batch, Epoch, Log, Outcome, Recovered};
use crate::record::Chunk;
use crate::stage::{Partition, TaskId};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;

/// One worker's handle on an open directory.
pub struct EmbeddedLog {
    core: Arc<Core>,
    worker: u32,
    cursors: BTreeMap<Partition, Option<fetch::Cursor>>,
    sources: BTreeMap<Partition, FileSource>,
}

impl EmbeddedLog {
    /// Opens the directory, creating what is not there, for this process alone ([`Fatal::Locked`] otherwise).
    pub fn open(directory: &Path, job: &'static Job, options: Options) -> Result<Self, Fatal> {
        let piped = Box::new(std::io::stdin());
        EmbeddedLog::open_with(directory, job, options, piped, Box::new(std::io::stdout()))
    }

    /// [`EmbeddedLog::open`] with something else in the place of standard input and output.
    pub fn open_with(
        directory: &Path,
        job: &'static Job,
        options: Options,
        input: Box<dyn Read + Send>,
        output: Box<dyn Write + Send>,
    ) -> Result<Self, Fatal> {
        let core = Arc::new(open::open(directory, job, options, output)?);
        core.print_again()?;
        pipe::start(&core, input)?;
        Ok(EmbeddedLog::handle(core, 0))
    }

    /// Removes everything the log keeps in a directory, so that a job starts afresh.
    pub fn clear(directory: &Path) -> Result<(), Fatal> {
        open::clear(directory)
    }

    /// Another handle, for another worker of this process; its number stands in the journal.
    pub fn worker(&self, number: u32) -> Self {
        EmbeddedLog::handle(self.core.clone(), number)
    }

    fn handle(core: Arc<Core>, worker: u32) -> Self {
        EmbeddedLog { core, worker, cursors: BTreeMap::new(), sources: BTreeMap::new() }
    }

    /// Commits records of topics that no task writes, as a neighbour would.
    pub fn append(&mut self, records: &BTreeMap<Partition, Chunk>) -> Result<(), Fatal> {
        self.core.append_records(records)
    }

    /// The file that a partition is read from, if it is.
    fn source(&mut self, partition: Partition) -> Result<Option<&mut FileSource>, Fatal> {
        let Some(topic) = self.core.topics.get(partition.topic as usize) else { return Ok(None) };
        let Some(spec) = topic.files.get(partition.number as usize) else { return Ok(None) };
        let source = match self.sources.entry(partition) {
            std::collections::btree_map::Entry::Occupied(open) => open.into_mut(),
            std::collections::btree_map::Entry::Vacant(new) => new.insert(FileSource::open(spec.clone())?),
        };
        Ok(Some(source))
    }
}

impl Log for EmbeddedLog {
    fn partitions(&self, topic: TopicIndex) -> u32 {
        self.core.topics.get(topic as usize).map_or(1, |t| t.partitions)
    }

    fn fetch(
        &mut self,
        _: TaskId,
        partition: Partition,
        position: i64,
        bytes: usize,
        batch: &mut Batch,
    ) -> Result<(), Fatal> {
        if let Some(source) = self.source(partition)? {
            return source.fetch(position, bytes, batch);
        }
        let stored = self.core.numbers.partition(partition)?;
        let cursor = self.cursors.entry(stored).or_default();
        fetch::fetch(&|| self.core.index(), &self.core.files, cursor, stored, position, bytes, batch)
    }

    fn start(&mut self, partition: Partition) -> Result<i64, Fatal> {
        if let Some(source) = self.source(partition)? {
            return Ok(source.start());
        }
        Ok(self.core.index().start(self.core.numbers.partition(partition)?))
    }

    fn end(&mut self, partition: Partition) -> Result<i64, Fatal> {
        if let Some(source) = self.source(partition)? {
            return Ok(source.end());
        }
        Ok(self.core.index().next(self.core.numbers.partition(partition)?))
    }

    fn finished(&mut self, partition: Partition, position: i64) -> Result<bool, Fatal> {
        if let Some(source) = self.source(partition)? {
            return Ok(position >= source.end());
        }
        let Some(topic) = self.core.topics.get(partition.topic as usize) else { return Ok(false) };
        // Nothing but standard input can add to an input here: the directory has this one process. First whether that
        // has ended, then how far it came, so that what arrives in between is not missed.
        let input = matches!(topic.role, Role::Input { .. });
        if !input || (topic.piped && !self.core.input.ended()?) {
            return Ok(false);
        }
        Ok(position >= self.end(partition)?)
    }

    fn commit(&mut self, epoch: &Epoch<'_>) -> Result<Outcome, Fatal> {
        self.core.commit(self.worker, epoch)
    }

    fn recover(&mut self) -> Result<Recovered, Fatal> {
        let writer = self.core.writer();
        let numbers = &self.core.numbers;
        let mut recovered = Recovered::default();
        for ((task, partition), position) in &writer.committed.positions {
            if let (true, Some(task), Some(partition)) =
                (open::is_task(*task), numbers.job_task(*task), numbers.job_partition(*partition))
            {
                recovered.positions.insert((task, partition), *position);
            }
        }
        for (task, clock) in &writer.committed.clocks {
            if let Some(task) = numbers.job_task(*task) {
                recovered.clocks.insert(task, clock.clone());
            }
        }
        Ok(recovered)
    }

    fn restore(
        &mut self,
        task: TaskId,
        store: u16,
        name: &str,
        layout: &str,
        put: &mut dyn FnMut(&[u8], Option<&[u8]>) -> Result<(), Fatal>,
    ) -> Result<(), Fatal> {
        self.core.restore(task, store, name, layout, put)
    }

    fn wants_snapshot(&self, task: TaskId, store: u16) -> bool {
        self.core.wants_snapshot(task, store)
    }

    fn snapshot(
        &mut self,
        task: TaskId,
        store: u16,
        name: &str,
        layout: &str,
        entries: &mut dyn FnMut(&mut dyn FnMut(&[u8], &[u8])),
    ) -> Result<(), Fatal> {
        self.core.snapshot(task, store, name, layout, entries)
    }
}
