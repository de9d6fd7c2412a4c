//! Looking into a directory from outside, also while its job runs: topics, positions, state, recorded choices.
//!
//! Takes no lock and changes nothing. It sees commits that are whole; [`Reader::refresh`] finds those made since.

use super::core::Committed;
use super::fetch::{self, Cursor};
use super::index::Files;
use super::journal::{self, Access, Journal};
use super::meta::Meta;
use super::open::is_task;
use super::restore;
use super::segment::{Segment, Tail};
use super::snapshot;
use super::walk::{self, Step, Walk};
use crate::fail::Fatal;
use crate::log::Batch;
use crate::stage::{Partition, TaskId};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A directory, read only.
pub struct Reader {
    directory: PathBuf,
    meta: Meta,
    journal: Journal,
    files: Files,
    cursors: BTreeMap<Partition, Option<Cursor>>,
}

/// A topic of the job, as the directory knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicInfo {
    pub name: String,
    pub partitions: u32,
    /// The files that it is read from or written to, one per partition or one in all; its records are there then, and
    /// on the log only if a task of the job reads what another wrote.
    pub files: Vec<PathBuf>,
}

/// A task, by the name of its stage.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TaskInfo {
    pub stage: String,
    pub partition: u32,
}

/// Where a task has come to in a partition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionInfo {
    pub task: TaskInfo,
    pub topic: String,
    pub partition: u32,
    pub position: i64,
}

/// A store of a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreInfo {
    pub stage: String,
    pub name: String,
    /// What is kept, in one line.
    pub layout: String,
    /// The partitions whose tasks have written to it.
    pub partitions: Vec<u32>,
}

/// The order in which tasks took their runs in one epoch, as the worker recorded it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    pub epoch: u64,
    pub worker: u32,
    pub bytes: Vec<u8>,
}

impl Reader {
    pub fn open_read_only(directory: &Path) -> Result<Reader, Fatal> {
        let meta = Meta::read(directory)?.ok_or_else(|| {
            Fatal::configuration(
                format!("{} holds no job's log", directory.display()),
                "run the job first, or name the directory it runs in",
            )
        })?;
        let journal = again(|| journal::load(directory, Access::Read))?;
        Ok(Reader {
            directory: directory.to_owned(),
            meta,
            journal,
            files: Files::new(directory),
            cursors: BTreeMap::new(),
        })
    }

    /// Takes note of what was committed since it was opened or last refreshed.
    pub fn refresh(&mut self) -> Result<(), Fatal> {
        again(|| self.read_on())
    }

    fn read_on(&mut self) -> Result<(), Fatal> {
        if let Some(meta) = Meta::read(&self.directory)? {
            self.meta = meta;
        }
        let numbers = journal::segment_numbers(&self.directory, Access::Read)?;
        self.journal.index.segments.retain(|number, _| numbers.contains(number));
        for (place, number) in numbers.iter().enumerate() {
            let path = Segment::path(&self.directory, *number);
            let what = |e| Fatal::io(format!("reading {}", path.display()), e);
            let known = self.journal.index.segments.get(number).map(|s| (s.closed, s.length, s.generation));
            if let Some((true, length, _)) = known
                && std::fs::metadata(&path).map_err(what)?.len() == length
            {
                continue;
            }
            // The newest two are read frame by frame, for positions and clocks; they are never rewritten. An older one
            // may have been: its frames are elsewhere then, its offsets the same.
            let newest = place + 2 >= numbers.len();
            let last = place + 1 == numbers.len();
            self.files.forget(*number);
            let file = Arc::new(File::open(&path).map_err(what)?);
            let footer = if newest { None } else { Segment::from_footer(*number, &file).map_err(what)? };
            match footer {
                Some(mut segment) => {
                    segment.generation = known.map_or(0, |(_, _, generation)| generation + 1);
                    self.journal.index.segments.insert(*number, segment);
                }
                None => {
                    let tail = if last { Tail::MayBeTorn } else { Tail::MustBeWhole };
                    self.journal.read_on(*number, &file, tail)?;
                }
            }
        }
        Ok(())
    }

    /// Package and name of the job.
    pub fn job(&self) -> (&str, &str) {
        (&self.meta.package, &self.meta.job)
    }

    /// The number of the last commit.
    pub fn epoch(&self) -> u64 {
        self.journal.epoch
    }

    /// Every topic, internal ones included.
    pub fn topics(&self) -> Vec<TopicInfo> {
        let info = |t: &super::meta::TopicEntry| TopicInfo {
            name: t.name.clone(),
            partitions: t.partitions,
            files: t.files.iter().map(|file| file.path.clone()).collect(),
        };
        self.meta.topics.iter().map(info).collect()
    }

    fn partition(&self, topic: &str, number: u32) -> Result<Partition, Fatal> {
        let found = self.meta.topic(topic).map(|topic| Partition { topic, number });
        found.ok_or_else(|| {
            let names: Vec<String> = self.meta.topics.iter().map(|t| format!("`{}`", t.name)).collect();
            Fatal::configuration(
                format!("{} has no topic `{topic}`", self.directory.display()),
                format!("it has {}", names.join(", ")),
            )
        })
    }

    /// The first offset still there.
    pub fn start(&self, topic: &str, partition: u32) -> Result<i64, Fatal> {
        Ok(self.journal.index.start(self.partition(topic, partition)?))
    }

    /// The offset after the last committed record.
    pub fn end(&self, topic: &str, partition: u32) -> Result<i64, Fatal> {
        Ok(self.journal.index.next(self.partition(topic, partition)?))
    }

    /// Up to about `bytes` of records from an offset on; none if there are no more.
    pub fn fetch(
        &mut self,
        topic: &str,
        partition: u32,
        offset: i64,
        bytes: usize,
        batch: &mut Batch,
    ) -> Result<(), Fatal> {
        let partition = self.partition(topic, partition)?;
        let first = self.fetch_once(partition, offset, bytes, batch);
        if first.is_ok() {
            return first;
        }
        // The segment may have been rewritten or removed since the last refresh.
        self.refresh()?;
        self.fetch_once(partition, offset, bytes, batch)
    }

    fn fetch_once(
        &mut self,
        at: Partition,
        offset: i64,
        bytes: usize,
        batch: &mut Batch,
    ) -> Result<(), Fatal> {
        let Reader { journal, files, cursors, .. } = self;
        let cursor = cursors.entry(at).or_default();
        fetch::fetch(&|| &journal.index, files, cursor, at, offset, bytes, batch)
    }

    fn committed(&self) -> &Committed {
        &self.journal.committed
    }

    fn task(&self, task: TaskId) -> TaskInfo {
        let stage = self.meta.stages.get(task.stage as usize).cloned().unwrap_or_default();
        TaskInfo { stage, partition: task.partition }
    }

    /// Where every task has come to.
    pub fn positions(&self) -> Vec<PositionInfo> {
        let known = self.committed().positions.iter().filter(|((task, _), _)| is_task(*task));
        known
            .filter_map(|((task, partition), position)| {
                let topic = self.meta.topics.get(partition.topic as usize)?.name.clone();
                let (task, partition) = (self.task(*task), partition.number);
                Some(PositionInfo { task, topic, partition, position: *position })
            })
            .collect()
    }

    /// Every task's clock, as the task encoded it.
    pub fn clocks(&self) -> Vec<(TaskInfo, &[u8])> {
        let clocks = self.committed().clocks.iter();
        clocks.map(|(task, clock)| (self.task(*task), clock.as_slice())).collect()
    }

    /// The time of a task as of its last commit, microseconds since the epoch; `None` before its first record.
    pub fn clock(&self, stage: &str, partition: u32) -> Option<i64> {
        let clocks = self.committed().clocks.iter();
        let mut own = clocks.filter(|(task, _)| {
            task.partition == partition
                && self.meta.stages.get(task.stage as usize).is_some_and(|s| s == stage)
        });
        own.find_map(|(_, bytes)| crate::task::committed_clock(bytes))
    }

    /// Every store that something was written to.
    pub fn stores(&self) -> Result<Vec<StoreInfo>, Fatal> {
        let mut keys: BTreeSet<(u16, u32)> = BTreeSet::new();
        let snapshots = snapshot::list(&self.directory, false)?;
        let segments = self.journal.index.segments.values().flat_map(|s| s.changelog.keys());
        keys.extend(snapshots.keys().chain(segments).map(|(task, store)| (*store, task.partition)));
        let stores = self.meta.stores.iter().enumerate().map(|(number, store)| StoreInfo {
            stage: self.meta.stages.get(store.stage as usize).cloned().unwrap_or_default(),
            name: store.name.clone(),
            layout: store.layout.clone(),
            partitions: keys.iter().filter(|(s, _)| *s as usize == number).map(|(_, p)| *p).collect(),
        });
        Ok(stores.collect())
    }

    /// What a store of one task holds, encoded as its layout says, sorted by key.
    pub fn entries(&self, store: &StoreInfo, partition: u32) -> Result<BTreeMap<Vec<u8>, Vec<u8>>, Fatal> {
        let unknown = || {
            Fatal::configuration(
                format!("there is no store `{}` in stage `{}`", store.name, store.stage),
                "name one of the stores that are listed",
            )
        };
        let stage = self.meta.stages.iter().position(|s| *s == store.stage).ok_or_else(unknown)? as u16;
        let number = self.meta.store(stage, &store.name).ok_or_else(unknown)?;
        let key = (TaskId { stage, partition }, number);
        again(|| {
            let snapshots = snapshot::list(&self.directory, false)?;
            let mut entries = BTreeMap::new();
            let mut put = |key: &[u8], value: Option<&[u8]>| {
                match value {
                    Some(value) => entries.insert(key.to_vec(), value.to_vec()),
                    None => entries.remove(key),
                };
                Ok(())
            };
            if let Some(known) = snapshots.get(&key) {
                let path = snapshot::path(&self.directory, key.0, number, known.epoch);
                snapshot::read(&path, &store.name, &store.layout, &mut put)?;
            }
            let mut places = restore::uncovered(&self.journal.index, &self.files, &snapshots)?;
            let chunks = places.remove(&key).unwrap_or_default();
            restore::replay(&self.journal.index, &self.files, &chunks, &mut put)?;
            Ok(entries)
        })
    }

    /// The recorded choices of every commit still in the journal, in order.
    pub fn choices(&self) -> Result<Vec<Choices>, Fatal> {
        let mut all = Vec::new();
        for segment in self.journal.index.segments.values() {
            let place = |at| Segment::place(segment.number, at);
            let what = |e| Fatal::io(format!("reading {}", place(0)), e);
            let file = self.files.get(segment.number, segment.generation).map_err(what)?;
            let mut walk = Walk::new(file.clone(), 0, segment.length);
            loop {
                match walk.step().map_err(what)? {
                    Step::End => break,
                    Step::Broken(at) => {
                        return Err(Fatal::corrupt(place(at), "a commit's checksum does not match"));
                    }
                    Step::Frame(at, head)
                        if head.kind == super::frame::Kind::Commit && head.rest.length > 0 =>
                    {
                        let bytes = walk::load(&file, at, head.rest).map_err(what)?;
                        let bytes = bytes.ok_or_else(|| {
                            Fatal::corrupt(place(at), "the checksum of its choices does not match")
                        })?;
                        all.push(Choices { epoch: head.epoch, worker: head.worker, bytes });
                    }
                    Step::Frame(..) => {}
                }
            }
        }
        Ok(all)
    }
}

/// A running job removes and replaces files between a look at their names and their opening; then it is tried again.
fn again<T>(mut attempt: impl FnMut() -> Result<T, Fatal>) -> Result<T, Fatal> {
    for _ in 0..10 {
        match attempt() {
            Err(Fatal::Io { error, .. }) if error.kind() == std::io::ErrorKind::NotFound => {}
            result => return result,
        }
    }
    attempt()
}
