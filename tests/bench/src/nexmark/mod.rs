//! Nexmark: generated jobs beside the limit, in one process, round by round in turn.
//!
//! Owns the order of runs, the comparison of results and the figures. No speed is printed for results that differ.

mod generator;
mod limit;
mod log;
mod options;
mod ours;
mod results;

use crate::{clock, streams};
use generator::Bids;
use options::Options;
use results::Results;
use riparian::job::Job;
use std::sync::Arc;
use std::time::Duration;

/// One query, both ways.
struct Query {
    job: &'static Job,
    limit: fn(&Bids, usize, Results) -> Result<Results, String>,
}

static QUERIES: [Query; 4] = [
    Query { job: &streams::q0::JOB, limit: limit::run::<limit::Pass> },
    Query { job: &streams::q1::JOB, limit: limit::run::<limit::Exchange> },
    Query { job: &streams::q2::JOB, limit: limit::run::<limit::Select> },
    Query { job: &streams::q12::JOB, limit: limit::run::<limit::Count> },
];

/// At most one allocation in so many events: those of commits and of windows that open, none of records.
const EVENTS_PER_ALLOCATION: u64 = 1000;

/// Compares results in full, counts allocations, then measures; prints `q0 ours X limit Y ratio Z` for each query, in
/// millions of events per second of processor time (medians).
pub fn run(arguments: &[String]) -> Result<(), String> {
    let options = Options::read(arguments)?;
    let bids = Bids::generate(options.events);
    eprintln!(
        "{} bids, {} bytes each, {} rounds",
        bids.len(),
        bids.value_bytes() / bids.len(),
        options.rounds
    );
    let queries: Vec<&Query> = QUERIES.iter().filter(|query| options.wants(query.job.name)).collect();
    for query in &queries {
        compare(query, &bids)?;
        count_allocations(query, &bids)?;
    }
    let mut times = vec![(Vec::new(), Vec::new()); queries.len()];
    for _ in 0..options.rounds {
        for (query, (ours, limit)) in queries.iter().zip(&mut times) {
            ours.push(timed(|| ours::run(query.job, &bids, bids.len(), Results::default()))?);
            limit.push(timed(|| (query.limit)(&bids, bids.len(), Results::default()))?);
        }
    }
    for (query, (ours, limit)) in queries.iter().zip(&mut times) {
        let (ours, limit) = (Speed::of(ours, bids.len()), Speed::of(limit, bids.len()));
        eprintln!("{}: ours {ours}, limit {limit} (min/median/max)", query.job.name);
    }
    for (query, (ours, limit)) in queries.iter().zip(&mut times) {
        let (ours, limit) = (Speed::of(ours, bids.len()).median, Speed::of(limit, bids.len()).median);
        println!("{} ours {ours:.2} limit {limit:.2} ratio {:.2}", query.job.name, ours / limit);
    }
    Ok(())
}

/// Rows and checksums of both must be the same.
fn compare(query: &Query, bids: &Arc<Bids>) -> Result<(), String> {
    let ours = ours::run(query.job, bids, bids.len(), Results::checked())?;
    let limit = (query.limit)(bids, bids.len(), Results::checked())?;
    if ours != limit {
        return Err(format!("{}: the results differ: ours {ours:?}, limit {limit:?}", query.job.name));
    }
    if ours.rows == 0 {
        return Err(format!("{}: there are no results to compare", query.job.name));
    }
    eprintln!("{}: {} rows of {} bytes, equal", query.job.name, ours.rows, ours.bytes);
    Ok(())
}

fn count_allocations(query: &Query, bids: &Arc<Bids>) -> Result<(), String> {
    let events = (bids.len() - bids.len() / 2) as u64;
    let count = ours::allocations(query.job, bids, bids.len())?;
    eprintln!("{}: {count} allocations for {events} events", query.job.name);
    if count * EVENTS_PER_ALLOCATION > events {
        return Err(format!("{}: {count} allocations for {events} events", query.job.name));
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
