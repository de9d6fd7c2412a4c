//! What a rule is.

use crate::diag::{Code, Diagnostic};
use crate::model::Model;
use crate::plan::Plan;

/// A governance rule.
pub struct Rule {
    pub code: Code,
    /// What it proves, in one line.
    pub purpose: &'static str,
    /// Off in a workspace without an org file.
    pub needs_organisation: bool,
    pub check: fn(&Facts<'_>) -> Verdict,
}

/// What rules are asked about.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    pub model: &'a Model,
    pub plan: &'a Plan,
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
