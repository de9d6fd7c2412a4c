//! `keep first within 24h`: one record per key.

use super::clauses::{At, Clauses};
use super::flow::{Flow, KEY_VIEW};
use super::job::Builder;
use crate::codes::{s0401_missing_key, s0402_duration, s0414_keep_top, s0691_not_supported};
use crate::plan::{ColumnRef, Deduplicate, Expr, ExprKind, NamedExpr, OperatorKind};
use crate::syntax::ast::{self, Keep};

impl<'a> Builder<'_, 'a> {
    pub fn deduplicate(
        &mut self,
        node: &ast::Node,
        mut flow: Flow,
        clause: At<'a, Keep>,
        clauses: &Clauses<'a>,
    ) -> Flow {
        let within = match clause.value {
            Keep::First { within } => *within,
            Keep::Last { .. } => {
                self.report(s0691_not_supported::keep_last(clause.span));
                return flow;
            }
            Keep::Top(_) => {
                self.report(s0414_keep_top::in_stream(clause.span, &node.name.name, node.head));
                return flow;
            }
            Keep::Deferred(deferred) => {
                let what = format!("`{}`", deferred.keyword);
                self.report(s0691_not_supported::construct(clause.span, &what));
                return flow;
            }
            Keep::Error => return flow,
        };
        if clauses.key.is_none() {
            self.report(s0401_missing_key::keep(clause.keyword, &node.name.name));
            return flow;
        }
        if let Some(within) = within.filter(|w| w.micros <= 0) {
            self.report(s0402_duration::not_positive(within.span, "within"));
            return flow;
        }
        let key: Vec<NamedExpr> = flow.key.iter().filter_map(|name| key_column(&flow, name)).collect();
        if key.is_empty() {
            return flow;
        }
        let scope = flow.scope().clone();
        let within = within.map(|w| w.micros);
        let kind = OperatorKind::Deduplicate(Deduplicate { key, within });
        flow.operator = self.push(kind, vec![flow.operator], scope, clause.span);
        flow
    }
}

/// A key column of the row: of the binding `key`, or of the selected row that holds it.
pub(super) fn key_column(flow: &Flow, name: &str) -> Option<NamedExpr> {
    let view = flow.environment.view(KEY_VIEW).or(flow.environment.views.first())?;
    let found = flow.environment.columns_named(view, name);
    let found = found.first()?;
    let reference = ColumnRef { binding: found.binding, column: found.column, path: Vec::new() };
    let (ty, span) = (found.definition.ty.clone(), found.definition.span);
    let value = Expr { kind: ExprKind::Column(reference), ty, span };
    Some(NamedExpr { name: found.definition.name.clone(), value })
}
