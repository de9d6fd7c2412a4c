//! Nexmark: generated jobs beside the limit, in one process, round by round in turn.
//!
//! Owns the order of runs, the comparison of results and the figures. No speed is printed for results that differ.

#[cfg(test)]
mod allocations;
mod exchange;
mod generator;
mod limit;
mod log;
mod options;
mod ours;
mod queries;
mod results;

use crate::clock;
use generator::{Data, Order, Spec};
use options::Options;
use queries::{Limit, QUERIES, Query};
use results::Results;
use riparian::job::Job;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Compares results in full, then measures; prints `q0 ours X limit Y ratio Z` for each query, in millions of events per
/// second of processor time (medians).
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let options = Options::read(arguments)?;
    let queries: Vec<&Query> = QUERIES.iter().filter(|query| options.wants(query.checked.name)).collect();
    if queries.is_empty() {
        let names: Vec<&str> = QUERIES.iter().map(|query| query.checked.name).collect();
        return Err(format!("there is no such query; there are: {}", names.join(", ")));
    }
    let data = Arc::new(Data::generate(Spec::new(options.events, options.order)));
    eprintln!(
        "{} bids of {} bytes, {} people of {}, {} auctions of {}; {}, {}, {} rounds",
        data.bids.len(),
        data.bids.mean_bytes(),
        data.persons.len(),
        data.persons.mean_bytes(),
        data.auctions.len(),
        data.auctions.mean_bytes(),
        if options.trusted { "trusted" } else { "checked" },
        if data.order == Order::Shuffled { "their fields in any order" } else { "their fields in order" },
        options.rounds
    );
    let job = |query: &Query| if options.trusted { query.trusted } else { query.checked };
    for query in &queries {
        compare(query, job(query), &data)?;
    }
    let mut times: Vec<Times> = queries.iter().map(|_| Times::default()).collect();
    for _ in 0..options.rounds {
        for (query, times) in queries.iter().zip(&mut times) {
            let limit = |limit: Limit| timed(|| limit(&data, Results::default()));
            times.ours.push(timed(|| ours::run(job(query), &data, Results::default()))?);
            times.limit.push(limit(query.limit)?);
            if let Some((_, without)) = query.without {
                times.without.push(limit(without)?);
            }
        }
    }
    let mut lines = Vec::new();
    for (query, times) in queries.iter().zip(&mut times) {
        let events = ours::events(query.checked, &data);
        let (ours, limit) = (Speed::of(&mut times.ours, events), Speed::of(&mut times.limit, events));
        eprintln!("{}: ours {ours}, limit {limit} (min/median/max)", query.checked.name);
        if let Some((what, _)) = query.without {
            let without = Speed::of(&mut times.without, events);
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

/// Writes bids to a file, one JSON object per line.
pub fn write_bids(path: &Path, count: usize) -> std::io::Result<()> {
    let data = Data::generate(Spec::new(count, Order::Schema));
    let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
    for bid in data.bids.values() {
        file.write_all(bid)?;
        file.write_all(b"\n")?;
    }
    file.flush()
}

/// Processor time of every round of one query.
#[derive(Default)]
struct Times {
    ours: Vec<Duration>,
    limit: Vec<Duration>,
    without: Vec<Duration>,
}

/// Rows and checksums of both must be the same.
fn compare(query: &Query, job: &'static Job, data: &Arc<Data>) -> Result<(), String> {
    let ours = ours::run(job, data, Results::checked())?;
    let limit = (query.limit)(data, Results::checked())?;
    if let Some((what, without)) = query.without
        && without(data, Results::checked())? != limit
    {
        return Err(format!("{}: the limit without {what} gives other results", job.name));
    }
    if ours != limit {
        return Err(format!("{}: the results differ: ours {ours:?}, limit {limit:?}", job.name));
    }
    if ours.rows == 0 {
        return Err(format!("{}: there are no results to compare", job.name));
    }
    let events = ours::events(job, data);
    eprintln!("{}: {events} records, {} rows of {} bytes, equal", job.name, ours.rows, ours.bytes);
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
