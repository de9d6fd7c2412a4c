//! What a rule is.

use crate::diag::{Code, Diagnostic};
use crate::model::Model;
use crate::plan::Job;

/// A governance rule.
pub struct Rule {
    pub code: Code,
    /// What it proves, in one line.
    pub purpose: &'static str,
    /// Off in a workspace without an org file.
    pub needs_organisation: bool,
    /// Several jobs may find the same declaration wrong; it is one finding then.
    pub shared: bool,
    pub check: Check,
}

/// What a rule is asked about.
#[derive(Clone, Copy)]
pub enum Check {
    /// Packages, topics, imports and grants: all that is declared.
    Model(fn(&Model) -> Verdict),
    /// One job. It may look at what the job's package names and at the organisation's labels, at nothing else.
    Job(fn(&Model, &Job) -> Verdict),
}

/// The answer: proved, or violated with a witness for each violation. (A rule that can only be watched at run time
/// would say so; none of the present ones needs that.)
#[derive(Clone, Debug)]
pub enum Verdict {
    Proved,
    /// Never empty.
    Violated(Vec<Diagnostic>),
}

impl From<Vec<Diagnostic>> for Verdict {
    fn from(violations: Vec<Diagnostic>) -> Self {
        if violations.is_empty() { Verdict::Proved } else { Verdict::Violated(violations) }
    }
}
