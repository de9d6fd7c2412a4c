//! Governance on the logical plan: one file per rule, a pure function from model and plan to a verdict.
//!
//! The plan asked is the one before the optimiser, so that nothing has been merged or dropped. A violation carries its
//! witness: the places a value passes, each as a label of its own.

mod access;
mod check;
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

pub use check::{of_job, of_model, once};
pub use dead_letter::{DeadLetterView, dead_letter_visible_columns};
pub use list::RULES;
pub use rule::{Check, Rule, Verdict};

#[cfg(test)]
mod tests;
