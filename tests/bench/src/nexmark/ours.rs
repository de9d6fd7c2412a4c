//! The same queries as Riparian runs them: the generated job, a worker, a commit every so often.

use super::generator::Bids;
use super::log::BenchLog;
use super::results::Results;
use crate::allocations;
use riparian::job::Job;
use riparian::worker::{Options, Worker};
use std::sync::Arc;

/// Microseconds after the last bid to which time moves at the end: every window has closed by then.
const AFTER: i64 = 3_600_000_000;

fn start(
    job: &'static Job,
    bids: &Arc<Bids>,
    end: usize,
    results: Results,
) -> Result<Worker<BenchLog>, String> {
    let log = BenchLog::new(job, bids.clone(), end, results);
    Worker::start(job, log, Options::default()).map_err(|fatal| fatal.to_string())
}

/// Runs a job over the first `end` bids, with the options that every job has by default.
pub fn run(job: &'static Job, bids: &Arc<Bids>, end: usize, results: Results) -> Result<Results, String> {
    let mut worker = start(job, bids, end, results)?;
    worker.drain().map_err(|fatal| fatal.to_string())?;
    worker.advance_to(bids.last_time as i64 * 1000 + AFTER).map_err(|fatal| fatal.to_string())?;
    match worker.log().dead {
        0 => Ok(worker.log().results),
        dead => Err(format!("{}: {dead} bids could not be used", job.name)),
    }
}

/// Allocations in the second half of the bids, once the first has warmed every buffer.
pub fn allocations(job: &'static Job, bids: &Arc<Bids>, end: usize) -> Result<u64, String> {
    let mut worker = start(job, bids, end / 2, Results::default())?;
    worker.drain().map_err(|fatal| fatal.to_string())?;
    let before = allocations::count();
    worker.log().end = end;
    worker.drain().map_err(|fatal| fatal.to_string())?;
    Ok(allocations::count() - before)
}
