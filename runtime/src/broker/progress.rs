//! How far the restore of a store has come, told while it goes on.
//!
//! Counts records of a changelog; looks into none.

use crate::report::{Event, Reporter};
use std::time::{Duration, Instant};

/// Records from one look at the time to the next.
const STEP: u64 = 4096;
/// How often it is said how far it is.
const SAY_EVERY: Duration = Duration::from_secs(2);

/// The restore of one store from offsets `from..end` of its changelog. Compaction and marks of commits leave gaps: fewer
/// records may come.
pub(super) struct Progress<'a> {
    report: &'a Reporter,
    task: String,
    store: &'a str,
    records: u64,
    done: u64,
    /// Of those, what the pulse has been told.
    told: u64,
    began: Instant,
    said: Instant,
}

impl<'a> Progress<'a> {
    pub(super) fn new(report: &'a Reporter, task: String, store: &'a str, from: i64, end: i64) -> Self {
        let records = end.saturating_sub(from).max(0).cast_unsigned();
        let now = Instant::now();
        report.pulse().to_restore(records);
        if records > 0 {
            report.say(&Event::RestoreStart { task: &task, store, records });
        }
        Progress { report, task, store, records, done: 0, told: 0, began: now, said: now }
    }

    /// One more record.
    pub(super) fn step(&mut self) {
        self.done += 1;
        if self.done.is_multiple_of(STEP) {
            self.tell();
        }
    }

    fn tell(&mut self) {
        self.report.pulse().restored(self.done - self.told);
        self.told = self.done;
        if self.said.elapsed() >= SAY_EVERY {
            self.said = Instant::now();
            let (task, store) = (self.task.as_str(), self.store);
            let (done, records, per_second) = (self.done, self.records, self.per_second());
            self.report.say(&Event::RestoreProgress { task, store, done, records, per_second });
        }
    }

    fn per_second(&self) -> u64 {
        (self.done as f64 / self.began.elapsed().as_secs_f64().max(0.001)) as u64
    }

    /// Everything has been read.
    pub(super) fn finish(self) {
        // Offsets without a record are behind us, too.
        self.report.pulse().restored(self.records.max(self.done) - self.told);
        if self.records > 0 {
            let (task, store, per_second) = (self.task.as_str(), self.store, self.per_second());
            let (records, took) = (self.done, self.began.elapsed());
            self.report.say(&Event::RestoreEnd { task, store, records, took, per_second });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compacted_away_counts_as_restored_at_the_end() {
        let report = Reporter::default();
        let mut progress = Progress::new(&report, "s/0".to_string(), "store", 5, 10_005);
        for _ in 0..STEP + 1 {
            progress.step();
        }
        assert_eq!(report.pulse().restore(), (STEP, 10_000));
        progress.finish();
        assert_eq!(report.pulse().restore(), (10_000, 10_000));
    }
}
