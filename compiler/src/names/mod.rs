//! From syntax trees to the model: declarations, imports, the organisation; every name resolved or reported once.
//!
//! What a declaration lacks because its text is broken stays silent here: the parser has said so. Expressions of jobs
//! and tests are not looked at; `plan` does that.

mod avro;
mod clause_order;
mod collector;
mod dead_letters;
mod enums;
mod externals;
mod grants;
mod imports;
mod keys;
mod organisation;
mod outline;
mod packages;
mod records;
mod time;
mod topics;
mod type_expressions;
mod types;
mod update;
mod wire;

use crate::base::FileId;
use crate::diag::Diagnostic;
use crate::model::Model;
use crate::syntax::ast;
pub use clause_order::clauses;
use collector::{Collector, Index, UsedTypes};
pub use outline::Outline;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What lies beside the files and is named in them, schema files: path relative to the root, and text.
pub type Beside = BTreeMap<Arc<str>, Arc<str>>;

/// A parsed file of the workspace.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    pub id: FileId,
    /// Relative to the workspace's root.
    pub path: &'a str,
    pub text: &'a str,
    pub ast: &'a ast::File,
    /// What the parser had to say: where text was skipped, nothing is said to be missing.
    pub faults: &'a [Diagnostic],
}

/// The model of everything that the files declare, and what is wrong with their names.
#[derive(Clone, Debug)]
pub struct Names {
    pub model: Arc<Model>,
    /// Per package, in no order; those of [`clauses`] are not among them.
    findings: Vec<Arc<Vec<Diagnostic>>>,
    index: Arc<Index>,
    used_types: Arc<UsedTypes>,
    /// Of the files that this was collected from.
    outlines: Vec<Arc<Outline>>,
}

impl Names {
    /// Collects all files, which come in order of their ids: the first is 0, and so on. `outlines` are theirs.
    pub fn collect(files: &[SourceFile<'_>], outlines: &[Arc<Outline>], beside: &Beside) -> Names {
        let mut collector = Collector::new(files, outlines, beside);
        collector.packages();
        collector.organisation();
        collector.regions();
        collector.declarations();
        collector.finish(outlines)
    }

    /// Everything that is wrong, package by package.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.findings.iter().flat_map(|found| found.iter())
    }
}

/// The model of everything that the files declare, and what is wrong with their names and the order of their clauses.
/// Files come in order of their ids.
pub fn collect(files: &[SourceFile<'_>]) -> (Arc<Model>, Vec<Diagnostic>) {
    let outlines: Vec<Arc<Outline>> = files.iter().map(|file| Arc::new(Outline::of(file))).collect();
    let names = Names::collect(files, &outlines, &Beside::new());
    let mut diagnostics: Vec<Diagnostic> = names.diagnostics().cloned().collect();
    diagnostics.extend(files.iter().flat_map(clauses));
    diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    (names.model, diagnostics)
}

#[cfg(test)]
mod tests;
