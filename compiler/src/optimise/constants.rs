//! Conversions of constants happen once, when the job is compiled.
//!
//! Only a conversion that succeeds is folded: one that fails makes each record bad, and must go on doing so.

use super::{Note, Rewrite};
use crate::plan::{Aggregate, Expr, ExprKind, Job, NamedExpr, OperatorKind};
use riparian_functions::catalogue::conversion::cast;

pub(super) const REWRITE: Rewrite =
    Rewrite { name: "fold-constants", purpose: "convert constants when compiling", run };

fn run(job: &mut Job) -> Vec<Note> {
    let path = format!("{}.{}", job.package_path, job.name);
    let names: Vec<_> = job.nodes.iter().map(|n| n.name.clone()).collect();
    let mut notes = Vec::new();
    for operator in &mut job.operators {
        let folded: usize = expressions(&mut operator.kind).into_iter().map(fold).sum();
        if folded > 0
            && let Some(node) = names.get(operator.node.0 as usize)
        {
            let plural = if folded == 1 { "a constant" } else { "constants" };
            let text = format!("converted {plural} when compiling");
            let note = Note { job: path.clone(), node: node.clone(), text };
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    notes
}

/// Folds inside out; how many conversions went.
fn fold(expr: &mut Expr) -> usize {
    let mut folded = expr.children_mut().into_iter().map(fold).sum();
    if let ExprKind::Convert(inner) = &expr.kind
        && let ExprKind::Literal(value) = &inner.kind
        && let Ok(value) = cast(value, &inner.ty, &expr.ty)
    {
        expr.kind = ExprKind::Literal(value);
        folded += 1;
    }
    folded
}

/// Every expression of an operator.
pub(super) fn expressions(kind: &mut OperatorKind) -> Vec<&mut Expr> {
    fn named(columns: &mut [NamedExpr]) -> impl Iterator<Item = &mut Expr> {
        columns.iter_mut().map(|c| &mut c.value)
    }
    match kind {
        OperatorKind::Source(_) => Vec::new(),
        OperatorKind::Filter { condition } => vec![condition],
        OperatorKind::Merge { branches } => branches.iter_mut().flat_map(|b| &mut b.columns).collect(),
        OperatorKind::Join(join) => {
            let on = join.on.iter_mut().map(|(e, _)| e);
            on.chain(&mut join.condition).chain(&mut join.as_of).collect()
        }
        OperatorKind::StreamJoin(join) => {
            join.on.iter_mut().flat_map(|(l, r)| [l, r]).chain(&mut join.condition).collect()
        }
        OperatorKind::Flatten { list } => vec![list],
        OperatorKind::Project { columns } => columns.iter_mut().collect(),
        OperatorKind::Rekey(rekey) => named(&mut rekey.key).collect(),
        OperatorKind::Aggregate(aggregate) => {
            let Aggregate { key, calls, select, having, top, .. } = &mut **aggregate;
            let (columns, order) = match top {
                Some(top) => (top.columns.as_mut_slice(), top.order.as_mut_slice()),
                None => (&mut [][..], &mut [][..]),
            };
            let top = columns.iter_mut().map(|c| &mut c.value).chain(order.iter_mut().map(|t| &mut t.value));
            let calls = calls.iter_mut().flat_map(|c| c.arguments.iter_mut().chain(&mut c.filter));
            named(key).chain(calls).chain(named(select)).chain(having).chain(top).collect()
        }
        OperatorKind::Deduplicate(keep) => named(&mut keep.key).collect(),
        OperatorKind::Sink(sink) => {
            sink.columns.iter_mut().chain(&mut sink.key).chain(&mut sink.when).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;
    use crate::model::{Type, Value};

    fn converted(value: i64, to: Type) -> Expr {
        let span = Span::default();
        let literal = Expr { kind: ExprKind::Literal(Value::Int(value)), ty: Type::Int, span };
        Expr { kind: ExprKind::Convert(Box::new(literal)), ty: to, span }
    }

    #[test]
    fn folds_what_fits_and_leaves_what_fails() {
        let mut fits = converted(3, Type::Decimal { precision: 5, scale: 2 });
        assert_eq!(fold(&mut fits), 1);
        assert!(matches!(fits.kind, ExprKind::Literal(Value::Decimal { mantissa: 300, scale: 2 })));
        let mut fails = converted(3_000, Type::Decimal { precision: 5, scale: 2 });
        assert_eq!(fold(&mut fails), 0);
        assert!(matches!(fails.kind, ExprKind::Convert(_)));
    }
}
