//! A job to log for, and commits made by hand.
#![allow(dead_code, reason = "each test file uses some of it")]

use riparian::embedded::{EmbeddedLog, Options};
use riparian::fail::{Fatal, Site};
use riparian::job::{Encoding, Input, Job, Role, Show, StageSpec, Topic};
use riparian::log::{Batch, Epoch, Log};
use riparian::record::{Chunk, Kind};
use riparian::stage::{Partition, Stage, TaskId};
use std::collections::BTreeMap;
use std::path::Path;

/// An input, an internal topic, an output and a dead-letter topic.
pub const IN: u16 = 0;
pub const MIDDLE: u16 = 1;
pub const OUT: u16 = 2;
pub const DEAD: u16 = 3;
/// The second stage's first task: it has the store.
pub const TASK: TaskId = TaskId { stage: 1, partition: 0 };
pub const STORE: &str = "sums";
pub const LAYOUT: &str = "key: string, value: string";

pub const fn topic(name: &'static str, role: Role) -> Topic {
    Topic {
        name,
        short_name: name,
        role,
        partitions: None,
        columns: &[("id", "int"), ("name", "string"), ("note", "string?"), ("ok", "bool")],
        key: &["id"],
        encoding: Encoding::Json,
    }
}

pub const fn read(topic: u16) -> Input {
    Input {
        topic,
        table: false,
        everywhere: false,
        bootstrap: false,
        site: Site(0),
        show: Show::Raw,
        placed_by: None,
    }
}

pub fn no_stage() -> Box<dyn Stage> {
    unreachable!("the log never makes a stage")
}

pub const JOB_BODY: Job = Job {
    abi: riparian::ABI,
    package: "test",
    name: "job",
    topics: &[
        topic("in", Role::Input { table: false, disorder: 0, skew: None, idle: None }),
        topic("middle", Role::Repartition),
        topic("out", Role::Output { table: true }),
        topic("dead", Role::DeadLetter),
    ],
    stages: &[
        StageSpec { name: "first", inputs: &[read(IN)], repartitions: &[MIDDLE], make: no_stage },
        StageSpec { name: "second", inputs: &[read(MIDDLE)], repartitions: &[], make: no_stage },
    ],
    nodes: &[],
    sites: &[],
    exactly_once: true,
    vaults: &[],
};

pub static JOB: Job = JOB_BODY;

pub fn at(topic: u16, number: u32) -> Partition {
    Partition { topic, number }
}

/// Opens with defaults and restores the store, as a worker does before its first commit.
pub fn open(directory: &Path) -> EmbeddedLog {
    open_with(directory, Options::default()).unwrap()
}

pub fn open_with(directory: &Path, options: Options) -> Result<EmbeddedLog, Fatal> {
    let mut log = EmbeddedLog::open(directory, &JOB, options)?;
    restore(&mut log)?;
    Ok(log)
}

pub type Contents = BTreeMap<Vec<u8>, Vec<u8>>;

pub fn restore(log: &mut EmbeddedLog) -> Result<Contents, Fatal> {
    let mut contents = Contents::new();
    log.restore(TASK, 0, STORE, LAYOUT, &mut |key, value| {
        match value {
            Some(value) => contents.insert(key.to_vec(), value.to_vec()),
            None => contents.remove(key),
        };
        Ok(())
    })?;
    Ok(contents)
}

pub fn contents(log: &mut EmbeddedLog) -> Vec<(String, String)> {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    restore(log).unwrap().into_iter().map(|(k, v)| (text(k), text(v))).collect()
}

/// The values from a position to the end, fetched a few bytes at a time.
pub fn values(log: &mut EmbeddedLog, topic: u16, number: u32, from: i64) -> Vec<String> {
    let (mut batch, mut position, mut values) = (Batch::default(), from, Vec::new());
    loop {
        log.fetch(TASK, at(topic, number), position, 50, &mut batch).unwrap();
        if batch.is_empty() {
            return values;
        }
        for index in 0..batch.len() {
            let record = batch.record(index);
            assert!(record.offset >= position, "no record comes twice");
            values.push(String::from_utf8_lossy(record.value.unwrap_or(b"null")).into_owned());
        }
        assert!(batch.next > position);
        position = batch.next;
    }
}

#[derive(Clone, Debug, Default)]
pub struct Commit {
    pub outputs: BTreeMap<Partition, Chunk>,
    pub changelog: BTreeMap<(TaskId, u16), Chunk>,
    pub positions: BTreeMap<(TaskId, Partition), i64>,
    pub clocks: BTreeMap<TaskId, Vec<u8>>,
    pub choices: Vec<u8>,
}

impl Commit {
    pub fn output(mut self, topic: u16, number: u32, records: &[(&[u8], &[u8])]) -> Self {
        let chunk = self.outputs.entry(at(topic, number)).or_default();
        for (key, value) in records {
            chunk.push(Kind::Data, 5, Some(key), Some(value));
        }
        self
    }

    pub fn change(mut self, task: TaskId, changes: &[(&[u8], Option<&[u8]>)]) -> Self {
        let chunk = self.changelog.entry((task, 0)).or_default();
        for (key, value) in changes {
            chunk.push(Kind::Data, 0, Some(key), *value);
        }
        self
    }

    pub fn position(mut self, task: TaskId, topic: u16, number: u32, position: i64) -> Self {
        self.positions.insert((task, at(topic, number)), position);
        self
    }

    pub fn clock(mut self, task: TaskId, clock: &[u8]) -> Self {
        self.clocks.insert(task, clock.to_vec());
        self
    }

    pub fn apply(&self, log: &mut EmbeddedLog) {
        self.try_apply(log).unwrap();
    }

    pub fn try_apply(&self, log: &mut EmbeddedLog) -> Result<(), Fatal> {
        let epoch = Epoch {
            outputs: &self.outputs,
            changelog: &self.changelog,
            positions: &self.positions,
            clocks: &self.clocks,
            choices: &self.choices,
        };
        log.commit(&epoch).map(|_| ())
    }
}

/// A copy of a directory as a crash would leave it: all its files, as they are now.
pub fn copy(from: &Path) -> tempfile::TempDir {
    let to = tempfile::tempdir().unwrap();
    copy_into(from, to.path());
    to
}

fn copy_into(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_into(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The journal's segments with their lengths, in order.
pub fn segments(directory: &Path) -> Vec<(std::path::PathBuf, u64)> {
    let mut segments: Vec<_> = std::fs::read_dir(directory.join("journal"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.path(), entry.metadata().unwrap().len()))
        .collect();
    segments.sort();
    segments
}

pub fn cut(path: &Path, length: u64) {
    std::fs::File::options().write(true).open(path).unwrap().set_len(length).unwrap();
}

pub fn flip(path: &Path, byte: u64) {
    let mut bytes = std::fs::read(path).unwrap();
    bytes[byte as usize] ^= 0x10;
    std::fs::write(path, bytes).unwrap();
}

/// Options with which a test need not write much, nor wait for a disk.
pub fn small(segment_bytes: u64) -> Options {
    Options { durability: riparian::embedded::Durability::Process, segment_bytes, ..Options::default() }
}
