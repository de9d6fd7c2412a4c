//! A `table`: rows by key, perhaps in windows; one row per group.

use super::clauses::{At, Clauses};
use super::columns::rewrite_units;
use super::flow::{Flow, Placed};
use super::job::Builder;
use super::lineage::{Lineage, lineage};
use super::rekey::{partitioned_by, plain_column};
use crate::base::{Name, Span};
use crate::codes::{s0315_row_in_group, s0608_duplicate_name};
use crate::model::Type;
use crate::plan::{
    Aggregate, AggregateCall, Binding, Column, ColumnRef, ColumnSource, Expr, ExprKind, Flow as Kind,
    NamedExpr, OperatorKind, Scope, Window,
};
use crate::syntax::ast::{self, FieldValueKind};
use crate::types::check::{Group, GroupCall, GroupKey};
use std::collections::{BTreeMap, BTreeSet};

impl<'a> Builder<'_, 'a> {
    pub fn aggregate(
        &mut self,
        node: &'a ast::Node,
        flow: Flow,
        key: At<'a, [ast::KeyColumn]>,
        clauses: &Clauses<'a>,
    ) -> Flow {
        let windowed = clauses.window.and_then(|w| self.window(w));
        let window = windowed.map(|(w, _)| w);
        let (flow, key) = self.grouped_by(flow, key);
        let mut group = Group {
            node: node.name.name.clone(),
            key: key.iter().map(|k| GroupKey { name: k.name.clone(), value: k.value.clone() }).collect(),
            copies: self.copies(&flow, &key),
            windowed: clauses.window.is_some(),
            calls: Vec::new(),
        };
        let select = self.group_columns(&flow, &mut group, clauses);
        let emit = self.emit(clauses);
        let bound = self.bound(window, clauses);
        let row = self.group_row(node, &flow, &key, &group.calls, &select, window);
        let mut grouped = table_of(&flow, row, &key, window);
        let calls = group.calls.into_iter().map(|c| AggregateCall {
            function: c.function,
            arguments: c.arguments,
            filter: c.filter,
            ty: c.ty,
            span: c.span,
        });
        let aggregate = Aggregate {
            key,
            window,
            grace: windowed.map_or(0, |(_, grace)| grace),
            calls: calls.collect(),
            select,
            having: None,
            top: None,
            emit,
            bound,
        };
        let span = clauses.select.map_or(node.head, |s| s.span);
        let scope = grouped.scope().clone();
        grouped.operator =
            self.push(OperatorKind::Aggregate(Box::new(aggregate)), vec![flow.operator], scope, span);
        grouped
    }

    /// Rows of one key meet in one partition; then the key is what the rekey computed.
    pub(super) fn grouped_by(&mut self, flow: Flow, key: At<'a, [ast::KeyColumn]>) -> (Flow, Vec<NamedExpr>) {
        let written = self.key_columns(&flow, key);
        if written.is_empty() || partitioned_by(&flow, &written) {
            return (flow, written);
        }
        let rekeyed = self.rekey(flow, written.clone(), None, key.span);
        let binding = rekeyed.scope().bindings.len().saturating_sub(1);
        let moved = written.into_iter().enumerate().map(|(column, k)| {
            let reference = ColumnRef { binding, column, path: Vec::new() };
            let value = Expr { kind: ExprKind::Column(reference), ..k.value };
            NamedExpr { name: k.name, value }
        });
        let moved = moved.collect();
        (rekeyed, moved)
    }

    /// For each key column, the columns of the rows that it equals.
    fn copies(&self, flow: &Flow, key: &[NamedExpr]) -> Vec<BTreeSet<ColumnRef>> {
        key.iter()
            .map(|k| {
                let Some(column) = plain_column(&k.value) else { return BTreeSet::new() };
                let same = flow.partition.iter().find(|copies| copies.contains(column));
                same.cloned().unwrap_or_else(|| BTreeSet::from([column.clone()]))
            })
            .collect()
    }

    /// The selected columns, over the group.
    fn group_columns(&mut self, flow: &Flow, group: &mut Group, clauses: &Clauses<'a>) -> Vec<NamedExpr> {
        let mut columns: Vec<NamedExpr> = Vec::new();
        let mut seen: BTreeMap<Name, Span> = BTreeMap::new();
        for field in clauses.select.map_or(&[][..], |s| s.value) {
            match &field.value.kind {
                FieldValueKind::Named { name, value } => {
                    if let Some(first) = seen.get(&name.name) {
                        self.report(s0608_duplicate_name::column(name.span, &name.name, *first));
                        continue;
                    }
                    seen.insert(name.name.clone(), name.span);
                    let first_call = group.calls.len();
                    let value = self.checker.typer_in_group(&flow.environment, group).infer(value, None);
                    let reads: Vec<Expr> = group
                        .calls
                        .get(first_call..)
                        .unwrap_or_default()
                        .iter()
                        .flat_map(inputs)
                        .cloned()
                        .collect();
                    for read in &reads {
                        self.check_imports(flow, read);
                    }
                    if let Some(key) = group.key.iter().find(|k| k.name == name.name) {
                        // `sender: e.sender` says again what the key says; anything else would be a second `sender`.
                        let again = plain_column(&value).is_some_and(|c| c.binding == 0);
                        if !again && value.ty != Type::Error {
                            let at = key.value.span;
                            self.report(s0608_duplicate_name::column(name.span, &name.name, at));
                        }
                        continue;
                    }
                    columns.push(NamedExpr { name: name.name.clone(), value });
                }
                FieldValueKind::Spread { binding, .. } => {
                    let report = s0315_row_in_group::spread(field.value.span, &binding.name);
                    self.report(report);
                }
            }
        }
        columns
    }

    /// The key columns, the selected ones, the window's bounds.
    fn group_row(
        &self,
        node: &ast::Node,
        flow: &Flow,
        key: &[NamedExpr],
        calls: &[GroupCall],
        select: &[NamedExpr],
        window: Option<Window>,
    ) -> Binding {
        let name = &node.name.name;
        let model = self.model;
        let key_sources = key.iter().flat_map(|k| lineage(model, flow.scope(), &k.value).sources);
        let control: BTreeSet<ColumnSource> =
            key_sources.map(|s| ColumnSource { flow: Kind::Control, ..s }).collect();
        let mut columns: Vec<Column> = key
            .iter()
            .map(|k| super::columns::column(model, flow, k.name.clone(), &k.value, k.value.span))
            .collect();
        let copies = super::rekey::copies_of(flow, key);
        rewrite_units(&mut columns, &copies, name, &flow.environment.equal);
        let inside = self.group_scope(flow, &columns, calls, window);
        let mut selected: Vec<Column> = select
            .iter()
            .map(|s| {
                super::columns::column_over(model, &inside, flow, s.name.clone(), &s.value, s.value.span)
            })
            .collect();
        for column in &mut selected {
            column.sources.extend(control.iter().cloned());
        }
        let currencies = self.row_currencies(select, calls, flow);
        rewrite_units(&mut selected, &currencies, name, &flow.environment.equal);
        columns.append(&mut selected);
        if window.is_some() {
            columns.extend(window_columns(flow, node.head));
        }
        Binding { name: name.clone(), columns, optional: false }
    }

    /// `currency: last(e.currency)` is the currency of `amount: last(e.amount)`.
    fn row_currencies(&self, select: &[NamedExpr], calls: &[GroupCall], flow: &Flow) -> Vec<(usize, String)> {
        let path = |s: &NamedExpr| {
            let column = plain_column(&s.value).filter(|c| c.binding == 1)?;
            let call = calls.get(column.column).filter(|c| c.filter.is_none())?;
            let [argument] = call.arguments.as_slice() else { return None };
            let path = super::columns::path_of(flow.scope(), argument)?;
            let path = flow.environment.equal.representative(&path);
            Some(format!("{}({path})", call.function.name))
        };
        select.iter().enumerate().filter_map(|(i, s)| Some((i, path(s)?))).collect()
    }

    /// The scope of the group's expressions: key, aggregates, window, each with its lineage.
    fn group_scope(&self, flow: &Flow, key: &[Column], calls: &[GroupCall], window: Option<Window>) -> Scope {
        let results = calls.iter().map(|call| {
            let mut from = Lineage::default();
            for value in inputs(call) {
                let one = lineage(self.model, flow.scope(), value);
                from.sources.extend(
                    one.sources.into_iter().map(|s| ColumnSource { flow: s.flow.max(Kind::Derived), ..s }),
                );
                from.labels.extend(one.labels);
            }
            if let Some(filter) = &call.filter {
                let one = lineage(self.model, flow.scope(), filter);
                from.sources
                    .extend(one.sources.into_iter().map(|s| ColumnSource { flow: Kind::Control, ..s }));
            }
            Column {
                name: Name::from(call.function.name),
                ty: call.ty.clone(),
                sources: from.sources,
                labels: from.labels,
                span: call.span,
            }
        });
        let bound = |name: &str| Column {
            name: Name::from(name),
            ty: Type::Timestamp,
            sources: BTreeSet::new(),
            labels: BTreeSet::new(),
            span: Span::default(),
        };
        let binding = |name: &str, columns| Binding { name: Name::from(name), columns, optional: false };
        let mut bindings = vec![binding("key", key.to_vec()), binding("aggregates", results.collect())];
        if window.is_some() {
            bindings.push(binding("window", vec![bound("start"), bound("end")]));
        }
        Scope { bindings }
    }
}

/// The output of a table: rows of these groups.
pub(super) fn table_of(flow: &Flow, row: Binding, key: &[NamedExpr], window: Option<Window>) -> Flow {
    let mut grouped = flow.replaced(row);
    grouped.table = true;
    grouped.window = window;
    grouped.key = key.iter().map(|k| k.name.clone()).collect();
    grouped.partition = (0..key.len())
        .map(|column| BTreeSet::from([ColumnRef { binding: 0, column, path: Vec::new() }]))
        .collect();
    grouped.placed = Placed::Apart;
    grouped
}

/// `window.start` and `window.end`.
pub(super) fn window_columns(flow: &Flow, span: Span) -> [Column; 2] {
    ["window.start", "window.end"].map(|bound| Column {
        name: Name::from(bound),
        ty: Type::Timestamp,
        sources: flow.controls.clone(),
        labels: BTreeSet::new(),
        span,
    })
}

/// What a call reads to compute its result.
fn inputs(call: &GroupCall) -> impl Iterator<Item = &Expr> {
    call.arguments.iter()
}
