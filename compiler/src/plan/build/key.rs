//! `key sender: e.sender`: named columns that identify a row and decide its partition.

use super::clauses::At;
use super::flow::Flow;
use super::job::Builder;
use crate::base::{Name, Span};
use crate::codes::{s0412_key_name, s0413_key_type, s0608_duplicate_name};
use crate::model::Type;
use crate::plan::{Expr, ExprKind, NamedExpr, OperatorId, OperatorKind};
use crate::syntax::ast;
use std::collections::{BTreeMap, BTreeSet};

impl Builder<'_, '_> {
    /// The key's columns over a flow; a broken one keeps its name, so that nobody below misses it.
    pub fn key_columns(&mut self, flow: &Flow, clause: At<'_, [ast::KeyColumn]>) -> Vec<NamedExpr> {
        let mut key = Vec::new();
        let mut seen: BTreeMap<Name, Span> = BTreeMap::new();
        for column in clause.value {
            let value = self.checker.typer(&flow.environment).infer(&column.value, None);
            let last = ast::as_path(&column.value).and_then(|p| p.segments.last().cloned());
            let Some(name) = column.name.clone().or(last) else {
                if value.ty != Type::Error {
                    self.report(s0412_key_name::missing(column.span));
                }
                continue;
            };
            if let Some(first) = seen.get(&name.name) {
                self.report(s0608_duplicate_name::column(name.span, &name.name, *first));
                continue;
            }
            seen.insert(name.name.clone(), name.span);
            if value.ty == Type::Error {
                key.push(NamedExpr { name: name.name, value });
                continue;
            }
            self.check_imports(flow, &value);
            if !can_be_key(value.ty.required()) {
                let shown = self.model.show(&value.ty);
                self.report(s0413_key_type::cannot(value.span, &name.name, &shown));
                let value = Expr { kind: ExprKind::Error, ty: Type::Error, span: value.span };
                key.push(NamedExpr { name: name.name, value });
                continue;
            }
            // A row whose key is absent takes the `bad` route (spec: errors.key): downstream the key is there.
            let ty = value.ty.required().clone();
            let value = if value.ty.is_optional() { present(value, ty) } else { value };
            key.push(NamedExpr { name: name.name, value });
        }
        key
    }

    /// The key columns of a table that are constants: all rows are in one group (spec: top.all).
    pub(super) fn constant_keys(&self, flow: &Flow) -> BTreeSet<Name> {
        let operator = |id: OperatorId| self.operators.get(id.0 as usize);
        let Some(table) = operator(flow.operator) else { return BTreeSet::new() };
        let OperatorKind::Aggregate(aggregate) = &table.kind else { return BTreeSet::new() };
        let moved =
            table.inputs.first().and_then(|input| operator(*input)).and_then(|input| match &input.kind {
                OperatorKind::Rekey(rekey) => Some((input.scope.bindings.len().checked_sub(1)?, rekey)),
                _ => None,
            });
        let constant = |value: &Expr| match (&value.kind, moved) {
            (ExprKind::Literal(_), _) => true,
            (ExprKind::Column(column), Some((binding, rekey))) if column.binding == binding => {
                rekey.key.get(column.column).is_some_and(|k| matches!(k.value.kind, ExprKind::Literal(_)))
            }
            _ => false,
        };
        aggregate.key.iter().filter(|k| constant(&k.value)).map(|k| k.name.clone()).collect()
    }

    /// `key` of a stream: it continues by this key.
    pub fn key(&mut self, flow: Flow, clause: At<'_, [ast::KeyColumn]>) -> Flow {
        let key = self.key_columns(&flow, clause);
        if key.is_empty() { flow } else { self.rekey(flow, key, None, clause.span) }
    }
}

/// A checked narrowing: `none` fails with `null_key`.
fn present(value: Expr, ty: Type) -> Expr {
    let span = value.span;
    Expr { kind: ExprKind::Convert(Box::new(value)), ty, span }
}

/// Types whose values have one encoding: no floats, no lists.
pub(super) fn can_be_key(ty: &Type) -> bool {
    match ty.underlying() {
        Type::Bool
        | Type::Int
        | Type::String
        | Type::Decimal { .. }
        | Type::Money(_)
        | Type::Timestamp
        | Type::Date
        | Type::Duration
        | Type::Enum(_)
        | Type::Error => true,
        Type::BigInt
        | Type::Float
        | Type::BigMoney(_)
        | Type::Json
        | Type::Record(_)
        | Type::Nominal(..)
        | Type::Optional(_)
        | Type::List(_)
        | Type::None => false,
    }
}
