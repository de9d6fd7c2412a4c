//! Asking the rules: those about declarations once, those about jobs job by job, so that the answer about a job can be
//! kept as long as the job stays the same.

use super::{Check, RULES, Rule, Verdict};
use crate::base::Span;
use crate::diag::Diagnostic;
use crate::model::Model;
use crate::plan::Job;
use std::collections::BTreeSet;

/// What the rules about packages and topics have to say, in order of the rules.
pub fn of_model(model: &Model) -> Vec<Diagnostic> {
    asked(model, |rule| match rule.check {
        Check::Model(check) => check(model),
        Check::Job(_) => Verdict::Proved,
    })
}

/// What the rules about jobs have to say of one, in order of the rules.
pub fn of_job(model: &Model, job: &Job) -> Vec<Diagnostic> {
    asked(model, |rule| match rule.check {
        Check::Job(check) => check(model, job),
        Check::Model(_) => Verdict::Proved,
    })
}

/// Rules that need an org file are silent without one.
fn asked(model: &Model, ask: impl Fn(&Rule) -> Verdict) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES.iter().filter(|rule| !rule.needs_organisation || model.organisation.declared) {
        if let Verdict::Violated(violations) = ask(rule) {
            found.extend(violations);
        }
    }
    found
}

/// A declaration that several jobs fall foul of is told about once, with the first of them.
pub fn once(found: &mut Vec<Diagnostic>) {
    let mut told: BTreeSet<(Span, &str)> = BTreeSet::new();
    found.retain(|finding| {
        let shared = RULES.iter().any(|rule| rule.code == finding.code && rule.shared);
        !shared || told.insert(finding.order())
    });
}
