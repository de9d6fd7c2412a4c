//! A set of texts to everything that is known about them: the one entry of build scripts, command line and editor.
//!
//! Never fails: what is broken is a diagnostic, and the rest is analysed. No IO; a caller that owns files hands in texts.

mod analysis;
mod consequences;
mod file;
mod generate;
mod memory;
mod spread;
mod unit;

pub use analysis::Analysis;
pub use file::AnalysedFile;
pub use spread::{Here, Spread};

use crate::base::FileId;
use crate::names::Beside;
use memory::Memory;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The texts of a workspace, and what is known of them from the last analysis: the next one looks only at the files
/// that have changed and at what depends on them.
#[derive(Debug, Default)]
pub struct Workspace {
    /// By path relative to the root, with `/`.
    files: BTreeMap<Arc<str>, Entry>,
    /// What is no file of the language, but read with them: schema files, lock files.
    beside: Beside,
    memory: Option<Memory>,
}

#[derive(Debug)]
struct Entry {
    text: Arc<str>,
    /// What is known of the text, under the id that it had then.
    analysed: Option<AnalysedFile>,
}

impl Workspace {
    pub fn new() -> Self {
        Workspace::default()
    }

    /// A workspace of these paths and texts.
    pub fn of(files: impl IntoIterator<Item = (impl Into<Arc<str>>, impl Into<Arc<str>>)>) -> Self {
        let mut workspace = Workspace::new();
        for (path, text) in files {
            workspace.set(path, text);
        }
        workspace
    }

    /// Adds a file or replaces its text: one of the language, or a schema file (`.avsc`) or lock file that it is read with.
    pub fn set(&mut self, path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) {
        let (path, text) = (path.into(), text.into());
        if is_beside(&path) {
            if self.beside.get(&path) != Some(&text) {
                self.beside.insert(path, text);
                // Which packages look at it is written nowhere, and it changes seldom.
                self.memory = None;
            }
            return;
        }
        match self.files.get_mut(&path) {
            Some(entry) if entry.text == text => {}
            Some(entry) => *entry = Entry { text, analysed: None },
            None => drop(self.files.insert(path, Entry { text, analysed: None })),
        }
    }

    /// Replaces all that lies beside the files of the language.
    pub fn set_beside(
        &mut self,
        files: impl IntoIterator<Item = (impl Into<Arc<str>>, impl Into<Arc<str>>)>,
    ) {
        let beside: Beside = files.into_iter().map(|(path, text)| (path.into(), text.into())).collect();
        if beside != self.beside {
            self.beside = beside;
            self.memory = None;
        }
    }

    /// Removes a file; whether there was one.
    pub fn remove(&mut self, path: &str) -> bool {
        if self.beside.remove(path).is_some() {
            self.memory = None;
            return true;
        }
        self.files.remove(path).is_some()
    }

    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(|entry| &*entry.text)
    }

    /// The paths, sorted: a file's id is its place here.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(|path| &**path)
    }

    /// Everything that is known about the texts as they are now.
    pub fn analyse(&mut self) -> Analysis {
        self.analyse_on(&Here)
    }

    /// The same, with what can be done independently done on `spread`. What comes out does not depend on it.
    pub fn analyse_on(&mut self, spread: &dyn Spread) -> Analysis {
        let ids = (0..self.files.len() as u32).map(FileId);
        let unknown: Vec<(FileId, Arc<str>, Arc<str>)> = ids
            .zip(&self.files)
            .filter(|(id, (_, entry))| entry.analysed.as_ref().is_none_or(|known| known.id != *id))
            .map(|(id, (path, entry))| (id, path.clone(), entry.text.clone()))
            .collect();
        let made = spread::map(spread, &unknown, |(id, path, text)| {
            AnalysedFile::of(*id, path.clone(), text.clone())
        });
        for file in made {
            if let Some(entry) = self.files.get_mut(&file.path) {
                entry.analysed = Some(file);
            }
        }
        let files = self.files.values().filter_map(|entry| entry.analysed.clone()).collect();
        let (memory, analysis) = Memory::analyse(self.memory.as_ref(), files, &self.beside, spread);
        self.memory = Some(memory);
        analysis
    }
}

/// Whether a file is no text of the language, but may be named by one.
pub fn is_beside(path: &str) -> bool {
    path.ends_with(".avsc") || path.rsplit('/').next() == Some(crate::lock::FILE)
}

#[cfg(test)]
mod tests;
