//! The main of the batch crate: reads a script from standard input, runs jobs on the log in memory, prints what they
//! wrote. One line per command, fields separated by tabs; bytes in hexadecimal, `-` for none.

use riparian::functions::hash::TokenKey;
use riparian::job::{Job, Role};
use riparian::testing::MemoryLog;
use riparian::tokens::Tokens;
use riparian::worker::{Options, Worker};
use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::sync::Arc;
use std::time::Duration;

/// Runs the script; the first failure ends it.
pub fn run(cases: &[(&str, &'static [&'static Job])]) -> Result<(), String> {
    let jobs: BTreeMap<String, &'static Job> = cases
        .iter()
        .flat_map(|(case, jobs)| jobs.iter().map(move |job| (format!("{case}/{}", job.name), *job)))
        .collect();
    let mut running: Option<Running> = None;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|error| error.to_string())?;
        let fields: Vec<&str> = line.split('\t').collect();
        match (fields.as_slice(), &mut running) {
            (["start", name, partitions, commit], running) => {
                let job = jobs.get(*name).ok_or_else(|| format!("no job {name}"))?;
                let partitions = partitions.parse().map_err(|_| "partitions")?;
                let commit = commit.parse().map_err(|_| "commit")?;
                *running = Some(Running::new(job, partitions, commit));
            }
            (["feed", topic, time, key, value], Some(running)) => {
                let topic = running.topic(topic)?;
                let time = time.parse().map_err(|_| "time")?;
                let (key, value) = (bytes(key)?, bytes(value)?);
                running.log().feed(topic, time, key.as_deref(), value.as_deref());
            }
            (["settle"], Some(running)) => running.worker()?.idle().map_err(|error| error.to_string())?,
            (["advance", to], Some(running)) => {
                let to = to.parse().map_err(|_| "advance")?;
                running.worker()?.advance_to(to).map_err(|error| error.to_string())?;
            }
            (["restart"], Some(running)) => running.restart()?,
            (["take"], Some(running)) => running.take(&mut out)?,
            (other, _) => return Err(format!("unknown command {other:?}")),
        }
    }
    out.flush().map_err(|error| error.to_string())
}

struct Running {
    job: &'static Job,
    /// Before the first step, after which the worker has it: what is fed until then was there when the job started.
    waiting: MemoryLog,
    worker: Option<Worker<MemoryLog>>,
    commit: usize,
    taken: BTreeMap<(u16, u32), usize>,
}

impl Running {
    fn new(job: &'static Job, partitions: u32, commit: usize) -> Self {
        Running { job, waiting: MemoryLog::new(job, partitions), worker: None, commit, taken: BTreeMap::new() }
    }

    fn log(&mut self) -> &mut MemoryLog {
        match &mut self.worker {
            Some(worker) => worker.log(),
            None => &mut self.waiting,
        }
    }

    fn worker(&mut self) -> Result<&mut Worker<MemoryLog>, String> {
        if self.worker.is_none() {
            self.restart()?;
        }
        self.worker.as_mut().ok_or_else(|| "no worker".to_owned())
    }

    fn restart(&mut self) -> Result<(), String> {
        let log = self.log().clone();
        let worker = Worker::start(self.job, log, options(self.job, self.commit));
        self.worker = Some(worker.map_err(|error| error.to_string())?);
        Ok(())
    }

    fn topic(&self, name: &str) -> Result<u16, String> {
        let found = self.job.topics.iter().position(|topic| topic.name == name);
        found.map(|at| at as u16).ok_or_else(|| format!("the job has no topic {name}"))
    }

    /// Prints what has been written since the last time, by topic and partition.
    fn take(&mut self, out: &mut impl Write) -> Result<(), String> {
        for (index, topic) in (0..).zip(self.job.topics) {
            if !matches!(topic.role, Role::Output { .. } | Role::DeadLetter) {
                continue;
            }
            let all = self.log().all().clone();
            for (partition, records) in &all {
                if partition.topic != index {
                    continue;
                }
                let taken = self.taken.entry((index, partition.number)).or_default();
                for record in records.iter().skip(*taken) {
                    let (key, value) = (hexadecimal(record.key.as_deref()), hexadecimal(record.value.as_deref()));
                    writeln!(out, "{}\t{}\t{key}\t{value}", topic.name, record.time).map_err(|error| error.to_string())?;
                }
                *taken = records.len();
            }
        }
        writeln!(out, ".").map_err(|error| error.to_string())
    }
}

/// Commits by count, so that nothing depends on how fast the machine is. Inputs go idle when the script says so.
fn options(job: &Job, commit: usize) -> Options {
    let key = |tokens: Tokens, vault: &&str| tokens.with(vault, TokenKey::new(1, [7; 32]));
    let tokens = Arc::new(job.vaults.iter().fold(Tokens::default(), key));
    Options { commit_every: Duration::from_secs(3600), commit_records: commit, idles: false, tokens, ..Options::default() }
}

fn bytes(text: &str) -> Result<Option<Vec<u8>>, String> {
    if text == "-" {
        return Ok(None);
    }
    let digit = |byte: u8| char::from(byte).to_digit(16).ok_or("hexadecimal");
    let pairs = text.as_bytes().chunks(2).map(|pair| match pair {
        [high, low] => Ok((digit(*high)? << 4 | digit(*low)?) as u8),
        _ => Err("hexadecimal"),
    });
    pairs.collect::<Result<Vec<u8>, &str>>().map(Some).map_err(str::to_owned)
}

fn hexadecimal(bytes: Option<&[u8]>) -> String {
    match bytes {
        None => "-".into(),
        Some(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}
