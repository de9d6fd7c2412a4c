//! Other projects' expected results (`tests/conformance/`), run by the reference interpreter and compared in full.
//!
//! A case that the language cannot say yet has no job file; it is counted, never passed, and stands in `not_yet.txt`.

mod joins;
mod known;
mod nexmark;
mod recipes;

pub use joins::joins;
pub use known::{Known, Tally};
pub use nexmark::nexmark;
pub use recipes::recipes;

use riparian_compiler::interpret::{Emission, Input, Machine, Payload};
use riparian_compiler::model::TopicId;
use riparian_compiler::workspace::{Analysis, Workspace};
use std::path::Path;

/// What became of one case.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub case: String,
    pub result: Verdict,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Passed,
    /// There is no job for it: the language cannot say it yet.
    NotYet,
    Failed(String),
}

/// A case's job, checked: findings are a failure.
fn load(file: &Path) -> Result<Option<Analysis>, String> {
    if !file.exists() {
        return Ok(None);
    }
    let text = std::fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
    let analysis = Workspace::of([("job.stream", text)]).analyse();
    match analysis.diagnostics.first() {
        None => Ok(Some(analysis)),
        Some(first) => Err(format!("the job is not clean: {} {}", first.code.id, first.title)),
    }
}

/// Record by record through every job, in file order; inputs are named by topic.
fn run(analysis: &Analysis, inputs: Vec<(TopicId, Input)>) -> Vec<Emission> {
    let mut all = Vec::new();
    for job in &analysis.plan.jobs {
        let mut machine = Machine::new(&analysis.model, job);
        for (topic, input) in &inputs {
            if machine.reads(*topic) {
                machine.feed(*topic, input.clone());
                machine.run();
            }
        }
        machine.idle();
        all.extend(machine.take_emissions());
    }
    all
}

fn input(offset: i64, time_ms: Option<i64>, payload: Payload) -> Input {
    Input { offset, time: time_ms.map(|ms| ms * 1000), key: None, payload }
}
