//! Names, paths, texts, versions.

use super::Lower;
use crate::base::Name;
use crate::syntax::ast::{Ident, Path, Text, Version};
use crate::syntax::tree::{Kind, Node};

impl Lower {
    /// The identifier of a name token, without back-ticks.
    pub(super) fn ident(&self, token: Node<'_>) -> Ident {
        let text = token.text();
        let bare = text.strip_prefix('`').map_or(text, |rest| rest.strip_suffix('`').unwrap_or(rest));
        Ident { name: Name::from(bare), span: self.span(token) }
    }

    /// The first name directly in a node.
    pub(super) fn name_in(&self, node: Node<'_>) -> Option<Ident> {
        let token = node
            .children()
            .find(|child| matches!(child.kind(), Kind::Name | Kind::Word | Kind::ReservedName))?;
        Some(self.ident(token))
    }

    /// The name that a declaration declares. A lost name is empty; it has been reported.
    pub(super) fn declared(&self, node: Node<'_>) -> Ident {
        self.name_in(node).unwrap_or_else(|| Ident {
            name: Name::from(""),
            span: node.child(Kind::MissingName).map_or(self.span(node).at_start(), |at| self.span(at)),
        })
    }

    /// All names directly in a node, in order.
    pub(super) fn names_in(&self, node: Node<'_>) -> Vec<Ident> {
        node.children()
            .filter(|child| matches!(child.kind(), Kind::Name | Kind::Word))
            .map(|child| self.ident(child))
            .collect()
    }

    /// The names of the n-th list of names in a node.
    pub(super) fn name_list(&self, node: Node<'_>, n: usize) -> Vec<Ident> {
        node.all(Kind::Names).nth(n).map(|names| self.names_in(names)).unwrap_or_default()
    }

    /// The list of names that follows a keyword.
    pub(super) fn names_after(&self, node: Node<'_>, keyword: &str) -> Vec<Ident> {
        node.solid()
            .skip_while(|child| !(child.kind() == Kind::Keyword && child.text() == keyword))
            .find(|child| child.kind() == Kind::Names)
            .map(|names| self.names_in(names))
            .unwrap_or_default()
    }

    /// What stands right after a keyword.
    pub(super) fn after<'t>(&self, node: Node<'t>, keyword: &str) -> Option<Node<'t>> {
        node.solid().skip_while(|child| !(child.kind() == Kind::Keyword && child.text() == keyword)).nth(1)
    }

    /// The name right after a keyword.
    pub(super) fn name_after(&self, node: Node<'_>, keyword: &str) -> Option<Ident> {
        let next = self.after(node, keyword)?;
        matches!(next.kind(), Kind::Name | Kind::Word | Kind::ReservedName).then(|| self.ident(next))
    }

    /// The columns between braces: `{ id, sender }`.
    pub(super) fn columns(&self, node: Node<'_>) -> Vec<Ident> {
        let Some(columns) = node.child(Kind::Columns) else {
            return Vec::new();
        };
        columns.all(Kind::Column).filter_map(|column| self.name_in(column)).collect()
    }

    pub(super) fn path(&self, node: Node<'_>) -> Path {
        Path { segments: self.names_in(node), span: self.span(node) }
    }

    /// The first path in a node.
    pub(super) fn path_in(&self, node: Node<'_>) -> Option<Path> {
        let path = self.path(node.child(Kind::Path)?);
        (!path.segments.is_empty()).then_some(path)
    }

    pub(super) fn path_after(&self, node: Node<'_>, keyword: &str) -> Option<Path> {
        let next = self.after(node, keyword)?;
        (next.kind() == Kind::Path).then(|| self.path(next))
    }

    /// The first alias in a node: `as t`.
    pub(super) fn alias_in(&self, node: Node<'_>) -> Option<Ident> {
        self.name_in(node.child(Kind::Alias)?)
    }

    pub(super) fn text_in(&mut self, node: Node<'_>) -> Option<Text> {
        let token = node.child(Kind::String)?;
        Some(self.text(token))
    }

    pub(super) fn version_in(&self, node: Node<'_>) -> Option<Version> {
        let token = node.child(Kind::Version)?;
        let number = token.text().strip_prefix('v')?.parse().ok()?;
        Some(Version { number, span: self.span(token) })
    }
}
