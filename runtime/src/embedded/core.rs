//! What the handles of one open directory share: the index, the writer, the names and the snapshots.

use super::frame::Head;
use super::index::{Files, Index};
use super::names::{Names, Numbers};
use super::options::{Durability, Options};
use super::pipe::Input;
use super::restore::Places;
use super::snapshot::Snapshots;
use super::topic::Topic;
use crate::files::Sinks;
use crate::stage::{Partition, TaskId};
use std::collections::BTreeMap;
use std::fs::File;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// The pseudo stage under whose positions the committed lengths of file sinks are kept.
pub(super) const FILE_SINK: u16 = u16::MAX - 1;
/// The pseudo stage under whose positions it is kept up to where standard output has been written.
pub(super) const STANDARD_OUTPUT: u16 = u16::MAX;

pub(super) struct Core {
    pub directory: PathBuf,
    pub options: Options,
    pub numbers: Numbers,
    /// By the job's topic index.
    pub topics: Vec<Topic>,
    /// By the directory's topic number: who reads it.
    pub readers: BTreeMap<u16, Vec<Readers>>,
    pub files: Files,
    /// Standard input, if a topic is bound to it.
    pub input: Arc<Input>,
    index: RwLock<Index>,
    writer: Mutex<Writer>,
    names: Mutex<Names>,
    snapshots: Mutex<Snapshots>,
    /// The changelog chunks that stores are restored from; dropped with the first commit.
    places: Mutex<Option<Places>>,
    /// Held, with the lock on it, as long as the log is open.
    _lock: File,
}

/// A stage that reads a topic.
#[derive(Clone, Copy, Debug)]
pub(super) struct Readers {
    pub stage: u16,
    pub tasks: u32,
    pub everywhere: bool,
}

/// The end of the journal, and what has been committed.
pub(super) struct Writer {
    pub file: Arc<File>,
    pub segment: u32,
    pub length: u64,
    pub epoch: u64,
    pub committed: Committed,
    /// One frame, reused.
    pub buffer: Vec<u8>,
    pub sinks: Sinks,
    /// What standard output has got since the last commit, up to the next offset.
    pub printed: BTreeMap<Partition, i64>,
    /// A write failed: what is on disk is not known, so nothing more is written.
    pub failed: bool,
}

/// Positions and clocks as of the last commit.
#[derive(Debug, Default)]
pub(super) struct Committed {
    pub positions: BTreeMap<(TaskId, Partition), i64>,
    pub clocks: BTreeMap<TaskId, Vec<u8>>,
}

impl Committed {
    pub(super) fn apply(&mut self, head: &Head) {
        self.positions.extend(head.positions.iter().map(|(task, partition, at)| ((*task, *partition), *at)));
        self.clocks.extend(head.clocks.iter().map(|(task, clock)| (*task, clock.clone())));
    }
}

impl Core {
    #[expect(clippy::too_many_arguments, reason = "one call, from open")]
    pub(super) fn new(
        directory: PathBuf,
        options: Options,
        lock: File,
        numbers: Numbers,
        topics: Vec<Topic>,
        readers: BTreeMap<u16, Vec<Readers>>,
        index: Index,
        writer: Writer,
        names: Names,
        snapshots: Snapshots,
    ) -> Self {
        Core {
            files: Files::new(&directory),
            input: Arc::default(),
            directory,
            options,
            numbers,
            topics,
            readers,
            index: RwLock::new(index),
            writer: Mutex::new(writer),
            names: Mutex::new(names),
            snapshots: Mutex::new(snapshots),
            places: Mutex::default(),
            _lock: lock,
        }
    }

    /// A topic by the directory's number, if the job still has it.
    pub(super) fn topic(&self, number: u16) -> Option<&Topic> {
        self.numbers.topics.iter().position(|t| *t == number).and_then(|job| self.topics.get(job))
    }

    pub(super) fn power(&self) -> bool {
        self.options.durability == Durability::Power
    }

    // A panic of another worker leaves these consistent: each is changed only after what it describes is written.

    pub(super) fn index(&self) -> RwLockReadGuard<'_, Index> {
        self.index.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn index_mut(&self) -> RwLockWriteGuard<'_, Index> {
        self.index.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn writer(&self) -> MutexGuard<'_, Writer> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn names(&self) -> MutexGuard<'_, Names> {
        self.names.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn snapshots(&self) -> MutexGuard<'_, Snapshots> {
        self.snapshots.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn places(&self) -> MutexGuard<'_, Option<Places>> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
