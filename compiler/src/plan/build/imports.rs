//! A column that is read must be in the import's list (the owner granted those columns, not the topic).

use super::flow::Flow;
use super::job::Builder;
use crate::base::Span;
use crate::codes::s0290_column_not_imported;
use crate::model::Import;
use crate::plan::{Expr, ExprKind, Flow as Kind};

impl Builder<'_, '_> {
    /// Reports every read of a column that an import lacks, at the place of reading. The expression is over `flow`.
    pub fn check_imports(&mut self, flow: &Flow, expr: &Expr) {
        self.check_reads(flow, expr, None);
    }

    /// The same for what a clause reads without naming it.
    pub fn check_imports_at(&mut self, flow: &Flow, expr: &Expr, span: Span) {
        self.check_reads(flow, expr, Some(span));
    }

    fn check_reads(&mut self, flow: &Flow, expr: &Expr, at: Option<Span>) {
        let model = self.model;
        let imports: &[Import] = &model.package(self.package).imports;
        let mut found = Vec::new();
        expr.walk(&mut |e| {
            let ExprKind::Column(column) = &e.kind else { return };
            if !flow.raw.get(column.binding).copied().unwrap_or(false) {
                return;
            }
            let row = flow.scope().bindings.get(column.binding);
            let Some(definition) = row.and_then(|b| b.columns.get(column.column)) else { return };
            for source in definition.sources.iter().filter(|s| s.flow == Kind::Direct) {
                if model.topic(source.topic).package == self.package {
                    continue;
                }
                let of: Vec<&Import> = imports.iter().filter(|i| i.topic == Some(source.topic)).collect();
                if let Some(import) = of.first()
                    && !of.iter().any(|i| i.columns.contains(&source.column))
                {
                    found.push((at.unwrap_or(e.span), source.column.clone(), *import));
                }
            }
        });
        for (span, column, import) in found {
            let report = s0290_column_not_imported::read(
                span,
                &column,
                &import.name,
                import.columns_span,
                &import.column_spans.iter().map(|(n, _)| n.as_str()).collect::<Vec<_>>(),
            );
            if !self.checker.diagnostics.iter().any(|d| d.code == report.code && d.span == report.span) {
                self.report(report);
            }
        }
    }
}
