//! What a compiled job is fed, and what it writes.

use super::Record;
use riparian_drive::Session;
use std::path::Path;

/// Steps of a run.
#[derive(Clone, Debug)]
pub struct Script {
    partitions: u32,
    commit: usize,
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
enum Step {
    Feed(Record),
    Settle,
    Advance(i64),
    Restart,
    Repeat(usize),
    Take,
}

impl Script {
    /// Every topic has so many partitions; a commit follows so many records.
    pub fn new(partitions: u32, commit: usize) -> Self {
        Script { partitions, commit, steps: Vec::new() }
    }

    pub fn feed(&mut self, record: &Record) {
        self.steps.push(Step::Feed(record.clone()));
    }

    /// Reads all inputs to their end and takes them as idle.
    pub fn settle(&mut self) {
        self.steps.push(Step::Settle);
    }

    /// Every clock moves to this time.
    pub fn advance(&mut self, to: i64) {
        self.steps.push(Step::Advance(to));
    }

    /// The job is started again on its committed state.
    pub fn restart(&mut self) {
        self.steps.push(Step::Restart);
    }

    /// Repeats the choices made so far on the same inputs, with a restart after every so many commits; the run fails
    /// if anything is not byte for byte as it was (Law R).
    pub fn repeat(&mut self, restart_every: usize) {
        self.steps.push(Step::Repeat(restart_every));
    }

    /// Ends a batch of what is compared.
    pub fn take(&mut self) {
        self.steps.push(Step::Take);
    }

    pub(super) fn run(&self, binary: &Path, job: &str) -> Result<Vec<Vec<Record>>, String> {
        let mut session = Session::start(binary, &[])?;
        session.job(job, self.partitions, self.commit)?;
        let mut batches = Vec::new();
        for step in &self.steps {
            match step {
                Step::Feed(record) => session.feed(record)?,
                Step::Settle => session.tell(&["settle"])?,
                Step::Advance(to) => session.tell(&["advance", &to.to_string()])?,
                Step::Restart => session.tell(&["restart"])?,
                Step::Repeat(every) => {
                    let differences = session.ask(&format!("repeat\t{every}"))?;
                    if !differences.is_empty() {
                        return Err(format!(
                            "repeated with a restart every {every} commits\n  {}",
                            differences.join("\n  ")
                        ));
                    }
                }
                Step::Take => {
                    let lines = session.ask("take")?;
                    batches.push(lines.iter().map(|line| Record::read(line)).collect::<Result<_, _>>()?);
                }
            }
        }
        session.end()?;
        Ok(batches)
    }
}
