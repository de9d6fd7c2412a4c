//! The same queries as Riparian runs them: the generated job, a worker, a commit every so often.

use super::generator::Data;
use super::log::{BenchLog, Part};
use super::results::Results;
use riparian::job::{Job, Role};
use riparian::worker::{Options, Worker};
use std::sync::Arc;

/// Microseconds after the last record to which time moves at the end: every window has closed by then, and nothing else
/// that the queries keep has outlived its time.
const AFTER: i64 = 60_000_000;

/// Starts a job over part of the data, with the options that every job has by default.
pub fn start(
    job: &'static Job,
    data: &Arc<Data>,
    part: Part,
    options: Options,
    results: Results,
) -> Result<Worker<BenchLog>, String> {
    let log = BenchLog::new(job, data.clone(), part, results);
    Worker::start(job, log, options).map_err(|fatal| fatal.to_string())
}

/// Runs a job over all of the data.
pub fn run(job: &'static Job, data: &Arc<Data>, results: Results) -> Result<Results, String> {
    let mut worker = start(job, data, Part::All, Options::default(), results)?;
    worker.drain().map_err(|fatal| fatal.to_string())?;
    let last = inputs(job).filter_map(|topic| Some(data.topic(topic)?.last_time)).max();
    let end = last.unwrap_or(0) as i64 * 1000 + AFTER;
    worker.advance_to(end).map_err(|fatal| fatal.to_string())?;
    match worker.log().dead {
        0 => Ok(worker.log().results),
        dead => Err(format!("{}: {dead} records could not be used", job.name)),
    }
}

/// Records that a job reads.
pub fn events(job: &Job, data: &Data) -> usize {
    inputs(job).filter_map(|topic| data.topic(topic)).map(|topic| topic.len()).sum()
}

fn inputs(job: &Job) -> impl Iterator<Item = &'static str> {
    let inputs = job.topics.iter().filter(|topic| matches!(topic.role, Role::Input { .. }));
    inputs.map(|topic| topic.short_name)
}
