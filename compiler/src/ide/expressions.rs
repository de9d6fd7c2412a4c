//! The expressions of a plan by place: what the cursor is on inside a clause.

use crate::base::Span;
use crate::plan::{Expr, ExprKind, Job, Operator, OperatorKind, Plan, Scope};
use riparian_functions::catalogue::AggregateDefinition;

/// The innermost typed expression at a place, with the scope that its columns refer to.
pub(super) struct Found<'a> {
    pub expr: &'a Expr,
    /// `None` for expressions over a group (`select` of an aggregate).
    pub scope: Option<&'a Scope>,
}

/// The innermost expression that covers the offset; conversions that the checker put in have no text of their own and
/// are passed over.
pub(super) fn at<'a>(plan: &'a Plan, span: Span) -> Option<Found<'a>> {
    let mut best: Option<Found<'a>> = None;
    for job in &plan.jobs {
        for operator in &job.operators {
            for (root, scope) in expressions(job, operator) {
                root.walk(&mut |expr| {
                    let covers = expr.span.file == span.file && expr.span.contains(span.start);
                    let written = !matches!(expr.kind, ExprKind::Convert(_) | ExprKind::Present(_));
                    let smaller = best.as_ref().is_none_or(|b| length(expr.span) < length(b.expr.span));
                    if covers && written && smaller {
                        best = Some(Found { expr, scope });
                    }
                });
            }
        }
    }
    best
}

/// The aggregate that is called at exactly this place; in a plan the call's own expression is a column of its results.
pub(super) fn aggregate_at(plan: &Plan, span: Span) -> Option<&'static AggregateDefinition> {
    plan.jobs.iter().flat_map(|job| &job.operators).find_map(|operator| match &operator.kind {
        OperatorKind::Aggregate(aggregate) => {
            aggregate.calls.iter().find(|call| call.span == span).map(|call| call.function)
        }
        _ => None,
    })
}

fn length(span: Span) -> u32 {
    span.end - span.start
}

/// Every expression of an operator with the scope it is evaluated in.
fn expressions<'a>(job: &'a Job, operator: &'a Operator) -> Vec<(&'a Expr, Option<&'a Scope>)> {
    let input = operator.inputs.first().map(|id| &job.operator(*id).scope);
    let own = Some(&operator.scope);
    match &operator.kind {
        OperatorKind::Source(_) => Vec::new(),
        OperatorKind::Filter { condition } => vec![(condition, input)],
        OperatorKind::Merge { branches } => {
            let scopes = operator.inputs.iter().map(|id| Some(&job.operator(*id).scope));
            branches.iter().zip(scopes).flat_map(|(b, s)| b.columns.iter().map(move |c| (c, s))).collect()
        }
        OperatorKind::Join(join) => {
            let on = join.on.iter().map(|(e, _)| (e, input));
            on.chain(join.as_of.iter().map(|e| (e, input)))
                .chain(join.condition.iter().map(|e| (e, own)))
                .collect()
        }
        OperatorKind::StreamJoin(join) => {
            let right = operator.inputs.get(1).map(|id| &job.operator(*id).scope);
            let on = join.on.iter().flat_map(|(l, r)| [(l, input), (r, right)]);
            on.chain(join.condition.iter().map(|e| (e, own))).collect()
        }
        OperatorKind::Flatten { list } => vec![(list, input)],
        OperatorKind::Project { columns } => columns.iter().map(|c| (c, input)).collect(),
        OperatorKind::Rekey(rekey) => rekey.key.iter().map(|k| (&k.value, input)).collect(),
        OperatorKind::Deduplicate(keep) => keep.key.iter().map(|k| (&k.value, input)).collect(),
        OperatorKind::Aggregate(aggregate) => {
            let rows = aggregate.key.iter().map(|k| &k.value).chain(aggregate.reads()).map(|e| (e, input));
            let groups = aggregate.select.iter().map(|s| (&s.value, None));
            rows.chain(groups).chain(aggregate.having.iter().map(|e| (e, own))).collect()
        }
        OperatorKind::Sink(sink) => sink.when.iter().map(|e| (e, input)).collect(),
    }
}
