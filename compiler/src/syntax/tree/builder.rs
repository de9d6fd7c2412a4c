//! Filling the tree from a sequence of starts and ends.
//!
//! What lies between two of them (keywords, punctuation, blanks, comments) becomes tokens here, so no byte is lost.

use super::tokens::{last_comment_end, next_token};
use super::{Entry, Kind, Tree};
use std::sync::Arc;

pub(in crate::syntax) struct TreeBuilder<'t> {
    text: &'t str,
    entries: Vec<Entry>,
    /// Open nodes: their indexes.
    open: Vec<u32>,
    /// Everything before has become tokens.
    cursor: u32,
    /// The end of the last token that is not trivia.
    solid: u32,
    /// Where the last comment ends that may.
    comment_end: Option<usize>,
}

impl<'t> TreeBuilder<'t> {
    pub(in crate::syntax) fn new(text: &'t str) -> Self {
        TreeBuilder {
            text,
            entries: Vec::with_capacity(text.len() / 3),
            open: Vec::new(),
            cursor: 0,
            solid: 0,
            comment_end: last_comment_end(text),
        }
    }

    pub(in crate::syntax) fn start(&mut self, kind: Kind, at: u32) {
        self.fill(at);
        self.open.push(self.entries.len() as u32);
        self.entries.push(Entry { kind, start: at, end: at, next: 0 });
    }

    /// Ends the innermost open node. Blanks and comments at its end are left to its parent.
    pub(in crate::syntax) fn end(&mut self, at: u32) {
        self.fill_solid(at);
        if let Some(index) = self.open.pop() {
            let next = self.entries.len() as u32;
            let entry = &mut self.entries[index as usize];
            entry.end = self.solid.max(entry.start);
            entry.next = next;
        }
    }

    /// A leaf that the grammar matched as one.
    pub(in crate::syntax) fn token(&mut self, kind: Kind, start: u32, end: u32) {
        self.fill(start);
        self.push(kind, end);
    }

    pub(in crate::syntax) fn finish(mut self) -> Tree {
        self.fill(self.text.len() as u32);
        while !self.open.is_empty() {
            self.end(self.text.len() as u32);
        }
        if let Some(root) = self.entries.first_mut() {
            root.start = 0;
            root.end = self.text.len() as u32;
        }
        let next = self.entries.len() as u32;
        if let Some(root) = self.entries.first_mut() {
            root.next = next;
        }
        Tree { text: Arc::from(self.text), entries: self.entries }
    }

    fn push(&mut self, kind: Kind, end: u32) {
        if end <= self.cursor {
            return;
        }
        let index = self.entries.len() as u32;
        self.entries.push(Entry { kind, start: self.cursor, end, next: index + 1 });
        self.cursor = end;
        if !kind.is_trivia() {
            self.solid = end;
        }
    }

    /// The first token of a gap.
    fn next_token(&self, at: u32, to: u32) -> (Kind, u32) {
        let closes = self.comment_end.is_some_and(|end| end >= at as usize);
        next_token(&self.text[at as usize..to as usize], closes)
    }

    fn fill(&mut self, to: u32) {
        while self.cursor < to {
            let (kind, length) = self.next_token(self.cursor, to);
            self.push(kind, self.cursor + length.max(1));
        }
    }

    /// Like `fill`, but stops before the trivia that end the gap.
    fn fill_solid(&mut self, to: u32) {
        let mut at = self.cursor;
        let mut last = self.cursor;
        while at < to {
            let (kind, length) = self.next_token(at, to);
            at += length.max(1);
            if !kind.is_trivia() {
                last = at;
            }
        }
        self.fill(last);
    }
}
