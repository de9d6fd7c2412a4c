//! A `stream` or `table` block: its clauses in their order, each an operator.

use super::clauses::{At, Clauses};
use super::flow::Flow;
use super::job::Builder;
use crate::codes::{
    s0401_missing_key, s0408_stream_aggregates, s0411_window_without_table, s0603_missing_from,
    s0691_not_supported,
};
use crate::syntax::ast;
use crate::types::check::aggregate_named;

impl<'a> Builder<'_, 'a> {
    /// Builds a node with its sinks. `None`: it reads nothing known; reported.
    pub fn node(&mut self, node: &'a ast::Node) -> Option<Flow> {
        let clauses = Clauses::of(node);
        for deferred in &clauses.deferred {
            let what = format!("`{}`", deferred.keyword);
            self.report(s0691_not_supported::construct(deferred.span, &what));
        }
        self.node_routes(node, &clauses);
        let Some(first) = clauses.from.first() else {
            if !clauses.broken && clauses.deferred.is_empty() {
                self.report(s0603_missing_from::missing(node.head, &node.name.name));
            }
            return None;
        };
        let mut flow = match clauses.from.as_slice() {
            [only] if only.value.with.is_empty() => self.from(only)?,
            branches => self.merge(node, branches)?,
        };
        for join in &clauses.joins {
            flow = self.join(node, flow, join)?;
        }
        if let Some((list, alias, span)) = clauses.each {
            flow = self.each(flow, list, alias, span)?;
        }
        if let Some(filter) = clauses.filter {
            flow = self.filter(flow, filter);
        }
        // A rekey of what this node made of its input is this node's own.
        if self.operators.get(flow.operator.0 as usize).is_some_and(|o| o.node == self.node && !is_source(o))
        {
            flow.stream = node.name.name.clone();
        }
        let flow =
            if node.table { self.table(node, flow, &clauses)? } else { self.stream(node, flow, &clauses) };
        self.sinks(node, &flow, &clauses);
        let _ = first;
        Some(Flow { stream: node.name.name.clone(), ..flow })
    }

    fn table(&mut self, node: &'a ast::Node, flow: Flow, clauses: &Clauses<'a>) -> Option<Flow> {
        let top = clauses.keep.and_then(|keep| match keep.value {
            ast::Keep::Top(top) => Some(At { value: top, keyword: keep.keyword, span: keep.span }),
            ast::Keep::Error => None,
            _ => {
                self.report(s0691_not_supported::construct(keep.span, "`keep` in a table"));
                None
            }
        });
        let Some(key) = clauses.key else {
            if !clauses.broken {
                self.report(s0401_missing_key::table(node.head, &node.name.name));
            }
            return None;
        };
        if let Some(window) = clauses.window.filter(|_| flow.closed) {
            self.report(s0691_not_supported::window_of_closed(window.span));
        }
        if let Some(top) = top {
            return Some(self.top(node, flow, key, top, clauses));
        }
        let flow = self.aggregate(node, flow, key, clauses);
        Some(match clauses.having {
            Some(having) => self.having(flow, having),
            None => flow,
        })
    }

    fn stream(&mut self, node: &'a ast::Node, mut flow: Flow, clauses: &Clauses<'a>) -> Flow {
        let name = &node.name.name;
        let aggregates = clauses.select.and_then(|s| s.value.iter().find_map(aggregate_in));
        if let Some((function, span)) = aggregates {
            self.report(s0408_stream_aggregates::aggregate(span, &function, name, node.head));
        } else if let Some(window) = clauses.window {
            self.report(s0411_window_without_table::clause(window.keyword, "window", name));
        } else if let Some(having) = clauses.having {
            self.report(s0411_window_without_table::clause(having.keyword, "having", name));
        } else if let Some(emit) = clauses.emit {
            self.report(s0411_window_without_table::clause(emit.keyword, "emit", name));
        }
        if let Some(key) = clauses.key {
            flow = self.key(flow, key);
        }
        if let Some(select) = clauses.select.filter(|_| aggregates_none(clauses)) {
            flow = self.project(node, flow, select);
        }
        if let Some(keep) = clauses.keep {
            flow = self.deduplicate(node, flow, keep, clauses);
        }
        flow
    }
}

fn is_source(operator: &crate::plan::Operator) -> bool {
    matches!(operator.kind, crate::plan::OperatorKind::Source(_))
}

fn aggregates_none(clauses: &Clauses<'_>) -> bool {
    clauses.select.is_none_or(|s| s.value.iter().all(|f| aggregate_in(f).is_none()))
}

/// The first aggregate that a column calls at its top: `count()`, `sum(e.eur)`.
fn aggregate_in(field: &ast::SelectField) -> Option<(String, crate::base::Span)> {
    let ast::FieldValueKind::Named { value, .. } = &field.value.kind else { return None };
    find_aggregate(value)
}

fn find_aggregate(expr: &ast::Expr) -> Option<(String, crate::base::Span)> {
    use ast::ExprKind as A;
    match &expr.kind {
        A::Call { function, .. }
            if aggregate_named(&function.name).is_some()
                && crate::types::check::function_named(&function.name).is_none() =>
        {
            Some((function.name.to_string(), expr.span))
        }
        A::Call { arguments, .. } => arguments.iter().find_map(|a| find_aggregate(&a.value)),
        A::Binary { left, right, .. } => find_aggregate(left).or_else(|| find_aggregate(right)),
        A::Unary { operand, .. } | A::Is { operand, .. } => find_aggregate(operand),
        A::If { condition, then, otherwise } => {
            [condition, then, otherwise].into_iter().find_map(|e| find_aggregate(e))
        }
        A::Parenthesised(inner) => find_aggregate(inner),
        _ => None,
    }
}
