//! A job on the log in memory, driven by commands: what `riparian test --compiled` and the suites of this repository
//! talk to. Decides nothing about records; the job is run by an ordinary worker.
//!
//! A command is a line, its fields separated by tabs; bytes are in hexadecimal, `-` for none; times are microseconds
//! since the epoch.
//!
//! | command | what it does |
//! |---|---|
//! | `start NAME PARTITIONS COMMIT` | a job from nothing; every topic has so many partitions, a commit follows so many records |
//! | `feed TOPIC TIME KEY VALUE` | appends a record to a topic of the job |
//! | `drain` | reads all inputs to their end |
//! | `settle` | does that, then takes all of them as idle |
//! | `advance TIME` | reads all inputs to their end, then moves every clock |
//! | `restart` | the job is stopped, and starts again on what it has committed |
//! | `take` | tells what was written since the last time: `TOPIC TIME KEY VALUE` |
//! | `counts` | tells what could not be used so far, per node: `NODE LATE DEAD UNMATCHED` |
//! | `repeat EVERY` | repeats the choices recorded so far, with a restart after every so many commits, and tells what is not as it was (Law R) |
//! | `stopped` | tells where a route said `stop`, if one did: `NODE REASON TOPIC OFFSET` |
//!
//! `start` and the commands that tell something are answered: with as many lines as it takes, then one with a dot. A job
//! starts to read when it is first told to, so that records fed before are what its tables hold at its first start. A
//! job that a route has stopped reads no more; unless somebody asks for it, that is an error at the end. Vaults have no
//! keys here: tokens are [`TokenKey::stand_in`]'s, which need no secret and are those of the reference interpreter.

use super::MemoryLog;
use crate::fail::{Fail, Fatal};
use crate::job::{Encoding, Job, Role};
use crate::record::Kind;
use crate::stage::Partition;
use crate::tokens::Tokens;
use crate::wire::avro;
use crate::worker::{Options, Worker};
use riparian_functions::hash::TokenKey;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, Write};
use std::sync::Arc;
use std::time::Duration;

/// Follows the commands on `input` to their end; the first failure ends it. A command names one of `jobs` by its name
/// here.
pub fn drive(
    jobs: impl IntoIterator<Item = (String, &'static Job)>,
    input: impl BufRead,
    output: impl Write,
) -> Result<(), String> {
    let jobs: BTreeMap<String, &'static Job> = jobs.into_iter().collect();
    let mut running: Option<Running> = None;
    let mut out = std::io::BufWriter::new(output);
    for line in input.lines() {
        let line = line.map_err(text)?;
        let fields: Vec<&str> = line.split('\t').collect();
        match (fields.as_slice(), &mut running) {
            (["start", name, partitions, commit], running) => {
                let job = jobs.get(*name).ok_or_else(|| format!("this program has no job {name}"))?;
                let partitions: u32 = parsed(partitions)?;
                if partitions == 0 {
                    return Err("a topic has at least one partition".to_owned());
                }
                *running = Some(Running::new(job, partitions, parsed(commit)?));
                answer(&mut out, Vec::new())?;
            }
            (["feed", topic, time, key, value], Some(job)) => {
                job.feed(topic, parsed(time)?, bytes(key)?.as_deref(), bytes(value)?.as_deref())?;
            }
            (["drain"], Some(job)) => job.act(Worker::drain)?,
            (["settle"], Some(job)) => job.act(Worker::idle)?,
            (["advance", to], Some(job)) => {
                let to = parsed(to)?;
                job.act(|worker| worker.advance_to(to))?;
            }
            (["restart"], Some(job)) => job.restart()?,
            (["take"], Some(job)) => answer(&mut out, job.take())?,
            (["counts"], Some(job)) => answer(&mut out, job.counts()?)?,
            (["repeat", every], Some(job)) => {
                let differences = job.repeat(parsed(every)?)?;
                answer(&mut out, differences)?;
            }
            (["stopped"], Some(job)) => answer(&mut out, job.stopped())?,
            (other, _) => return Err(format!("unknown command, or no job: {other:?}")),
        }
    }
    out.flush().map_err(text)?;
    match running.filter(|job| !job.asked).and_then(|job| job.stop) {
        Some(fatal) => Err(fatal.to_string()),
        None => Ok(()),
    }
}

/// At once: who has asked waits for it.
fn answer(out: &mut impl Write, lines: Vec<String>) -> Result<(), String> {
    for line in lines {
        writeln!(out, "{line}").map_err(text)?;
    }
    writeln!(out, ".").and_then(|()| out.flush()).map_err(text)
}

/// A job that has been started, or is about to.
enum State {
    Waiting(MemoryLog),
    Reading(Box<Worker<MemoryLog>>),
}

struct Running {
    job: &'static Job,
    state: State,
    commit: usize,
    /// Records of the topic that were not written by the job.
    fed: BTreeSet<(Partition, usize)>,
    /// Records that have been printed.
    taken: BTreeMap<Partition, usize>,
    stop: Option<Fatal>,
    /// Somebody has asked for it.
    asked: bool,
}

impl Running {
    fn new(job: &'static Job, partitions: u32, commit: usize) -> Self {
        Running {
            job,
            state: State::Waiting(MemoryLog::new(job, partitions)),
            commit,
            fed: BTreeSet::new(),
            taken: BTreeMap::new(),
            stop: None,
            asked: false,
        }
    }

    fn log(&mut self) -> &mut MemoryLog {
        match &mut self.state {
            State::Waiting(log) => log,
            State::Reading(worker) => worker.log(),
        }
    }

    fn worker(&mut self) -> Result<&mut Worker<MemoryLog>, Fatal> {
        if let State::Waiting(log) = &self.state {
            let worker = Worker::start(self.job, log.clone(), options(self.job, self.commit))?;
            self.state = State::Reading(Box::new(worker));
        }
        match &mut self.state {
            State::Reading(worker) => Ok(worker),
            State::Waiting(_) => Err(Fatal::corrupt("the driver", "a job that was started does not run")),
        }
    }

    fn feed(
        &mut self,
        topic: &str,
        time: i64,
        key: Option<&[u8]>,
        value: Option<&[u8]>,
    ) -> Result<(), String> {
        let known = (0..).zip(self.job.topics).find(|(_, known)| known.name == topic);
        let (topic, known) =
            known.ok_or_else(|| format!("the job {} has no topic {topic}", self.job.name))?;
        let mut binary = Vec::new();
        let value = match (known.encoding, value) {
            // Whoever feeds bytes means them; only rows are written as JSON.
            (Encoding::Avro(contract), Some(text)) if text.first() == Some(&b'{') => {
                match avro::encode(contract, avro::Absent::Zero, text, &mut binary) {
                    Ok(()) => Some(binary.as_slice()),
                    Err(fail) if contract.framed => {
                        return Err(format!("{} has no such record: {fail}", known.name));
                    }
                    Err(_) => value,
                }
            }
            _ => value,
        };
        let log = self.log();
        let to = log.feed(topic, time, key, value);
        let at = log.records(to).len().saturating_sub(1);
        self.fed.insert((to, at));
        Ok(())
    }

    fn act(&mut self, act: impl FnOnce(&mut Worker<MemoryLog>) -> Result<(), Fatal>) -> Result<(), String> {
        if self.stop.is_some() {
            return Ok(());
        }
        match self.worker().and_then(act) {
            Err(stop @ Fatal::Stopped { .. }) => {
                self.stop = Some(stop);
                Ok(())
            }
            other => other.map_err(text),
        }
    }

    fn restart(&mut self) -> Result<(), String> {
        let log = self.log().clone();
        self.state = State::Waiting(log);
        self.act(|_| Ok(()))
    }

    /// By topic and partition.
    fn take(&mut self) -> Vec<String> {
        let job = self.job;
        let records = match &mut self.state {
            State::Waiting(log) => log.all(),
            State::Reading(worker) => worker.log().all(),
        };
        let mut lines = Vec::new();
        for (partition, records) in records {
            let Some(topic) = job.topics.get(usize::from(partition.topic)) else { continue };
            if topic.role == Role::Repartition {
                continue;
            }
            let taken = self.taken.entry(*partition).or_default();
            for (at, record) in records.iter().enumerate().skip(*taken) {
                if record.kind == Kind::Data && !self.fed.contains(&(*partition, at)) {
                    let (key, value) =
                        (hexadecimal(record.key.as_deref()), hexadecimal(record.value.as_deref()));
                    lines.push(format!("{}\t{}\t{key}\t{value}", topic.name, record.time));
                }
            }
            *taken = records.len();
        }
        lines
    }

    fn counts(&mut self) -> Result<Vec<String>, String> {
        let job = self.job;
        let mut nodes = vec![[0u64; 3]; job.nodes.len()];
        let summary = self.worker().map_err(text)?.summary();
        // A row of a group that could not be made is a dead letter, but not a record that was given up.
        let failed: Vec<u64> = summary.nodes.iter().map(|node| node.counts.failed).collect();
        for ((site, fail), count) in summary.refused {
            let node = job.sites.get(usize::from(site.0)).map(|site| usize::from(site.node));
            if let Some(counts) = node.and_then(|node| nodes.get_mut(node)) {
                let [late, dead, unmatched] = counts;
                *match fail {
                    Fail::Late => late,
                    Fail::Unmatched => unmatched,
                    _ => dead,
                } += count;
            }
        }
        let line = |((node, [late, dead, unmatched]), failed): ((&crate::job::Node, [u64; 3]), u64)| {
            format!("{}\t{late}\t{}\t{unmatched}", node.name, dead.saturating_sub(failed))
        };
        Ok(job.nodes.iter().zip(nodes).zip(failed).map(line).collect())
    }

    fn repeat(&mut self, restart_every: usize) -> Result<Vec<String>, String> {
        let (job, options) = (self.job, options(self.job, self.commit));
        super::repeat(job, self.log(), &options, restart_every).map_err(text)
    }

    fn stopped(&mut self) -> Vec<String> {
        self.asked = true;
        let Some(Fatal::Stopped { site, fail, record, .. }) = &self.stop else { return Vec::new() };
        let site = self.job.sites.get(usize::from(site.0));
        let node =
            site.and_then(|site| self.job.nodes.get(usize::from(site.node))).map_or("", |node| node.name);
        let (topic, offset) =
            record.map_or(("-", "-".to_owned()), |(topic, offset)| (topic, offset.to_string()));
        vec![format!("{node}\t{fail}\t{topic}\t{offset}")]
    }
}

/// Commits by count, so that nothing depends on how fast the machine is. Inputs go idle when the script says so.
fn options(job: &Job, commit: usize) -> Options {
    let stand_in = |tokens: Tokens, vault: &&str| tokens.with(vault, TokenKey::stand_in());
    Options {
        commit_every: Duration::from_secs(3600),
        commit_records: commit.max(1),
        idles: false,
        tokens: Arc::new(job.vaults.iter().fold(Tokens::default(), stand_in)),
        ..Options::default()
    }
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}

fn parsed<N: std::str::FromStr>(field: &str) -> Result<N, String> {
    field.parse().map_err(|_| format!("not a number: {field}"))
}

fn bytes(field: &str) -> Result<Option<Vec<u8>>, String> {
    if field == "-" {
        return Ok(None);
    }
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let pairs = field.as_bytes().chunks(2).map(|pair| match pair {
        [high, low] => Some((digit(*high)? << 4 | digit(*low)?) as u8),
        _ => None,
    });
    pairs.collect::<Option<Vec<u8>>>().map(Some).ok_or_else(|| format!("not hexadecimal: {field}"))
}

fn hexadecimal(bytes: Option<&[u8]>) -> String {
    bytes.map_or_else(|| "-".into(), |bytes| bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A job without stages: nothing is read, everything else is as ever.
    static IDLE: Job = Job {
        abi: crate::ABI,
        package: "p",
        name: "j",
        topics: &[crate::job::Topic {
            name: "p.t.v1",
            short_name: "t",
            role: Role::Output { table: false },
            partitions: None,
            columns: &[],
            key: &[],
            encoding: Encoding::Json,
        }],
        stages: &[],
        nodes: &[crate::job::Node { name: "n", table: false }],
        sites: &[],
        exactly_once: true,
        vaults: &[],
    };

    fn run(script: &str) -> Result<String, String> {
        let mut out = Vec::new();
        drive([("p.j".to_owned(), &IDLE)], script.as_bytes(), &mut out)?;
        String::from_utf8(out).map_err(text)
    }

    #[test]
    fn questions_are_answered_and_what_was_fed_is_not_taken_for_written() {
        let script = "start\tp.j\t1\t1\nfeed\tp.t.v1\t5\t-\t7b7d\nsettle\nrestart\ntake\ncounts\nstopped\n";
        assert_eq!(run(script).as_deref(), Ok(".\n.\nn\t0\t0\t0\n.\n.\n"));
    }

    #[test]
    fn what_a_script_gets_wrong_is_named() {
        for (script, told) in [
            ("take", "no job"),
            ("start\tp.k\t1\t1", "this program has no job p.k"),
            ("start\tp.j\t0\t1", "at least one partition"),
            ("start\tp.j\t1\t1\nfeed\tt\t5\t-\t-", "no topic t"),
            ("start\tp.j\t1\t1\nfeed\tp.t.v1\t5\t-\t7b7", "not hexadecimal: 7b7"),
            ("start\tp.j\t1\t1\nadvance\tnoon", "not a number: noon"),
        ] {
            let error = run(script).expect_err(script);
            assert!(error.contains(told), "{script}: {error}");
        }
    }
}
