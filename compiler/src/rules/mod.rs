//! Governance on the logical plan: one file per rule, a pure function from model and plan to a verdict.
//!
//! The plan asked is the one before the optimiser, so that nothing has been merged or dropped. A violation carries its
//! witness: the places a value passes, each as a label of its own.

mod access;
mod dead_letter;
mod g001_owner;
mod g201_grant;
mod g302_labels;
mod g303_keys;
mod g309_purpose;
mod g501_money;
mod g601_bounds;
mod labels;
mod list;
mod rule;

pub use dead_letter::{DeadLetterView, dead_letter_visible_columns};
pub use list::RULES;
pub use rule::{Facts, Rule, Verdict};

use crate::diag::Diagnostic;
use crate::model::Model;
use crate::plan::Plan;

/// What every rule has to say, in order of the rules. Rules that need an org file are silent without one.
pub fn check(model: &Model, plan: &Plan) -> Vec<Diagnostic> {
    let facts = Facts { model, plan };
    let mut found = Vec::new();
    for rule in RULES {
        if rule.needs_organisation && !model.organisation.declared {
            continue;
        }
        if let Verdict::Violated(violations) = (rule.check)(&facts) {
            found.extend(violations);
        }
    }
    found
}

#[cfg(test)]
mod tests;
