//! Nexmark: generated jobs beside the limit, in one process, round by round in turn.
//!
//! Owns the order of runs, the comparison of results and the figures. No speed is printed for results that differ.

mod generator;
mod limit;
mod log;
mod options;
mod ours;
mod results;

use crate::{clock, streams, trusted};
use generator::{Bids, Order};
use options::Options;
use results::Results;
use riparian::job::Job;
use std::sync::Arc;
use std::time::Duration;

/// One query, both ways.
struct Query {
    /// The job with its input checked, as it is by default.
    checked: &'static Job,
    /// The same with trusted input.
    trusted: &'static Job,
    limit: Limit,
    /// The limit without one of the things that a job owes its user, and which: what that costs.
    without: Option<(&'static str, Limit)>,
}

type Limit = fn(&Bids, usize, Results) -> Result<Results, String>;

static QUERIES: [Query; 4] = [
    Query {
        checked: &streams::q0::JOB,
        trusted: &trusted::q0::JOB,
        limit: limit::run::<limit::Pass>,
        without: None,
    },
    Query {
        checked: &streams::q1::JOB,
        trusted: &trusted::q1::JOB,
        limit: limit::run::<limit::Exchange>,
        without: None,
    },
    Query {
        checked: &streams::q2::JOB,
        trusted: &trusted::q2::JOB,
        limit: limit::run::<limit::Select>,
        without: Some(("event time", limit::run::<limit::Timeless>)),
    },
    Query {
        checked: &streams::q12::JOB,
        trusted: &trusted::q12::JOB,
        limit: limit::run::<limit::Count>,
        without: None,
    },
];

impl Query {
    fn job(&self, options: &Options) -> &'static Job {
        if options.trusted { self.trusted } else { self.checked }
    }
}

/// At most one allocation in so many events: those of commits and of windows that open, none of records.
const EVENTS_PER_ALLOCATION: u64 = 1000;

/// Compares results in full, counts allocations, then measures; prints `q0 ours X limit Y ratio Z` for each query, in
/// millions of events per second of processor time (medians).
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let options = Options::read(arguments)?;
    let bids = Bids::generate(options.events, options.order);
    eprintln!(
        "{} bids, {} bytes each, {}, {}, {} rounds",
        bids.len(),
        bids.value_bytes() / bids.len(),
        if options.trusted { "trusted" } else { "checked" },
        if bids.order == Order::Shuffled { "their fields in any order" } else { "their fields in order" },
        options.rounds
    );
    let queries: Vec<&Query> = QUERIES.iter().filter(|query| options.wants(query.checked.name)).collect();
    if queries.is_empty() {
        let names: Vec<&str> = QUERIES.iter().map(|query| query.checked.name).collect();
        return Err(format!("there is no such query; there are: {}", names.join(", ")));
    }
    for query in &queries {
        compare(query, query.job(&options), &bids)?;
        count_allocations(query.job(&options), &bids)?;
    }
    let mut times: Vec<Times> = queries.iter().map(|_| Times::default()).collect();
    for _ in 0..options.rounds {
        for (query, times) in queries.iter().zip(&mut times) {
            let limit = |limit: Limit| timed(|| limit(&bids, bids.len(), Results::default()));
            times.ours.push(timed(|| ours::run(query.job(&options), &bids, bids.len(), Results::default()))?);
            times.limit.push(limit(query.limit)?);
            if let Some((_, without)) = query.without {
                times.without.push(limit(without)?);
            }
        }
    }
    let mut lines = Vec::new();
    for (query, times) in queries.iter().zip(&mut times) {
        let (ours, limit) = (Speed::of(&mut times.ours, bids.len()), Speed::of(&mut times.limit, bids.len()));
        eprintln!("{}: ours {ours}, limit {limit} (min/median/max)", query.checked.name);
        if let Some((what, _)) = query.without {
            let without = Speed::of(&mut times.without, bids.len());
            eprintln!("{}: limit without {what} {without}", query.checked.name);
        }
        let (ours, limit) = (ours.median, limit.median);
        lines.push(format!(
            "{} ours {ours:.2} limit {limit:.2} ratio {:.2}",
            query.checked.name,
            ours / limit
        ));
    }
    lines.iter().for_each(|line| println!("{line}"));
    Ok(())
}

/// Processor time of every round of one query.
#[derive(Default)]
struct Times {
    ours: Vec<Duration>,
    limit: Vec<Duration>,
    without: Vec<Duration>,
}

/// Rows and checksums of both must be the same.
fn compare(query: &Query, job: &'static Job, bids: &Arc<Bids>) -> Result<(), String> {
    let ours = ours::run(job, bids, bids.len(), Results::checked())?;
    let limit = (query.limit)(bids, bids.len(), Results::checked())?;
    if let Some((what, without)) = query.without
        && without(bids, bids.len(), Results::checked())? != limit
    {
        return Err(format!("{}: the limit without {what} gives other results", job.name));
    }
    if ours != limit {
        return Err(format!("{}: the results differ: ours {ours:?}, limit {limit:?}", job.name));
    }
    if ours.rows == 0 {
        return Err(format!("{}: there are no results to compare", job.name));
    }
    eprintln!("{}: {} rows of {} bytes, equal", job.name, ours.rows, ours.bytes);
    Ok(())
}

fn count_allocations(job: &'static Job, bids: &Arc<Bids>) -> Result<(), String> {
    let events = (bids.len() - bids.len() / 2) as u64;
    let count = ours::allocations(job, bids, bids.len())?;
    eprintln!("{}: {count} allocations for {events} events", job.name);
    if count * EVENTS_PER_ALLOCATION > events {
        return Err(format!("{}: {count} allocations for {events} events", job.name));
    }
    Ok(())
}

fn timed(run: impl FnOnce() -> Result<Results, String>) -> Result<Duration, String> {
    let before = clock::cpu();
    let results = run()?;
    std::hint::black_box(results);
    Ok(clock::cpu() - before)
}

/// Millions of events per second of processor time.
struct Speed {
    min: f64,
    median: f64,
    max: f64,
}

impl Speed {
    fn of(times: &mut [Duration], events: usize) -> Speed {
        times.sort();
        let speed = |at: usize| times.get(at).map_or(0.0, |time| events as f64 / time.as_secs_f64() / 1e6);
        Speed { min: speed(times.len().saturating_sub(1)), median: speed(times.len() / 2), max: speed(0) }
    }
}

impl std::fmt::Display for Speed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.2}/{:.2}/{:.2}", self.min, self.median, self.max)
    }
}
