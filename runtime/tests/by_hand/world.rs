//! Running a job and looking at what it wrote.

use riparian::job::Job;
use riparian::testing::{Kept, MemoryLog};
use riparian::worker::{Ended, Options, Summary, Worker};
use std::collections::BTreeMap;
use std::time::Duration;

/// Commits by count only, so that a test does not depend on how fast it runs.
pub fn options(commit_records: usize) -> Options {
    Options { commit_every: Duration::from_secs(3600), commit_records, turn: 5, ..Options::default() }
}

/// Runs to the end and gives the log back.
pub fn run(job: &'static Job, log: MemoryLog, options: Options) -> (MemoryLog, Summary) {
    let mut worker = Worker::start(job, log, options).unwrap();
    assert_eq!(worker.run(&mut |_| {}).unwrap(), Ended::Finished);
    let summary = worker.summary();
    (worker.log().clone(), summary)
}

pub fn text(bytes: &Option<Vec<u8>>) -> String {
    bytes.as_ref().map_or("-".to_owned(), |bytes| String::from_utf8_lossy(bytes).into_owned())
}

/// `key value` of every record of a topic.
pub fn lines(log: &MemoryLog, topic: u16) -> Vec<String> {
    log.topic(topic).iter().map(|r| format!("{} {}", text(&r.key), text(&r.value))).collect()
}

/// The last value of every key; deleted ones are gone.
pub fn table(log: &MemoryLog, topic: u16) -> BTreeMap<Vec<u8>, Kept> {
    let mut rows = BTreeMap::new();
    for record in log.topic(topic) {
        let key = record.key.clone().unwrap_or_default();
        match record.value {
            Some(_) => rows.insert(key, record.clone()),
            None => rows.remove(&key),
        };
    }
    rows
}
