//! From syntax trees to the model: declarations, imports, the organisation; every name resolved or reported once.
//!
//! What a declaration lacks because its text is broken stays silent here: the parser has said so. Expressions of jobs
//! and tests are not looked at; `plan` does that.

mod clause_order;
mod collector;
mod dead_letters;
mod enums;
mod externals;
mod grants;
mod imports;
mod keys;
mod organisation;
mod packages;
mod records;
mod time;
mod topics;
mod type_expressions;
mod types;
mod wire;

use crate::base::FileId;
use crate::diag::Diagnostic;
use crate::model::Model;
use crate::syntax::ast;

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

/// The model of everything that the files declare, and what is wrong with their names. Files come in order of their ids.
pub fn collect(files: &[SourceFile<'_>]) -> (Model, Vec<Diagnostic>) {
    let mut collector = collector::Collector::new(files);
    collector.packages();
    collector.organisation();
    collector.declare_types();
    collector.uses();
    collector.aliases();
    collector.records();
    collector.declare_topics();
    collector.topics();
    collector.imports();
    collector.externals();
    collector.jobs();
    collector.clauses();
    collector.dead_letters();
    collector.finish()
}

#[cfg(test)]
mod tests;
