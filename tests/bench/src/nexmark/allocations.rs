//! The gate: in steady state a record costs no allocation.
//!
//! A job is warmed up and its allocations counted over a span of event time, and again with twice as many records in the
//! same time and as many commits. What commits and closing windows allocate is the same; the difference is what records do.

use super::generator::{Data, Order, Spec};
use super::log::Part;
use super::ours;
use super::queries::QUERIES;
use super::results::Results;
use crate::allocations;
use riparian::job::Job;
use riparian::worker::Options;
use std::sync::Arc;
use std::time::Duration;

/// Bids where one happens per millisecond, in the warm-up and in what is counted.
const BIDS: usize = 40_000;
const WARM: usize = 3;
const PARTS: usize = 4;
/// Commits in what is counted.
const COMMITS: usize = 5;
/// A window with twice as many keys asks more often for room: for the list of its rows, and while the highest count of one
/// is found. It is a logarithm of the keys, and no count of records.
const LARGER_WINDOWS: u64 = 60;

fn over(job: &'static Job, per_millisecond: u64) -> u64 {
    let bids = BIDS * per_millisecond as usize;
    let data = Arc::new(Data::generate(Spec { per_millisecond, ..Spec::new(bids, Order::Schema) }));
    let options = Options {
        commit_every: Duration::from_secs(3600),
        commit_bytes: usize::MAX,
        commit_records: bids / PARTS / COMMITS,
        ..Options::default()
    };
    let part = Part::Of(WARM, PARTS);
    let mut worker = ours::start(job, &data, part, options, Results::default()).unwrap();
    worker.drain().unwrap();
    let before = allocations::count();
    worker.log().part = Part::All;
    worker.drain().unwrap();
    allocations::count() - before
}

#[test]
fn a_record_costs_no_allocation() {
    for query in QUERIES.iter().filter(|query| query.no_allocations) {
        let job = query.checked;
        let (once, twice) = (over(job, 1), over(job, 2));
        println!("{}: {once} allocations, with twice the records {twice}", job.name);
        assert!(twice <= once + LARGER_WINDOWS, "{}: {once}, with twice the records {twice}", job.name);
    }
}

#[test]
fn records_that_allocate_are_found() {
    let query = QUERIES.iter().find(|query| query.checked.name == "q8").unwrap();
    assert!(over(query.checked, 2) > over(query.checked, 1) + LARGER_WINDOWS);
}
