//! The ledger under load while everything around it is killed, and what becomes of each record.
//!
//! A seed says what is done to whom in which order; the moments are the machine's. At the end everything is left to finish, and
//! the judge recomputes all of it from the input.

mod diary;
mod doors;
mod instances;
mod load;
mod nodes;
mod sluice;

pub use sluice::Sluice;

use crate::ledger::{Judge, TOPIC, Verdict, make_topics};
use crate::{Cluster, Error, Isolation, Random, broker};
use diary::Diary;
use doors::Doors;
use instances::Instances;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const PARTITIONS: i32 = 6;
/// How long the job may take, once left alone, until everything is committed.
const TO_FINISH: Duration = Duration::from_secs(180);

/// What is to be done.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Processes of the job to kill.
    pub kills: u32,
    pub nodes: u16,
    pub seed: u64,
    /// Transfers per second.
    pub rate: u32,
}

/// What has come of it.
#[derive(Debug)]
pub struct Outcome {
    pub kills: u32,
    pub broker_kills: u32,
    pub verdict: Verdict,
    /// What must not happen, though nothing may be lost by it: processes that ended by themselves, or did not end.
    pub unexpected: Vec<String>,
    /// Where the job's directories and all logs are, if something was wrong.
    pub kept: Option<PathBuf>,
}

impl Outcome {
    pub fn is_clean(&self) -> bool {
        self.verdict.is_clean() && self.unexpected.is_empty()
    }

    /// The line for machines.
    pub fn line(&self) -> String {
        let Verdict { records, lost, doubled, wrong, sum } = &self.verdict;
        let held = if *sum == 0 && wrong.is_empty() { "held" } else { "broken" };
        format!(
            "kills {} broker_kills {} records {records} lost {lost} doubled {doubled} invariant {held}",
            self.kills, self.broker_kills
        )
    }
}

/// Runs the program `ledger` through it; `say` gets a line for everything that happens.
pub fn run(options: &Options, ledger: &Path, say: &(dyn Fn(&str) + Sync)) -> Result<Outcome, Error> {
    let folder = tempfile::Builder::new().prefix("riparian-faults-").tempdir();
    let folder = folder.map_err(|error| Error::io("a folder for the job", &error))?;
    let mut doors = Doors::new(options.nodes)?;
    let cluster = broker::Options::nodes(options.nodes).heap_mib(256).doors(&doors.ports()).start()?;
    let inside: Vec<_> = (1..=options.nodes).filter_map(|node| cluster.door(node)).collect();
    doors.serve(&inside);
    make_topics(&cluster.client(), PARTITIONS)?;
    let outcome = through(options, ledger, &cluster, &doors, folder.path(), say);
    match outcome {
        Ok(outcome) if outcome.is_clean() => Ok(outcome),
        broken => {
            let kept = folder.keep();
            for node in 1..=options.nodes {
                let from = cluster.folder().join(format!("node{node}/node.log"));
                let _ = std::fs::copy(from, kept.join(format!("node{node}.log")));
            }
            say(&format!(
                "seed {}: the job's directories and all logs are in {}",
                options.seed,
                kept.display()
            ));
            broken.map(|outcome| Outcome { kept: Some(kept), ..outcome })
        }
    }
}

fn through(
    options: &Options,
    ledger: &Path,
    cluster: &Cluster,
    doors: &Doors,
    folder: &Path,
    say: &(dyn Fn(&str) + Sync),
) -> Result<Outcome, Error> {
    let diary = Diary::new(say);
    let (enough, calm) = (AtomicBool::new(false), AtomicBool::new(false));
    let seed = options.seed;
    let random = |of: u64| Random::new(seed.wrapping_mul(3).wrapping_add(of));
    let mut instances = Instances::new(ledger, cluster, doors.bootstrap(), folder, &diary, random(1));
    let client = cluster.client();
    let (killed, transfers) = std::thread::scope(|scope| {
        let load = scope.spawn(|| load::feed(&client, seed, options.rate, &enough));
        let nodes = scope.spawn(|| nodes::trouble(cluster, doors, &mut random(2), &calm, &diary));
        let done = instances.start_all().and_then(|()| instances.trouble(options.kills));
        // In this order: the load needs all nodes to end.
        calm.store(true, Ordering::Relaxed);
        let killed =
            nodes.join().unwrap_or_else(|_| Err(Error::new("the thread that kills nodes has panicked")));
        enough.store(true, Ordering::Relaxed);
        let fed = load.join().unwrap_or_else(|_| Err(Error::new("the thread that writes has panicked")));
        done.and_then(|()| Ok((killed?, fed?)))
    })?;
    diary.note(format_args!("{transfers} transfers are in; now the job is left alone"));
    let input = cluster.client().read(TOPIC, Isolation::Committed)?;
    let ends: Vec<usize> = input.iter().map(Vec::len).collect();
    if ends.iter().sum::<usize>() != transfers {
        diary.unexpected(format_args!("the input's partitions hold {ends:?}: the cluster has lost some"));
    }
    let judge = Judge::new(cluster.client(), seed, transfers);
    let verdict = finish(&judge, &mut instances, &diary)?;
    drop(instances);
    let unexpected = diary.into_unexpected();
    Ok(Outcome { kills: options.kills, broker_kills: killed, verdict, unexpected, kept: None })
}

/// Waits until everything is committed, stops the job, and judges what there is.
fn finish(judge: &Judge, instances: &mut Instances<'_>, diary: &Diary<'_>) -> Result<Verdict, Error> {
    let until = Instant::now() + TO_FINISH;
    while !judge.await_postings(Duration::from_secs(10))? && Instant::now() < until {
        instances.check()?;
    }
    // What follows from postings may be a commit or two behind them.
    while !judge.judge()?.is_clean() && Instant::now() < until {
        std::thread::sleep(Duration::from_secs(1));
    }
    diary.note("the job is asked to stop");
    instances.stop_all()?;
    let verdict = judge.judge()?;
    verdict.wrong.iter().take(20).for_each(|wrong| diary.note(format_args!("WRONG: {wrong}")));
    Ok(verdict)
}
