//! From the logical plan to the one that Rust is generated from: rewrites that keep every result, every dead letter and
//! every count (spec: errors.value), each checked after it has run.
//!
//! Nothing that was named is merged or dropped: a node keeps its operators, so that state, metrics and errors stay where
//! the text says they are.

mod constants;
mod invariants;
mod list;
mod note;
mod rewrite;
#[cfg(test)]
mod tests;
mod used_columns;

pub use list::REWRITES;
pub use note::Note;
pub use rewrite::Rewrite;
pub use used_columns::{JobColumns, UsedColumns};

use crate::plan::Plan;
use std::sync::Arc;

/// A plan to generate from, what of each row is needed where, and what was done.
#[derive(Clone, Debug, Default)]
pub struct Optimised {
    pub plan: Plan,
    pub used: UsedColumns,
    /// In order of the rewrites, then of the jobs: for `riparian explain`.
    pub notes: Vec<Note>,
}

/// Runs every rewrite of [`REWRITES`] in order. The plan must be free of errors.
pub fn optimise(plan: &Plan) -> Optimised {
    let mut optimised = plan.clone();
    let mut notes = Vec::new();
    for rewrite in REWRITES {
        for (job, before) in optimised.jobs.iter_mut().zip(&plan.jobs) {
            let so_far = Arc::clone(job);
            let done = (rewrite.run)(Arc::make_mut(job));
            match invariants::broken(before, job) {
                None => notes.extend(done),
                // A rewrite that breaks the plan is a defect of the compiler: the plan without it is still right.
                Some(broken) => {
                    debug_assert!(false, "rewrite {}: {broken}", rewrite.name);
                    *job = so_far;
                }
            }
        }
    }
    let used = UsedColumns::of(&optimised);
    notes.extend(used.notes(&optimised));
    Optimised { plan: optimised, used, notes }
}
