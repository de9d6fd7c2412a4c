//! Flow typing: which optional columns a condition shows to be there.

use crate::types::{ColumnRef, Expr, ExprKind, Operation};
use std::collections::BTreeSet;

/// Columns (or fields of records in them) that are known to be there. A field that is there shows that its record, and
/// its binding's row, are too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(BTreeSet<ColumnRef>);

impl Facts {
    pub fn add(&mut self, column: ColumnRef) {
        self.0.insert(column);
    }

    pub fn extend(&mut self, other: Facts) {
        self.0.extend(other.0);
    }

    fn intersect(self, other: Facts) -> Facts {
        Facts(self.0.into_iter().filter(|c| other.0.contains(c)).collect())
    }

    /// The row of an optional binding is there.
    pub fn row(&self, binding: usize) -> bool {
        self.0.iter().any(|c| c.binding == binding)
    }

    /// The column, or the field that `path` leads to, is there.
    pub fn value(&self, binding: usize, column: usize, path: &[usize]) -> bool {
        self.0.iter().any(|c| c.binding == binding && c.column == column && c.path.starts_with(path))
    }

    /// The facts that still hold, with columns at the places where a new scope has them.
    pub fn mapped(&self, to: impl Fn(&ColumnRef) -> Option<ColumnRef>) -> Facts {
        Facts(self.0.iter().filter_map(to).collect())
    }
}

/// What is known where a typed condition has this outcome.
pub fn facts_of(condition: &Expr, outcome: bool) -> Facts {
    let mut facts = Facts::default();
    match &condition.kind {
        ExprKind::Not(inner) => return facts_of(inner, !outcome),
        ExprKind::IsNone(operand) if !outcome => note(&mut facts, operand),
        ExprKind::Binary { operator: Operation::And, left, right } => {
            return both(left, right, outcome, outcome);
        }
        ExprKind::Binary { operator: Operation::Or, left, right } => {
            return both(left, right, outcome, !outcome);
        }
        // Equality with what is surely there: absent equals only absent.
        ExprKind::Binary { operator: Operation::Equal, left, right } if outcome => {
            if surely_there(right) {
                note(&mut facts, left);
            }
            if surely_there(left) {
                note(&mut facts, right);
            }
        }
        ExprKind::Binary { operator: Operation::NotEqual, left, right } if !outcome => {
            if surely_there(right) {
                note(&mut facts, left);
            }
            if surely_there(left) {
                note(&mut facts, right);
            }
        }
        ExprKind::In { value, list } if outcome && list.iter().all(surely_there) => note(&mut facts, value),
        _ => {}
    }
    facts
}

/// Both facts where both sides are known, what they share where only one of them is.
fn both(left: &Expr, right: &Expr, outcome: bool, all: bool) -> Facts {
    let (mut a, b) = (facts_of(left, outcome), facts_of(right, outcome));
    if all {
        a.extend(b);
        a
    } else {
        a.intersect(b)
    }
}

fn note(facts: &mut Facts, operand: &Expr) {
    match &operand.kind {
        ExprKind::Column(column) => facts.add(column.clone()),
        ExprKind::Convert(inner) | ExprKind::Present(inner) => note(facts, inner),
        _ => {}
    }
}

fn surely_there(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Literal(value) => !value.is_none(),
        ExprKind::Convert(inner) => surely_there(inner),
        _ => !expr.ty.is_optional(),
    }
}
