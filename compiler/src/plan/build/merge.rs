//! Several `from` clauses, and `with`: streams of one shape become one, with constant columns added.

use super::clauses::At;
use super::columns::column;
use super::flow::Flow;
use super::from::alias_of;
use super::job::Builder;
use crate::base::Name;
use crate::codes::{s0321_record_fields, s0604_merge_shapes, s0608_duplicate_name};
use crate::model::Type;
use crate::plan::{Binding, Column, ColumnRef, Expr, ExprKind, MergeBranch, OperatorKind};
use crate::syntax::ast::{self, FieldValueKind};
use crate::types::check::{Environment, Fit, fits};

impl<'a> Builder<'_, 'a> {
    pub fn merge(&mut self, node: &'a ast::Node, clauses: &[At<'a, ast::From>]) -> Option<Flow> {
        let first = clauses.first()?;
        let alias = alias_of(first.value.alias.as_ref(), first.value.source.as_ref()?);
        let mut flows = Vec::new();
        let mut branches: Vec<(Vec<(Name, Expr)>, crate::base::Span)> = Vec::new();
        for clause in clauses {
            let flow = self.from(clause)?;
            let path = clause.value.source.as_ref()?;
            let own = alias_of(clause.value.alias.as_ref(), path);
            if own != alias && clauses.iter().all(|c| c.value.alias.is_some()) {
                let span = clause.value.alias.as_ref().map_or(path.span, |a| a.span);
                self.report(s0604_merge_shapes::alias(span, &own, &alias));
                return None;
            }
            let columns = self.branch(&flow, clause.value)?;
            branches.push((columns, clause.span));
            flows.push(flow);
        }
        let (shape, first_span) = branches.first()?;
        let shape: Vec<(Name, Type)> = shape.iter().map(|(n, e)| (n.clone(), e.ty.clone())).collect();
        let first_span = *first_span;
        let mut merged: Vec<MergeBranch> = Vec::new();
        let mut columns: Vec<Column> = Vec::new();
        for ((branch, span), flow) in branches.iter().zip(&flows) {
            let mut row = Vec::new();
            for (index, (name, ty)) in shape.iter().enumerate() {
                let Some((_, value)) = branch.iter().find(|(n, _)| n == name) else {
                    self.report(s0604_merge_shapes::missing(*span, name, first_span));
                    return None;
                };
                let plain = |ty: &Type| self.plain_units(ty);
                if fits(&plain(&value.ty), &plain(ty), &flow.environment.equal) != Fit::Same {
                    let (a, b) = (self.model.show(ty), self.model.show(&value.ty));
                    self.report(s0604_merge_shapes::types(*span, name, first_span, &a, &b));
                    return None;
                }
                let made = column(self.model, flow, name.clone(), value, *span);
                match columns.get_mut(index) {
                    Some(known) => {
                        known.sources.extend(made.sources);
                        known.labels.extend(made.labels);
                    }
                    None => columns.push(Column { ty: ty.clone(), ..made }),
                }
                row.push(value.clone());
            }
            if let Some((name, _)) = branch.iter().find(|(n, _)| !shape.iter().any(|(s, _)| s == n)) {
                self.report(s0604_merge_shapes::missing(first_span, name, *span));
                return None;
            }
            merged.push(MergeBranch { columns: row });
        }
        let first = flows.first()?;
        let raw = flows.iter().all(|f| f.raw.iter().all(|r| *r));
        let mut flow = first.replaced(Binding { name: alias.clone(), columns, optional: false });
        flow.raw = vec![raw];
        flow.controls = flows.iter().flat_map(|f| f.controls.iter().cloned()).collect();
        flow.stream = node.name.name.clone();
        flow.alone = flows.iter().all(|f| f.alone);
        flow.key = Vec::new();
        let inputs = flows.iter().map(|f| f.operator).collect();
        let span = clauses.last().map_or(first_span, |c| first_span.to(c.span));
        flow.operator =
            self.push(OperatorKind::Merge { branches: merged }, inputs, flow.scope().clone(), span);
        Some(flow)
    }

    /// A branch's columns by name: those of its row, then the constants of `with`.
    fn branch(&mut self, flow: &Flow, from: &ast::From) -> Option<Vec<(Name, Expr)>> {
        let mut columns: Vec<(Name, Expr)> = Vec::new();
        for (binding, row) in flow.scope().bindings.iter().enumerate() {
            for (index, column) in row.columns.iter().enumerate() {
                if columns.iter().any(|(n, _)| *n == column.name) {
                    continue;
                }
                let ty = if row.optional { column.ty.clone().optional() } else { column.ty.clone() };
                let reference = ColumnRef { binding, column: index, path: Vec::new() };
                let value = Expr { kind: ExprKind::Column(reference), ty, span: column.span };
                columns.push((column.name.clone(), value));
            }
        }
        let nothing = Environment::default();
        for field in &from.with {
            let FieldValueKind::Named { name, value } = &field.kind else {
                self.report(s0321_record_fields::unwanted(field.span));
                return None;
            };
            if columns.iter().any(|(n, _)| *n == name.name) {
                self.report(s0608_duplicate_name::column(name.span, &name.name, field.span));
                return None;
            }
            let value = self.checker.typer(&nothing).infer(value, None);
            if value.ty == Type::Error {
                return None;
            }
            columns.push((name.name.clone(), value));
        }
        Some(columns)
    }

    /// Units by the name of their column alone, since each branch has its own rows.
    fn plain_units(&self, ty: &Type) -> Type {
        super::flow::with_paths(ty, &|path| Name::from(path.rsplit('.').next().unwrap_or(path)))
    }
}
