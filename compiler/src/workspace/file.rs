//! All that is known of one file by itself: made when its text changes, on any thread.

use crate::base::FileId;
use crate::diag::Diagnostic;
use crate::names::{self, Outline, SourceFile};
use crate::syntax::{self, Parsed};
use std::sync::Arc;

/// A file with its tree.
#[derive(Clone, Debug)]
pub struct AnalysedFile {
    pub id: FileId,
    pub path: Arc<str>,
    pub text: Arc<str>,
    pub parsed: Arc<Parsed>,
    pub(super) outline: Arc<Outline>,
    /// What is wrong with the order of its clauses.
    pub(super) clauses: Arc<Vec<Diagnostic>>,
}

impl AnalysedFile {
    /// Spans hold the file's id, so this is good for one text under one id.
    pub(super) fn of(id: FileId, path: Arc<str>, text: Arc<str>) -> AnalysedFile {
        let parsed = Arc::new(syntax::parse(id, &text));
        let source =
            SourceFile { id, path: &path, text: &text, ast: &parsed.ast, faults: &parsed.diagnostics };
        let outline = Arc::new(Outline::of(&source));
        let clauses = Arc::new(names::clauses(&source));
        AnalysedFile { id, path, text, parsed, outline, clauses }
    }

    pub(super) fn source(&self) -> SourceFile<'_> {
        SourceFile {
            id: self.id,
            path: &self.path,
            text: &self.text,
            ast: &self.parsed.ast,
            faults: &self.parsed.diagnostics,
        }
    }
}
