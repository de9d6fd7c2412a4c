//! A package's part of an analysis: its plan and what the rules say of its jobs. It is kept while what it was made from
//! stays the same.

use super::AnalysedFile;
use crate::diag::Diagnostic;
use crate::model::{Model, PackageId};
use crate::plan::build::{self, PackagePlan};
use crate::rules;
use crate::syntax::{Parsed, ast};
use crate::types::check::TypeNames;
use std::sync::Arc;

#[derive(Debug)]
pub(super) struct Unit {
    /// The trees it was made from.
    trees: Vec<Arc<Parsed>>,
    /// Names of types come from elsewhere; else they are those of the package's own definition.
    uses_types: bool,
    pub plan: PackagePlan,
    /// Of the rules about jobs, in order of the jobs.
    pub findings: Vec<Diagnostic>,
}

impl Unit {
    pub fn of(model: &Model, files: &[AnalysedFile], package: PackageId) -> Unit {
        let trees: Vec<Arc<Parsed>> = own(model, files, package).map(|f| f.parsed.clone()).collect();
        let texts: Vec<&ast::File> = trees.iter().map(|parsed| &parsed.ast).collect();
        let plan = build::package(model, package, &texts);
        let findings = plan.jobs.iter().flat_map(|job| rules::of_job(model, job)).collect();
        let uses_types = texts.iter().flat_map(|f| &f.items).any(|item| matches!(item, ast::Item::Use(_)));
        Unit { trees, uses_types, plan, findings }
    }

    /// Whether it would be the same if it were made again. It was made under the model that `changes` start from.
    pub fn holds(&self, changes: &Changes<'_>, files: &[AnalysedFile], package: PackageId) -> bool {
        let reads = &self.plan.reads;
        if reads.everything || !changes.labels_hold || changes.package(package) {
            return false;
        }
        let count = changes.after.package(package).files.len();
        let same_trees = count == self.trees.len()
            && own(changes.after, files, package)
                .zip(&self.trees)
                .all(|(file, tree)| Arc::ptr_eq(&file.parsed, tree));
        same_trees
            && reads.topics.iter().all(|id| changes.topics.holds(id.0))
            && reads.types.iter().all(|id| changes.types.holds(id.0))
            && (!self.uses_types || {
                let texts: Vec<&ast::File> = self.trees.iter().map(|tree| &tree.ast).collect();
                reads.names == TypeNames::of(changes.after, package, &texts)
            })
    }
}

/// The files of a package, in order of their ids.
fn own<'f>(
    model: &'f Model,
    files: &'f [AnalysedFile],
    package: PackageId,
) -> impl Iterator<Item = &'f AnalysedFile> {
    model.package(package).files.iter().filter_map(|id| files.get(id.0 as usize))
}

/// What is not the same in two models.
pub(super) struct Changes<'m> {
    before: &'m Model,
    after: &'m Model,
    topics: Differences,
    types: Differences,
    labels_hold: bool,
}

impl<'m> Changes<'m> {
    pub fn between(before: &'m Model, after: &'m Model) -> Changes<'m> {
        Changes {
            before,
            after,
            topics: Differences::between(&before.topics, &after.topics),
            types: Differences::between(&before.types, &after.types),
            labels_hold: before.organisation.labels_as(&after.organisation),
        }
    }

    /// Whether what a package declares or imports is not the same. Its routes stand in its own files.
    fn package(&self, id: PackageId) -> bool {
        let (before, after) = (self.before.packages.get(id.0 as usize), self.after.package(id));
        before.is_none_or(|before| {
            !std::ptr::eq(&**before, after)
                && (before.path != after.path
                    || before.imports != after.imports
                    || before.types != after.types
                    || before.topics != after.topics)
        })
    }
}

/// Which definitions of a kind are not the same.
struct Differences {
    /// By id.
    other: Vec<bool>,
    /// As often: none.
    none: bool,
}

impl Differences {
    fn between<T: PartialEq>(before: &[Arc<T>], after: &[Arc<T>]) -> Differences {
        let other = |(at, after): (usize, &Arc<T>)| {
            before.get(at).is_none_or(|before| !Arc::ptr_eq(before, after) && before != after)
        };
        let other: Vec<bool> = after.iter().enumerate().map(other).collect();
        let none = before.len() == after.len() && !other.contains(&true);
        Differences { other, none }
    }

    /// Whether the definition is there and the same.
    fn holds(&self, id: u32) -> bool {
        self.none || self.other.get(id as usize) == Some(&false)
    }
}
