//! A set of texts to everything that is known about them: the one entry of build scripts, command line and editor.
//!
//! Never fails: what is broken is a diagnostic, and the rest is analysed. No IO; a caller that owns files hands in texts.

mod analysis;
mod consequences;

pub use analysis::{AnalysedFile, Analysis};

use crate::base::FileId;
use crate::syntax::{self, Parsed};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The texts of a workspace. A file that has not changed is not parsed again.
#[derive(Debug, Default)]
pub struct Workspace {
    /// By path relative to the root, with `/`.
    files: BTreeMap<Arc<str>, Entry>,
}

#[derive(Debug)]
struct Entry {
    text: Arc<str>,
    /// Spans hold the file's id, so a tree is good for one text under one id.
    parsed: Option<(FileId, Arc<Parsed>)>,
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

    /// Adds a file or replaces its text.
    pub fn set(&mut self, path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) {
        let (path, text) = (path.into(), text.into());
        match self.files.get_mut(&path) {
            Some(entry) if entry.text == text => {}
            Some(entry) => *entry = Entry { text, parsed: None },
            None => drop(self.files.insert(path, Entry { text, parsed: None })),
        }
    }

    /// Removes a file; whether there was one.
    pub fn remove(&mut self, path: &str) -> bool {
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
        let mut files = Vec::with_capacity(self.files.len());
        for (index, (path, entry)) in self.files.iter_mut().enumerate() {
            let id = FileId(index as u32);
            let parsed = match &entry.parsed {
                Some((known, parsed)) if *known == id => parsed.clone(),
                _ => {
                    let parsed = Arc::new(syntax::parse(id, &entry.text));
                    entry.parsed = Some((id, parsed.clone()));
                    parsed
                }
            };
            files.push(AnalysedFile { id, path: path.clone(), text: entry.text.clone(), parsed });
        }
        Analysis::of(files)
    }
}

#[cfg(test)]
mod tests;
