//! What flows between operators: bindings with columns, and where each column comes from.

use crate::base::{Name, Span};
use crate::model::{TopicId, Type};
use std::collections::BTreeSet;

/// What an operator's output holds: after `from t` one binding `t`; after `join r` two; after `select` one, named after
/// the node. Expressions of a consumer name columns by binding and index.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    pub bindings: Vec<Binding>,
}

#[derive(Clone, Debug)]
pub struct Binding {
    pub name: Name,
    pub columns: Vec<Column>,
    /// The right side of a left join: the whole row may be absent; then every column reads as `none`.
    pub optional: bool,
}

impl Binding {
    pub fn index(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == *name)
    }
}

#[derive(Clone, Debug)]
pub struct Column {
    pub name: Name,
    pub ty: Type,
    /// Topic columns this one is computed from, each once, sorted.
    pub sources: BTreeSet<ColumnSource>,
    /// Labels with all they imply.
    pub labels: BTreeSet<Name>,
    pub span: Span,
}

/// A column of a topic, and how it reaches the output column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ColumnSource {
    pub topic: TopicId,
    pub column: Name,
    pub flow: Flow,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flow {
    /// Copied.
    Direct,
    /// Computed from.
    Derived,
    /// Decides whether or where the row exists.
    Control,
}
