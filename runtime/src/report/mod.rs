//! What a job says of itself while it runs: one line per event, and the pulse that is felt from outside.
//!
//! Names of tasks, topics and brokers, counts and times: never a column of a record, nor a key. Nothing that is said here can
//! reach an output, and nothing waits for whoever listens.

mod event;
pub mod json;
mod lines;
mod pulse;

pub use event::{Event, Level};
pub use lines::Form;
pub use pulse::{Phase, Pulse};

use crate::job::Job;
use lines::Lines;
use std::sync::Arc;
use std::time::Duration;

/// How long a broker must be away, or back, before it is said: clients mend short interruptions by themselves.
const PATIENCE: Duration = Duration::from_secs(1);

/// Takes what one worker, or the whole process, has to say. Silent unless made by [`Reporter::new`].
#[derive(Clone, Debug, Default)]
pub struct Reporter {
    lines: Option<Arc<Lines>>,
    pulse: Arc<Pulse>,
    worker: Option<u32>,
}

impl Reporter {
    /// Of a process that runs a job. With `quiet` only what is wrong is said.
    pub fn new(job: &Job, instance: &str, form: Form, quiet: bool) -> Self {
        let least = if quiet { Level::Warn } else { Level::Info };
        let lines = Lines::new(super::broker::group(job), instance.to_owned(), form, least);
        Reporter { lines: Some(Arc::new(lines)), ..Reporter::default() }
    }

    /// The same lines, with a pulse of its own.
    pub fn of_worker(&self, number: u32) -> Self {
        Reporter { lines: self.lines.clone(), pulse: Arc::default(), worker: Some(number) }
    }

    pub fn pulse(&self) -> &Pulse {
        &self.pulse
    }

    pub fn say(&self, event: &Event<'_>) {
        if let Some(lines) = &self.lines {
            lines.write(self.worker, event);
        }
    }

    /// A broker does not answer. Said once, when it has lasted.
    pub fn away(&self, why: &str) {
        if self.pulse.away(why, PATIENCE) {
            self.say(&Event::BrokerAway { why });
        }
    }

    /// Brokers answer. Said once, if it was said that they do not.
    pub fn back(&self) {
        if let Some(after) = self.pulse.back(PATIENCE) {
            self.say(&Event::BrokerBack { after });
        }
    }

    /// A commit has not gone through; `then`: what is done about it.
    pub fn commit_failed(&self, why: &str, then: &str) {
        self.pulse.failing(why);
        self.say(&Event::CommitFailed { why, then });
    }

    /// The worker cannot go on.
    pub fn failed(&self, why: &str) {
        self.pulse.failed(why);
    }
}
