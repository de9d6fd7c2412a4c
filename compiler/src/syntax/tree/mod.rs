//! The lossless tree: every byte of the text stands in exactly one token, blanks and comments included.
//!
//! One flat arena in text order; a node's descendants follow it, and `next` jumps over them. The tree knows no meaning
//! and no grammar tool: it is filled once by the parser and only read afterwards.

mod builder;
mod kind;
mod node;
mod tokens;

pub(super) use builder::TreeBuilder;
pub use kind::Kind;
pub use node::{Children, Node};
pub(super) use tokens::{
    back_tick_length, block_comment_length, last_comment_end, line_length, string_length,
};

use std::sync::Arc;

/// A node or a token of the arena.
#[derive(Clone, Copy, Debug)]
struct Entry {
    kind: Kind,
    start: u32,
    /// Without blanks and comments at its end.
    end: u32,
    /// The index after the last descendant.
    next: u32,
}

/// The tree of one file.
#[derive(Clone, Debug)]
pub struct Tree {
    text: Arc<str>,
    entries: Vec<Entry>,
}

impl Tree {
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The node of the whole file.
    pub fn root(&self) -> Node<'_> {
        Node::new(self, 0)
    }

    /// The node or token at a place of the tree's order; the last one beyond the end.
    pub fn at(&self, index: u32) -> Node<'_> {
        Node::new(self, index.min(self.entries.len().saturating_sub(1) as u32))
    }

    /// All nodes and tokens in text order, a node before its descendants.
    pub fn all(&self) -> impl Iterator<Item = Node<'_>> {
        (0..self.entries.len() as u32).map(|index| Node::new(self, index))
    }

    /// All tokens in text order, trivia included; their texts concatenated are the file's text.
    pub fn tokens(&self) -> impl Iterator<Item = Node<'_>> {
        self.all().filter(|node| node.kind().is_token())
    }
}
