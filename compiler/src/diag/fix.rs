//! Edits that mend a finding: the same data for terminal, editor, `riparian fix` and machine output.

use crate::base::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// Applying it keeps the meaning that the user had in mind; `riparian fix` does it.
    Safe,
    /// Probably what is meant; the editor offers it.
    Likely,
    /// Holds a place for the user to fill in.
    Placeholder,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    pub title: String,
    pub edits: Vec<Edit>,
    pub applicability: Applicability,
}

impl Fix {
    pub fn replace(
        title: impl Into<String>,
        span: Span,
        text: impl Into<String>,
        applicability: Applicability,
    ) -> Self {
        Fix { title: title.into(), edits: vec![Edit { span, text: text.into() }], applicability }
    }
}
