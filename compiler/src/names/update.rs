//! Names after an edit: the packages that it concerns are collected anew, the others stay as they are.

use super::collector::Collector;
use super::outline::Outline;
use super::{Beside, Names, SourceFile};
use crate::base::Name;
use std::sync::Arc;

impl Names {
    /// What [`Names::collect`] would give, if the edit leaves the shape of the workspace alone; `None`: it does not.
    /// `changed` says of each file whether its text is another than before; what lies beside them is the same.
    ///
    /// Ids stay, so what was collected of a package holds while neither its own files nor what it looks at in other
    /// packages have changed.
    pub fn update(
        &self,
        files: &[SourceFile<'_>],
        outlines: &[Arc<Outline>],
        beside: &Beside,
        changed: &[bool],
    ) -> Option<Names> {
        let same =
            |(old, new): (&Arc<Outline>, &Arc<Outline>)| Arc::ptr_eq(old, new) || old.shape == new.shape;
        if self.outlines.len() != outlines.len() || !self.outlines.iter().zip(outlines).all(same) {
            return None;
        }
        let work = self.concerned(outlines, changed);
        // What the registries say concerns everybody.
        let registers = |file: usize| outlines[file].shape.registers || outlines[file].shape.package == "org";
        let mut concerned = (0..files.len()).filter(|file| work[self.package(*file)]);
        if concerned.any(registers) {
            return None;
        }
        let mut collector = Collector::again(files, beside, self, work);
        collector.headers();
        collector.regions();
        collector.declarations();
        Some(collector.finish(outlines))
    }

    fn package(&self, file: usize) -> usize {
        self.index.file_packages[file].0 as usize
    }

    /// By package: whether its own files have changed, or what it looks at elsewhere. Types are followed through `use`;
    /// of the package of an imported topic its types are looked at too, since one of them is the schema.
    fn concerned(&self, outlines: &[Arc<Outline>], changed: &[bool]) -> Vec<bool> {
        let mut types = vec![false; self.model.packages.len()];
        for file in (0..changed.len()).filter(|file| changed[*file]) {
            types[self.package(file)] = true;
        }
        // Few packages are concerned, so that to compare with their names is cheaper than to look names up.
        let paths = |of: &[bool]| -> Vec<Name> {
            let concerned = self.model.packages.iter().zip(of).filter(|(_, concerned)| **concerned);
            concerned.map(|(package, _)| package.path.clone()).collect()
        };
        loop {
            let known = paths(&types);
            let mut more = false;
            for (file, outline) in outlines.iter().enumerate() {
                let names = &outline.links.types_of;
                if !names.is_empty()
                    && !types[self.package(file)]
                    && names.iter().any(|name| known.contains(name))
                {
                    types[self.package(file)] = true;
                    more = true;
                }
            }
            if !more {
                break;
            }
        }
        let known = paths(&types);
        for (file, outline) in outlines.iter().enumerate() {
            let package = self.package(file);
            types[package] =
                types[package] || outline.links.topics_of.iter().any(|name| known.contains(name));
        }
        types
    }
}
