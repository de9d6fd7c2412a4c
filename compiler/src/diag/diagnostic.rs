//! What is wrong, where, why, and what to do about it.

use super::{Applicability, Fix};
use crate::base::Span;

/// The identity of an error code: its number and its kebab name. Declared once per file in `codes/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    /// `S0301`, or the governance rule's id `G201`.
    pub id: &'static str,
    /// `unknown-column`.
    pub name: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Error,
    Warning,
    Info,
}

/// A place beside the primary one, and why it matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub span: Span,
    pub text: String,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: Code,
    pub severity: Severity,
    /// One plain sentence about the user's thing, present tense, no period, understandable alone.
    pub title: String,
    /// The smallest text to change.
    pub span: Span,
    /// What stands at the primary place; never the title again. May be empty.
    pub label: String,
    pub secondary: Vec<Label>,
    /// Teaches the rule; at most a few.
    pub notes: Vec<String>,
    /// One concrete thing to do.
    pub help: Option<String>,
    pub fixes: Vec<Fix>,
}

impl Diagnostic {
    pub fn error(code: Code, span: Span, title: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity: Severity::Error,
            title: title.into(),
            span,
            label: String::new(),
            secondary: Vec::new(),
            notes: Vec::new(),
            help: None,
            fixes: Vec::new(),
        }
    }

    pub fn warning(code: Code, span: Span, title: impl Into<String>) -> Self {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, span, title) }
    }

    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.label = text.into();
        self
    }

    pub fn secondary(mut self, span: Span, text: impl Into<String>) -> Self {
        self.secondary.push(Label { span, text: text.into() });
        self
    }

    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// "Did you mean": help and a likely fix that puts the nearest valid name at the primary place; nothing without one.
    pub fn suggest(self, nearest: Option<&str>) -> Self {
        match nearest {
            Some(name) => {
                let title = format!("write `{name}`");
                let fix = Fix::replace(title.clone(), self.span, name, Applicability::Likely);
                self.help(title).fix(fix)
            }
            None => self,
        }
    }

    /// File, offset, code: the order in which findings are shown.
    pub fn order(&self) -> (Span, &'static str) {
        (self.span, self.code.id)
    }
}
