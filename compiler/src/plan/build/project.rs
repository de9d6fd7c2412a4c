//! `select` of a stream: one new row per row.

use super::clauses::At;
use super::columns::{column, rewrite_units};
use super::flow::{Flow, KEY_VIEW};
use super::job::Builder;
use super::rekey::{copies_of, plain_column};
use crate::base::{Name, Span};
use crate::codes::{s0301_unknown_column, s0302_unknown_name, s0608_duplicate_name};
use crate::model::Type;
use crate::plan::{Binding, ColumnRef, Expr, ExprKind, NamedExpr, OperatorKind};
use crate::syntax::ast::{self, FieldValueKind, Ident};
use crate::types::check::View;
use std::collections::{BTreeMap, BTreeSet};

impl Builder<'_, '_> {
    pub fn project(&mut self, node: &ast::Node, flow: Flow, clause: At<'_, [ast::SelectField]>) -> Flow {
        let mut columns = self.selected(&flow, clause.value);
        // Key columns are part of the row without being selected.
        let mut key = self.key_of_rows(&flow);
        key.retain(|k| !columns.iter().any(|c| c.name == k.name));
        key.append(&mut columns);
        let columns = key;
        let mut row: Vec<_> = columns
            .iter()
            .map(|c| column(self.model, &flow, c.name.clone(), &c.value, c.value.span))
            .collect();
        rewrite_units(&mut row, &copies_of(&flow, &columns), &node.name.name, &flow.environment.equal);
        let mut projected =
            flow.replaced(Binding { name: node.name.name.clone(), columns: row, optional: false });
        projected.partition = moved_partition(&flow, &columns);
        // `to … when s.kind == …` may go on naming the row by its alias, as far as its columns were selected.
        let aliases =
            flow.environment.views.iter().filter(|v| v.name != node.name.name && *v.name != *KEY_VIEW);
        projected.environment.views.extend(aliases.map(|v| View { name: v.name.clone(), bindings: vec![0] }));
        let columns = columns.into_iter().map(|c| c.value).collect();
        let scope = projected.scope().clone();
        projected.operator =
            self.push(OperatorKind::Project { columns }, vec![flow.operator], scope, clause.span);
        projected
    }

    /// The columns of a key that an earlier clause gave the stream.
    fn key_of_rows(&self, flow: &Flow) -> Vec<NamedExpr> {
        let Some((binding, row)) = flow.environment.view(KEY_VIEW).and_then(|v| {
            let index = *v.bindings.first()?;
            Some((index, flow.scope().bindings.get(index)?))
        }) else {
            return Vec::new();
        };
        let columns = row.columns.iter().enumerate().map(|(index, column)| {
            let reference = ColumnRef { binding, column: index, path: Vec::new() };
            let value = Expr { kind: ExprKind::Column(reference), ty: column.ty.clone(), span: column.span };
            NamedExpr { name: column.name.clone(), value }
        });
        columns.collect()
    }

    /// The written columns, spreads opened; broken ones keep their name and `Type::Error`.
    pub(super) fn selected(&mut self, flow: &Flow, fields: &[ast::SelectField]) -> Vec<NamedExpr> {
        let mut columns: Vec<NamedExpr> = Vec::new();
        let mut seen: BTreeMap<Name, Span> = BTreeMap::new();
        for field in fields {
            match &field.value.kind {
                FieldValueKind::Named { name, value } => {
                    if let Some(first) = seen.get(&name.name) {
                        self.report(s0608_duplicate_name::column(name.span, &name.name, *first));
                        continue;
                    }
                    seen.insert(name.name.clone(), name.span);
                    let value = self.checker.typer(&flow.environment).infer(value, None);
                    self.check_imports(flow, &value);
                    // A column that a spread brought is replaced by one written after it.
                    columns.retain(|c| c.name != name.name);
                    columns.push(NamedExpr { name: name.name.clone(), value });
                }
                FieldValueKind::Spread { binding, except } => {
                    for column in self.spread(flow, binding, except) {
                        if !columns.iter().any(|c| c.name == column.name) {
                            columns.push(column);
                        }
                    }
                }
            }
        }
        columns
    }

    /// `..o except (iban)`: every column of the row that may be read, but these.
    fn spread(&mut self, flow: &Flow, binding: &Ident, except: &[Ident]) -> Vec<NamedExpr> {
        let environment = &flow.environment;
        let Some(view) = environment.view(&binding.name) else {
            let known: Vec<&str> = environment.views.iter().map(|v| v.name.as_str()).collect();
            self.report(s0302_unknown_name::unknown(binding.span, &binding.name, &known, None));
            return Vec::new();
        };
        let names = environment.names_of(view);
        for name in except {
            if !names.contains(&name.name) {
                let known: Vec<&str> = names.iter().map(Name::as_str).collect();
                self.report(s0301_unknown_column::unknown(name.span, &name.name, &binding.name, &known));
            }
        }
        let mut columns = Vec::new();
        for name in names.iter().filter(|n| !except.iter().any(|e| e.name == **n)) {
            let found = environment.columns_named(view, name);
            let Some(found) = found.first() else { continue };
            if !self.may_read(flow, found.binding, found.column) {
                continue;
            }
            let path = ast::Expr {
                kind: ast::ExprKind::Member {
                    base: Box::new(ast::Expr {
                        kind: ast::ExprKind::Name(binding.clone()),
                        span: binding.span,
                    }),
                    name: Ident { name: name.clone(), span: binding.span },
                },
                span: binding.span,
            };
            let value = self.checker.typer(environment).infer(&path, None);
            if value.ty != Type::Error {
                columns.push(NamedExpr { name: name.clone(), value });
            }
        }
        columns
    }

    /// Whether the column's import lists it; a column of the package's own topics always.
    pub(super) fn may_read(&self, flow: &Flow, binding: usize, column: usize) -> bool {
        let row = flow.scope().bindings.get(binding);
        let Some(column) = row.and_then(|b| b.columns.get(column)) else { return false };
        if !flow.raw.get(binding).copied().unwrap_or(false) {
            return true;
        }
        let imports = &self.model.package(self.package).imports;
        column.sources.iter().filter(|s| s.flow == crate::plan::Flow::Direct).all(|s| {
            self.model.topic(s.topic).package == self.package
                || imports.iter().any(|i| i.topic == Some(s.topic) && i.columns.contains(&s.column))
        })
    }
}

/// The partition in terms of the new columns, where they copy what it goes by.
pub(super) fn moved_partition(flow: &Flow, columns: &[NamedExpr]) -> Vec<BTreeSet<ColumnRef>> {
    let moved = flow.partition.iter().map(|copies| {
        let new: BTreeSet<ColumnRef> = columns
            .iter()
            .enumerate()
            .filter(|(_, c)| plain_column(&c.value).is_some_and(|p| copies.contains(p)))
            .map(|(column, _)| ColumnRef { binding: 0, column, path: Vec::new() })
            .collect();
        (!new.is_empty()).then_some(new)
    });
    moved.collect::<Option<Vec<_>>>().unwrap_or_default()
}
