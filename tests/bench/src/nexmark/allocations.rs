//! The gate: in steady state a record costs no allocation.
//!
//! A job is warmed up and its allocations counted over a number of records, and over twice as many with as many commits:
//! what commits allocate is the same, so the difference is what records do.

use super::generator::Data;
use super::log::Part;
use super::ours;
use super::results::Results;
use crate::allocations;
use riparian::job::Job;
use riparian::worker::Options;
use std::sync::Arc;
use std::time::Duration;

/// Commits in what is counted.
const COMMITS: usize = 10;
/// What is counted begins after so many of as many parts of the data, and lasts one of them, or two.
const WARM: usize = 6;
const PARTS: usize = WARM + 2;

/// Allocations over some records, and over twice as many.
#[derive(Clone, Copy, Debug)]
pub struct Allocations {
    pub once: u64,
    pub twice: u64,
    /// Records more in the second than in the first.
    pub records: usize,
}

impl Allocations {
    /// Per record, without those of commits.
    pub fn per_record(&self) -> f64 {
        self.twice.saturating_sub(self.once) as f64 / self.records as f64
    }
}

pub fn of(job: &'static Job, data: &Arc<Data>) -> Result<Allocations, String> {
    let records = ours::events(job, data) / PARTS;
    let once = over(job, data, 1, records)?;
    let twice = over(job, data, 2, records)?;
    Ok(Allocations { once, twice, records })
}

fn over(job: &'static Job, data: &Arc<Data>, parts: usize, records: usize) -> Result<u64, String> {
    let options = Options {
        commit_every: Duration::from_secs(3600),
        commit_bytes: usize::MAX,
        commit_records: parts * records / COMMITS,
        ..Options::default()
    };
    let failed = |fatal: riparian::fail::Fatal| fatal.to_string();
    let mut worker = ours::start(job, data, Part::Of(WARM, PARTS), options, Results::default())?;
    worker.drain().map_err(failed)?;
    let before = allocations::count();
    worker.log().part = Part::Of(WARM + parts, PARTS);
    worker.drain().map_err(failed)?;
    Ok(allocations::count() - before)
}
