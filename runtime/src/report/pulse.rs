//! The pulse of one worker: whether it makes progress, and since when something is in its way.
//!
//! Written by the worker, with plain stores where records pass; read by whoever looks.

use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What a worker is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Connects, checks topics, opens its files.
    Starting,
    /// The group has not yet said which tasks it gets.
    Waiting,
    /// State is read.
    Restoring,
    /// Its tasks read their inputs.
    Reading,
}

impl Phase {
    /// One word.
    pub fn name(self) -> &'static str {
        match self {
            Phase::Starting => "starting",
            Phase::Waiting => "waiting",
            Phase::Restoring => "restoring",
            Phase::Reading => "reading",
        }
    }
}

/// See the module.
#[derive(Debug)]
pub struct Pulse {
    made: Instant,
    /// Milliseconds from `made` to the last sign of life.
    beat: AtomicU64,
    phase: AtomicU8,
    restored: AtomicU64,
    to_restore: AtomicU64,
    /// Something is in `trouble` about brokers.
    is_away: AtomicBool,
    /// The same about commits.
    is_failing: AtomicBool,
    trouble: Mutex<Trouble>,
}

#[derive(Debug, Default)]
struct Trouble {
    away: Option<Away>,
    failing: Option<(Instant, String)>,
    failed: Option<String>,
}

#[derive(Debug)]
struct Away {
    since: Instant,
    why: String,
    is_said: bool,
    /// Since when all has been well again.
    well: Option<Instant>,
}

impl Default for Pulse {
    fn default() -> Self {
        Pulse {
            made: Instant::now(),
            beat: AtomicU64::new(0),
            phase: AtomicU8::new(0),
            restored: AtomicU64::new(0),
            to_restore: AtomicU64::new(0),
            is_away: AtomicBool::new(false),
            is_failing: AtomicBool::new(false),
            trouble: Mutex::default(),
        }
    }
}

impl Pulse {
    fn trouble(&self) -> MutexGuard<'_, Trouble> {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A sign of life.
    pub fn beat(&self) {
        self.beat.store(self.made.elapsed().as_millis() as u64, Ordering::Relaxed);
    }

    /// How long there has been no sign of life.
    pub fn still(&self) -> Duration {
        self.made.elapsed().saturating_sub(Duration::from_millis(self.beat.load(Ordering::Relaxed)))
    }

    pub fn phase(&self) -> Phase {
        match self.phase.load(Ordering::Relaxed) {
            0 => Phase::Starting,
            1 => Phase::Waiting,
            2 => Phase::Restoring,
            _ => Phase::Reading,
        }
    }

    /// The worker begins something else; what has been restored before no longer counts.
    pub fn enter(&self, phase: Phase) {
        // Whoever enters a phase goes on, also after a failure that was mended.
        self.trouble().failed = None;
        if phase == Phase::Restoring {
            self.restored.store(0, Ordering::Relaxed);
            self.to_restore.store(0, Ordering::Relaxed);
        }
        let number = match phase {
            Phase::Starting => 0,
            Phase::Waiting => 1,
            Phase::Restoring => 2,
            Phase::Reading => 3,
        };
        self.phase.store(number, Ordering::Relaxed);
        self.beat();
    }

    /// So many records of a changelog are to be read, too.
    pub fn to_restore(&self, records: u64) {
        self.to_restore.fetch_add(records, Ordering::Relaxed);
        self.beat();
    }

    /// So many more of them have been.
    pub fn restored(&self, records: u64) {
        self.restored.fetch_add(records, Ordering::Relaxed);
        self.beat();
    }

    /// Records of changelogs read so far, and to be read in all, as far as that is known.
    pub fn restore(&self) -> (u64, u64) {
        let (done, all) = (self.restored.load(Ordering::Relaxed), self.to_restore.load(Ordering::Relaxed));
        (done.min(all), all)
    }

    /// A broker does not answer. True if it is time to say so.
    pub(super) fn away(&self, why: &str, patience: Duration) -> bool {
        self.is_away.store(true, Ordering::Relaxed);
        // Asking again is what the worker does about it.
        self.beat();
        let mut trouble = self.trouble();
        let away = trouble.away.get_or_insert_with(|| Away {
            since: Instant::now(),
            why: String::new(),
            is_said: false,
            well: None,
        });
        away.well = None;
        if away.why != why {
            why.clone_into(&mut away.why);
        }
        let is_due = !away.is_said && away.since.elapsed() >= patience;
        away.is_said |= is_due;
        is_due
    }

    /// Brokers answer. How long they have been away, if it is time to say so.
    pub(super) fn back(&self, patience: Duration) -> Option<Duration> {
        if !self.is_away.load(Ordering::Relaxed) {
            return None;
        }
        let mut trouble = self.trouble();
        let away = trouble.away.as_mut()?;
        let well = *away.well.get_or_insert_with(Instant::now);
        if well.elapsed() < patience && away.is_said {
            return None;
        }
        let away = trouble.away.take()?;
        self.is_away.store(false, Ordering::Relaxed);
        away.is_said.then(|| well.saturating_duration_since(away.since))
    }

    /// Since when brokers have not answered, and why.
    pub fn broker_away(&self) -> Option<(Duration, String)> {
        let trouble = self.trouble();
        let away = trouble.away.as_ref().filter(|away| away.well.is_none())?;
        Some((away.since.elapsed(), away.why.clone()))
    }

    pub(super) fn failing(&self, why: &str) {
        self.is_failing.store(true, Ordering::Relaxed);
        self.trouble().failing.get_or_insert_with(|| (Instant::now(), String::new())).1 = why.to_owned();
    }

    /// A commit has gone through.
    pub fn committed(&self) {
        if self.is_failing.swap(false, Ordering::Relaxed) {
            self.trouble().failing = None;
        }
    }

    /// Since when no commit has gone through, and why the last one has not.
    pub fn commits_fail(&self) -> Option<(Duration, String)> {
        self.trouble().failing.as_ref().map(|(since, why)| (since.elapsed(), why.clone()))
    }

    pub(super) fn failed(&self, why: &str) {
        self.trouble().failed = Some(why.to_owned());
    }

    /// Why the worker has ended.
    pub fn failure(&self) -> Option<String> {
        self.trouble().failed.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broker_that_is_away_is_said_once_and_once_when_it_is_back() {
        let pulse = Pulse::default();
        assert!(!pulse.away("gone", Duration::from_secs(60)), "too early");
        assert!(pulse.away("gone", Duration::ZERO));
        assert!(!pulse.away("gone", Duration::ZERO), "a second time");
        assert!(pulse.broker_away().is_some());
        assert!(pulse.back(Duration::from_secs(60)).is_none(), "it may go again");
        assert!(pulse.back(Duration::ZERO).is_some());
        assert!(pulse.back(Duration::ZERO).is_none());
        assert!(pulse.broker_away().is_none());
    }

    #[test]
    fn an_interruption_that_nobody_heard_of_has_no_end_either() {
        let pulse = Pulse::default();
        assert!(!pulse.away("gone", Duration::from_secs(60)));
        assert!(pulse.back(Duration::from_secs(60)).is_none());
        assert!(pulse.broker_away().is_none(), "it is over nevertheless");
    }

    #[test]
    fn restored_records_count_anew_with_every_assignment() {
        let pulse = Pulse::default();
        pulse.enter(Phase::Restoring);
        pulse.to_restore(10);
        pulse.restored(4);
        assert_eq!((pulse.restore(), pulse.phase()), ((4, 10), Phase::Restoring));
        pulse.enter(Phase::Restoring);
        assert_eq!(pulse.restore(), (0, 0));
    }
}
