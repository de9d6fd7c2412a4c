//! From typed trees to the logical plan: one file per construct.
//!
//! Operators come in the order of the clauses; nothing is moved, merged or dropped here, except that what reads the same
//! topic shares a source, and what asks for the same stream by the same key shares a rekey (spec: declarations.node.key). Every step
//! goes on with what is sound; a job with a node that reads nothing known is left out of the plan, its errors reported.

mod aggregate;
mod clauses;
mod columns;
mod deduplicate;
mod each;
mod emit;
mod filter;
mod flow;
mod from;
mod having;
mod imports;
mod job;
mod join;
mod join_key;
mod key;
mod lineage;
mod merge;
mod node;
mod package;
mod project;
mod reads;
mod rekey;
mod routes;
mod sink;
mod sink_key;
mod sink_target;
mod source;
mod stream_join;
mod test;
mod test_row;
mod top;
mod window;

pub use lineage::lineage;
pub use package::{PackagePlan, package};
pub use reads::Reads;

use super::Plan;
use crate::base::FileId;
use crate::diag::Diagnostic;
use crate::model::{Model, PackageId};
use crate::syntax::ast;

/// The plan of everything in these files, and what is wrong with their jobs and tests.
pub fn build(model: &Model, files: &[(FileId, &ast::File)]) -> (Plan, Vec<Diagnostic>) {
    let mut plan = Plan::default();
    let mut diagnostics = Vec::new();
    for id in (0..model.packages.len() as u32).map(PackageId) {
        let of = &model.package(id).files;
        let texts: Vec<&ast::File> =
            files.iter().filter(|(file, _)| of.contains(file)).map(|(_, text)| *text).collect();
        let built = package(model, id, &texts);
        plan.jobs.extend(built.jobs);
        plan.tests.extend(built.tests);
        diagnostics.extend(built.diagnostics);
    }
    diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    (plan, diagnostics)
}
