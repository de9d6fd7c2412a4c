//! Where each worker puts a copy of how it looks, and where whoever is asked from outside finds it.

use crate::job::Job;
use crate::report::{Pulse, Reporter};
use crate::worker::Glance;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// How the workers of a process look.
#[derive(Debug)]
pub struct Board {
    pub(super) job: &'static Job,
    pub(super) instance: String,
    pub(super) began: Instant,
    seats: Vec<Seat>,
    is_watched: AtomicBool,
}

#[derive(Debug)]
struct Seat {
    report: Reporter,
    /// Replaced whole, and held no longer than that takes.
    glance: Mutex<Arc<Glance>>,
}

impl Board {
    /// For `workers` workers of a job, whose reporters are made of that of the process.
    pub fn new(job: &'static Job, instance: &str, report: &Reporter, workers: u32) -> Self {
        let seat = |number| Seat { report: report.of_worker(number), glance: Mutex::default() };
        Board {
            job,
            instance: instance.to_owned(),
            began: Instant::now(),
            seats: (0..workers).map(seat).collect(),
            is_watched: AtomicBool::new(false),
        }
    }

    /// How many workers there are.
    pub fn size(&self) -> usize {
        self.seats.len()
    }

    /// With which the worker of a number reports; silent for a number that there is not.
    pub fn reporter(&self, worker: u32) -> Reporter {
        self.seats.get(worker as usize).map(|seat| seat.report.clone()).unwrap_or_default()
    }

    /// Somebody may look: from now on it is worth while to post.
    pub fn watch(&self) {
        self.is_watched.store(true, Ordering::Relaxed);
    }

    /// A sign of life of a worker, and how it looks, if that is of interest to anybody.
    pub fn post(&self, worker: u32, glance: impl FnOnce() -> Glance) {
        let Some(seat) = self.seats.get(worker as usize) else { return };
        seat.report.pulse().beat();
        if self.is_watched.load(Ordering::Relaxed) {
            let glance = Arc::new(glance());
            *seat.glance.lock().unwrap_or_else(PoisonError::into_inner) = glance;
        }
    }

    /// Every worker as it was last seen.
    pub(super) fn workers(&self) -> impl Iterator<Item = (u32, &Pulse, Arc<Glance>)> {
        (0..).zip(&self.seats).map(|(number, seat)| {
            let glance = seat.glance.lock().unwrap_or_else(PoisonError::into_inner);
            (number, seat.report.pulse(), Arc::clone(&glance))
        })
    }
}

/// Microseconds since the epoch, by the wall clock.
pub(super) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
}
