//! A set of texts to everything that is known about them: the one entry of build scripts, command line and editor.
//!
//! Never fails: what is broken is a diagnostic, and the rest is analysed. No IO; a caller that owns files hands in texts.

mod analysis;
mod consequences;
mod generate;

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

/// A file that has no tree yet.
#[derive(Debug)]
pub struct Unparsed<'w> {
    id: FileId,
    entry: &'w mut Entry,
}

impl Unparsed<'_> {
    /// Parses the text, once; the workspace keeps the tree.
    pub fn parse(&mut self) -> Arc<Parsed> {
        match &self.entry.parsed {
            Some((known, parsed)) if *known == self.id => parsed.clone(),
            _ => {
                let parsed = Arc::new(syntax::parse(self.id, &self.entry.text));
                self.entry.parsed = Some((self.id, parsed.clone()));
                parsed
            }
        }
    }

    fn is_parsed(&self) -> bool {
        self.entry.parsed.as_ref().is_some_and(|(known, _)| *known == self.id)
    }
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

    /// What the next analysis has to parse, in the order of the paths. Files do not depend on each other here: a caller
    /// that has threads may parse them on several.
    pub fn unparsed(&mut self) -> Vec<Unparsed<'_>> {
        let files = self.files.values_mut().enumerate();
        files
            .map(|(index, entry)| Unparsed { id: FileId(index as u32), entry })
            .filter(|f| !f.is_parsed())
            .collect()
    }

    /// Everything that is known about the texts as they are now.
    pub fn analyse(&mut self) -> Analysis {
        let mut files = Vec::with_capacity(self.files.len());
        for (index, (path, entry)) in self.files.iter_mut().enumerate() {
            let id = FileId(index as u32);
            let parsed = Unparsed { id, entry }.parse();
            files.push(AnalysedFile { id, path: path.clone(), text: entry.text.clone(), parsed });
        }
        Analysis::of(files)
    }
}

#[cfg(test)]
mod tests;
