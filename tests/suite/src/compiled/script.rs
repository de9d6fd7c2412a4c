//! What a compiled job is fed, and what it writes.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// A record to feed.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// The topic's full name.
    pub topic: String,
    /// The log's own time, microseconds since the epoch.
    pub time: i64,
    pub key: Option<Vec<u8>>,
    pub value: Option<Vec<u8>>,
}

/// A record that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub topic: String,
    pub time: i64,
    pub key: Option<Vec<u8>>,
    pub value: Option<Vec<u8>>,
}

/// Steps of a run.
#[derive(Clone, Debug)]
pub struct Script {
    partitions: u32,
    commit: usize,
    steps: String,
}

impl Script {
    /// Every topic has so many partitions; a commit follows so many records.
    pub fn new(partitions: u32, commit: usize) -> Self {
        Script { partitions, commit, steps: String::new() }
    }

    pub fn feed(&mut self, record: &Record) {
        let (key, value) = (hexadecimal(record.key.as_deref()), hexadecimal(record.value.as_deref()));
        self.steps += &format!("feed\t{}\t{}\t{key}\t{value}\n", record.topic, record.time);
    }

    /// Reads all inputs to their end and takes them as idle.
    pub fn settle(&mut self) {
        self.steps += "settle\n";
    }

    /// Every clock moves to this time.
    pub fn advance(&mut self, to: i64) {
        self.steps += &format!("advance\t{to}\n");
    }

    /// The job is started again on its committed state.
    pub fn restart(&mut self) {
        self.steps += "restart\n";
    }

    /// Ends a batch of what is compared.
    pub fn take(&mut self) {
        self.steps += "take\n";
    }

    pub(super) fn run(&self, binary: &Path, job: &str) -> Result<Vec<Vec<Written>>, String> {
        let mut process = Command::new(binary)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{}: {error}", binary.display()))?;
        let text = format!("start\t{job}\t{}\t{}\n{}", self.partitions, self.commit, self.steps);
        let stdin = process.stdin.take();
        // Written from another thread: the job may fill its output before it has read all of its input.
        let writer = std::thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(text.as_bytes())));
        let output = process.wait_with_output().map_err(|error| error.to_string())?;
        let _ = writer.join();
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        parse(&String::from_utf8_lossy(&output.stdout))
    }
}

fn parse(text: &str) -> Result<Vec<Vec<Written>>, String> {
    let (mut batches, mut batch) = (Vec::new(), Vec::new());
    for line in text.lines() {
        if line == "." {
            batches.push(std::mem::take(&mut batch));
            continue;
        }
        let [topic, time, key, value] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!("not a record: {line}"));
        };
        let time = time.parse().map_err(|_| format!("not a time: {line}"))?;
        batch.push(Written { topic: topic.into(), time, key: bytes(key)?, value: bytes(value)? });
    }
    Ok(batches)
}

fn hexadecimal(bytes: Option<&[u8]>) -> String {
    bytes.map_or("-".into(), |bytes| bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn bytes(text: &str) -> Result<Option<Vec<u8>>, String> {
    if text == "-" {
        return Ok(None);
    }
    let pair = |at: usize| text.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    (0..text.len())
        .step_by(2)
        .map(pair)
        .collect::<Option<Vec<u8>>>()
        .map(Some)
        .ok_or_else(|| format!("not bytes: {text}"))
}
