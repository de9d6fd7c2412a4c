//! What an analysis leaves for the next one: the names and a unit per package.
//!
//! An analysis with a memory and one without run the same passes over the same values; the memory only decides which of
//! them are made again.

use super::spread::{Spread, map};
use super::unit::{Changes, Unit};
use super::{AnalysedFile, Analysis};
use crate::model::PackageId;
use crate::names::{Beside, Names, Outline, SourceFile};
use crate::syntax::Parsed;
use std::sync::Arc;

#[derive(Debug)]
pub(super) struct Memory {
    /// By file id.
    trees: Vec<Arc<Parsed>>,
    names: Names,
    /// By package id.
    units: Vec<Arc<Unit>>,
}

impl Memory {
    /// The analysis of these files, and what is kept of it.
    pub fn analyse(
        before: Option<&Memory>,
        files: Vec<AnalysedFile>,
        beside: &Beside,
        spread: &dyn Spread,
    ) -> (Memory, Analysis) {
        let names = names(before, &files, beside);
        let model = &*names.model;
        let changes = before.map(|before| (before, Changes::between(&before.names.model, model)));
        let kept = |index: usize| {
            let (before, changes) = changes.as_ref()?;
            let unit = before.units.get(index)?;
            unit.holds(changes, &files, PackageId(index as u32)).then(|| Arc::clone(unit))
        };
        let mut units: Vec<Option<Arc<Unit>>> = (0..model.packages.len()).map(kept).collect();
        let missing: Vec<PackageId> = units
            .iter()
            .enumerate()
            .filter(|(_, unit)| unit.is_none())
            .map(|(i, _)| PackageId(i as u32))
            .collect();
        let made = map(spread, &missing, |package| Arc::new(Unit::of(model, &files, *package)));
        for (package, unit) in missing.iter().zip(made) {
            units[package.0 as usize] = Some(unit);
        }
        let units: Vec<Arc<Unit>> = units.into_iter().flatten().collect();
        let trees = files.iter().map(|file| file.parsed.clone()).collect();
        let analysis = Analysis::of(files, &names, &units);
        (Memory { trees, names, units }, analysis)
    }
}

fn names(before: Option<&Memory>, files: &[AnalysedFile], beside: &Beside) -> Names {
    let sources: Vec<SourceFile<'_>> = files.iter().map(AnalysedFile::source).collect();
    let outlines: Vec<Arc<Outline>> = files.iter().map(|file| file.outline.clone()).collect();
    let updated = before.filter(|before| before.trees.len() == files.len()).and_then(|before| {
        let pairs = before.trees.iter().zip(files);
        let changed: Vec<bool> = pairs.map(|(tree, file)| !Arc::ptr_eq(tree, &file.parsed)).collect();
        before.names.update(&sources, &outlines, beside, &changed)
    });
    updated.unwrap_or_else(|| Names::collect(&sources, &outlines, beside))
}
