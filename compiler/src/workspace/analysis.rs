//! What an analysis holds, and the order of its passes.

use super::consequences;
use crate::base::FileId;
use crate::diag::render::Sources;
use crate::diag::{Diagnostic, Severity};
use crate::model::Model;
use crate::names::{self, SourceFile};
use crate::plan::{self, Plan};
use crate::rules;
use crate::syntax::Parsed;
use std::sync::Arc;

/// A file with its tree.
#[derive(Clone, Debug)]
pub struct AnalysedFile {
    pub id: FileId,
    pub path: Arc<str>,
    pub text: Arc<str>,
    pub parsed: Arc<Parsed>,
}

/// All that is known about a workspace at one moment.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// By file id.
    pub files: Vec<AnalysedFile>,
    pub model: Model,
    /// Of what is sound; jobs with errors may be absent or hold error expressions.
    pub plan: Plan,
    /// By file, offset and code; no finding twice.
    pub diagnostics: Vec<Diagnostic>,
}

impl Analysis {
    /// text → tree (done) → model → types and plan → governance.
    pub(super) fn of(files: Vec<AnalysedFile>) -> Analysis {
        let sources: Vec<SourceFile<'_>> = files
            .iter()
            .map(|file| SourceFile {
                id: file.id,
                path: &file.path,
                text: &file.text,
                ast: &file.parsed.ast,
                faults: &file.parsed.diagnostics,
            })
            .collect();
        let (model, mut further) = names::collect(&sources);
        let trees: Vec<_> = files.iter().map(|file| (file.id, &file.parsed.ast)).collect();
        let (plan, found) = plan::build::build(&model, &trees);
        further.extend(found);
        further.extend(rules::check(&model, &plan));
        consequences::withhold(&files, &mut further);
        let mut diagnostics: Vec<Diagnostic> =
            files.iter().flat_map(|file| file.parsed.diagnostics.iter().cloned()).collect();
        diagnostics.extend(further);
        diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
        diagnostics.dedup();
        Analysis { files, model, plan, diagnostics }
    }

    /// Whether anything keeps the workspace from being built.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
    }

    pub fn file(&self, id: FileId) -> Option<&AnalysedFile> {
        self.files.get(id.0 as usize)
    }

    pub fn file_at(&self, path: &str) -> Option<&AnalysedFile> {
        self.files.binary_search_by(|file| (*file.path).cmp(path)).ok().and_then(|i| self.files.get(i))
    }

    /// The findings in one file, in order.
    pub fn diagnostics_in(&self, id: FileId) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(move |d| d.span.file == id)
    }

    /// The texts, for the renderers.
    pub fn sources(&self) -> Sources<'_> {
        Sources::new(self.files.iter().map(|file| (&*file.path, &*file.text)))
    }
}
