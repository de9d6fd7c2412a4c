//! What an analysis holds, and how it is put together from what the passes found.

use super::unit::Unit;
use super::{AnalysedFile, consequences};
use crate::base::FileId;
use crate::diag::render::Sources;
use crate::diag::{Diagnostic, Severity};
use crate::model::Model;
use crate::names::Names;
use crate::plan::Plan;
use crate::rules;
use std::sync::Arc;

/// All that is known about a workspace at one moment.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// By file id.
    pub files: Vec<AnalysedFile>,
    pub model: Arc<Model>,
    /// Of what is sound; jobs with errors may be absent or hold error expressions.
    pub plan: Plan,
    /// By file, offset and code; no finding twice.
    pub diagnostics: Vec<Diagnostic>,
}

impl Analysis {
    /// The findings in their order: those of the texts, of the names, of the plans, of the rules.
    pub(super) fn of(files: Vec<AnalysedFile>, names: &Names, units: &[Arc<Unit>]) -> Analysis {
        let model = Arc::clone(&names.model);
        let mut plan = Plan::default();
        let mut further: Vec<Diagnostic> = names.diagnostics().cloned().collect();
        further.extend(files.iter().flat_map(|file| file.clauses.iter().cloned()));
        for unit in units {
            plan.jobs.extend(unit.plan.jobs.iter().cloned());
            plan.tests.extend(unit.plan.tests.iter().cloned());
            further.extend(unit.plan.diagnostics.iter().cloned());
        }
        further.extend(rules::of_model(&model));
        further.extend(units.iter().flat_map(|unit| unit.findings.iter().cloned()));
        rules::once(&mut further);
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
