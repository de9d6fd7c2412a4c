//! What a package is made of: its own files and those of every package it imports from or uses, and the organisation.

use riparian_compiler::base::FileId;
use riparian_compiler::model::PackageId;
use riparian_compiler::syntax::ast::Item;
use riparian_compiler::workspace::Analysis;
use std::collections::BTreeSet;

/// The files that can change what the packages compile to.
pub fn files(analysis: &Analysis, packages: &BTreeSet<PackageId>) -> BTreeSet<FileId> {
    let mut reached: BTreeSet<PackageId> = packages.clone();
    let mut open: Vec<PackageId> = packages.iter().copied().collect();
    let model = &analysis.model;
    let named = |path: &str| model.packages.iter().position(|p| p.path == *path).map(|i| PackageId(i as u32));
    while let Some(package) = open.pop() {
        let definition = model.package(package);
        let imported = definition.imports.iter().filter_map(|i| i.topic).map(|t| model.topic(t).package);
        let used = definition.files.iter().filter_map(|id| analysis.file(*id)).flat_map(|file| {
            file.parsed.ast.items.iter().filter_map(|item| match item {
                Item::Use(item) => named(&item.package.text()),
                _ => None,
            })
        });
        let organisation = named("org");
        for next in imported.chain(used).chain(organisation) {
            if reached.insert(next) {
                open.push(next);
            }
        }
    }
    reached.into_iter().flat_map(|id| model.package(id).files.clone()).collect()
}
