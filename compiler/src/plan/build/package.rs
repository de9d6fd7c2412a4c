//! The plan of one package: its jobs and tests. It depends on the package's own texts and on what [`Reads`] says, and on
//! nothing else, so that it can be kept while those stay the same.

use super::{Reads, job, test};
use crate::diag::Diagnostic;
use crate::model::{Model, PackageId};
use crate::plan::{Job, Test};
use crate::syntax::ast;
use crate::types::check::TypeNames;
use std::sync::Arc;

/// What became of a package.
#[derive(Clone, Debug)]
pub struct PackagePlan {
    /// By name.
    pub jobs: Vec<Arc<Job>>,
    pub tests: Vec<Arc<Test>>,
    /// In order of jobs, then of tests.
    pub diagnostics: Vec<Diagnostic>,
    pub reads: Reads,
}

/// Plans a package; `files` are all of its own, in order of their ids.
pub fn package(model: &Model, id: PackageId, files: &[&ast::File]) -> PackagePlan {
    let types = TypeNames::of(model, id, files);
    let mut reads = Reads::of(model, id, types.clone());
    let mut written: Vec<&ast::Job> = items(files).filter_map(job_of).collect();
    written.sort_by(|a, b| a.name.name.cmp(&b.name.name));
    let mut whole = true;
    let (mut jobs, mut tests, mut diagnostics) = (Vec::new(), Vec::new(), Vec::new());
    for text in written {
        let built = job::build(model, id, &types, text);
        whole &= built.job.is_some();
        jobs.extend(built.job.map(Arc::new));
        diagnostics.extend(built.findings);
        reads.everything |= built.looked_around;
    }
    for item in items(files) {
        if let ast::Item::Test(text) = item {
            let (built, found) = test::build(model, id, &types, whole.then_some(&*jobs), text);
            tests.extend(built.map(Arc::new));
            diagnostics.extend(found);
        }
    }
    PackagePlan { jobs, tests, diagnostics, reads }
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
