//! The way from a sound analysis to Rust: optimise, then generate. The one place where the two meet.

use super::Analysis;
use crate::optimise::{Optimised, optimise};
use crate::plan::Job;
use crate::rust::{self, Generated};

impl Analysis {
    /// The plan that Rust is generated from, and what was done to get there. The analysis has no errors.
    pub fn optimised(&self) -> Optimised {
        optimise(&self.plan)
    }

    /// The Rust of the wanted jobs, in the plan's order. The analysis has no errors.
    pub fn generate(&self, wanted: impl Fn(&Job) -> bool) -> Vec<Generated> {
        let sources = self.sources();
        let optimised = self.optimised();
        let jobs = optimised.plan.jobs.iter().map(|job| &**job).filter(|job| wanted(job));
        rust::generate_all(&self.model, jobs, &sources)
    }
}
