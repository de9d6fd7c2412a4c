//! Columns that a clause makes: their lineage, labels, and units of money in terms of the new row.

use super::flow::Flow;
use super::lineage::lineage;
use crate::base::{Name, Span};
use crate::model::{Model, Type, Unit};
use crate::plan::{Column, Expr, ExprKind, Scope};
use crate::types::check::Equalities;

/// A column computed by an expression over a flow.
pub(super) fn column(model: &Model, flow: &Flow, name: Name, expr: &Expr, span: Span) -> Column {
    column_over(model, flow.scope(), flow, name, expr, span)
}

/// The same over another scope, which the flow's rows were put into.
pub(super) fn column_over(
    model: &Model,
    scope: &Scope,
    flow: &Flow,
    name: Name,
    expr: &Expr,
    span: Span,
) -> Column {
    let lineage = lineage(model, scope, expr);
    let mut sources = lineage.sources;
    sources.extend(flow.controls.iter().cloned());
    Column { name, ty: expr.ty.clone(), sources, labels: lineage.labels, span }
}

/// `t.currency` of an expression that is only that column.
pub(super) fn path_of(scope: &Scope, expr: &Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Column(column) if column.path.is_empty() => {
            let row = scope.bindings.get(column.binding)?;
            Some(format!("{}.{}", row.name, row.columns.get(column.column)?.name))
        }
        ExprKind::Present(inner) => path_of(scope, inner),
        _ => None,
    }
}

/// Rewrites the units of a new row: an amount in the currency of an old column is in that of the new column which copies
/// it. Without such a column the unit keeps a name that no column has, and meets nothing but itself.
pub(super) fn rewrite_units(
    columns: &mut [Column],
    copies: &[(usize, String)],
    row: &str,
    equal: &Equalities,
) {
    let names: Vec<Name> = columns.iter().map(|c| c.name.clone()).collect();
    for column in columns.iter_mut() {
        let own = &column.name;
        column.ty = with_units(&column.ty, &|path| {
            if path.strip_prefix(row).is_some_and(|r| r.starts_with('.')) {
                return path.to_owned();
            }
            let wanted = equal.representative(path);
            let copy = copies.iter().find(|(_, p)| equal.representative(p) == wanted);
            match copy.and_then(|(index, _)| names.get(*index)) {
                Some(name) => format!("{row}.{name}"),
                None => format!("{row}.{own}({path})"),
            }
        });
    }
}

fn with_units(ty: &Type, rename: &dyn Fn(&str) -> String) -> Type {
    match ty {
        Type::Money(Unit::Column(path)) => Type::Money(Unit::Column(rename(path).into())),
        Type::BigMoney(Unit::Column(path)) => Type::BigMoney(Unit::Column(rename(path).into())),
        Type::Optional(inner) => Type::Optional(Box::new(with_units(inner, rename))),
        Type::List(inner) => Type::List(Box::new(with_units(inner, rename))),
        other => other.clone(),
    }
}
