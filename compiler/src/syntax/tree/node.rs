//! Reading the tree.

use super::{Entry, Kind, Tree};
use crate::base::{FileId, Span};

/// A node or token, with its tree. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Node<'t> {
    tree: &'t Tree,
    index: u32,
}

impl<'t> Node<'t> {
    pub(super) fn new(tree: &'t Tree, index: u32) -> Self {
        Node { tree, index }
    }

    fn entry(self) -> Entry {
        self.tree.entries[self.index as usize]
    }

    pub fn kind(self) -> Kind {
        self.entry().kind
    }

    /// Its place in the tree's order: a node comes before its descendants.
    pub fn index(self) -> u32 {
        self.index
    }

    /// The index after its last descendant.
    pub fn next_index(self) -> u32 {
        self.entry().next
    }

    pub fn start(self) -> u32 {
        self.entry().start
    }

    /// The end of its last token that is neither blank nor comment.
    pub fn end(self) -> u32 {
        self.entry().end
    }

    pub fn span(self, file: FileId) -> Span {
        Span::new(file, self.start(), self.end())
    }

    pub fn text(self) -> &'t str {
        self.tree.text.get(self.start() as usize..self.end() as usize).unwrap_or("")
    }

    /// Its direct children, trivia included.
    pub fn children(self) -> Children<'t> {
        Children { tree: self.tree, index: self.index + 1, end: self.entry().next }
    }

    /// Its direct children that are neither blanks nor comments.
    pub fn solid(self) -> impl Iterator<Item = Node<'t>> {
        self.children().filter(|child| !child.kind().is_trivia())
    }

    /// The first direct child of a kind.
    pub fn child(self, kind: Kind) -> Option<Node<'t>> {
        self.children().find(|child| child.kind() == kind)
    }

    pub fn has(self, kind: Kind) -> bool {
        self.child(kind).is_some()
    }

    pub fn all(self, kind: Kind) -> impl Iterator<Item = Node<'t>> {
        self.children().filter(move |child| child.kind() == kind)
    }

    /// The first direct keyword with this text.
    pub fn keyword(self, text: &str) -> Option<Node<'t>> {
        self.children().find(|child| child.kind() == Kind::Keyword && child.text() == text)
    }

    /// The keyword that it begins with.
    pub fn lead(self) -> Node<'t> {
        self.solid().next().unwrap_or(self)
    }

    /// Itself and all its descendants.
    pub fn descendants(self) -> impl Iterator<Item = Node<'t>> {
        (self.index..self.entry().next).map(move |index| Node { tree: self.tree, index })
    }
}

/// The children of a node.
pub struct Children<'t> {
    tree: &'t Tree,
    index: u32,
    end: u32,
}

impl<'t> Iterator for Children<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Node<'t>> {
        if self.index >= self.end {
            return None;
        }
        let node = Node { tree: self.tree, index: self.index };
        self.index = node.entry().next;
        Some(node)
    }
}
