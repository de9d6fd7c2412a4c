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
mod project;
mod rekey;
mod routes;
mod sink;
mod sink_key;
mod sink_target;
mod source;
mod test;
mod test_row;
mod window;

pub use lineage::lineage;

use super::Plan;
use crate::base::FileId;
use crate::diag::Diagnostic;
use crate::model::{Model, PackageId};
use crate::syntax::ast;
use crate::types::check::TypeNames;

/// The plan of everything in these files, and what is wrong with their jobs and tests.
pub fn build(model: &Model, files: &[(FileId, &ast::File)]) -> (Plan, Vec<Diagnostic>) {
    let mut plan = Plan::default();
    let mut diagnostics = Vec::new();
    let mut packages: Vec<PackageId> = (0..model.packages.len() as u32).map(PackageId).collect();
    packages.sort_by(|a, b| model.package(*a).path.cmp(&model.package(*b).path));
    for package in packages {
        let definition = model.package(package);
        let texts: Vec<&ast::File> =
            files.iter().filter(|(id, _)| definition.files.contains(id)).map(|(_, file)| *file).collect();
        let types = TypeNames::of(model, package, &texts);
        let first = plan.jobs.len();
        let mut jobs: Vec<&ast::Job> = items(&texts).filter_map(job_of).collect();
        jobs.sort_by(|a, b| a.name.name.cmp(&b.name.name));
        let mut whole = true;
        for job in jobs {
            let (built, found) = job::build(model, package, &types, job);
            whole &= built.is_some();
            plan.jobs.extend(built);
            diagnostics.extend(found);
        }
        for item in items(&texts) {
            if let ast::Item::Test(test) = item {
                let jobs = whole.then(|| plan.jobs.get(first..).unwrap_or_default());
                let (built, found) = test::build(model, package, &types, jobs, first, test);
                plan.tests.extend(built);
                diagnostics.extend(found);
            }
        }
    }
    diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    (plan, diagnostics)
}

fn items<'f>(files: &'f [&'f ast::File]) -> impl Iterator<Item = &'f ast::Item> {
    files.iter().flat_map(|f| &f.items)
}

fn job_of(item: &ast::Item) -> Option<&ast::Job> {
    match item {
        ast::Item::Job(job) => Some(job),
        _ => None,
    }
}
