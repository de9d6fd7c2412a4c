//! The `select` of a grouped node: key columns and aggregates, never single rows.

use crate::base::{Name, Span};
use crate::model::Type;
use crate::types::{ColumnRef, Expr, ExprKind};
use riparian_functions::catalogue::AggregateDefinition;
use std::collections::BTreeSet;

/// A key column, over the rows of the group.
#[derive(Clone, Debug)]
pub struct GroupKey {
    pub name: Name,
    pub value: Expr,
}

/// An aggregate that a column calls, over the rows of the group.
#[derive(Clone, Debug)]
pub struct GroupCall {
    pub function: &'static AggregateDefinition,
    pub arguments: Vec<Expr>,
    /// `where:`.
    pub filter: Option<Expr>,
    pub ty: Type,
    pub span: Span,
}

/// What a grouped `select` may name; the calls found so far. In its expressions binding 0 is the key, binding 1 the
/// calls, binding 2 the window.
#[derive(Clone, Debug)]
pub struct Group {
    /// The node's name: what units of its columns begin with.
    pub node: Name,
    pub key: Vec<GroupKey>,
    /// For each key column, the columns of the rows that it copies.
    pub copies: Vec<BTreeSet<ColumnRef>>,
    pub windowed: bool,
    pub calls: Vec<GroupCall>,
}

impl Group {
    /// The key column that is computed by this expression.
    pub fn key_of(&self, row: &Expr) -> Option<(usize, &GroupKey)> {
        let column = match &row.kind {
            ExprKind::Column(column) => Some(column),
            _ => None,
        };
        let copy =
            |index: usize| column.is_some_and(|c| self.copies.get(index).is_some_and(|s| s.contains(c)));
        self.key.iter().enumerate().find(|(index, k)| k.value.same(row) || copy(*index))
    }

    pub(super) fn key_column(&self, index: usize, span: Span) -> Expr {
        let ty = self.key.get(index).map_or(Type::Error, |k| k.value.ty.clone());
        let column = ColumnRef { binding: 0, column: index, path: Vec::new() };
        Expr { kind: ExprKind::Column(column), ty, span }
    }
}
