//! `keep top 10 by b.price desc, b.time as rank`: the first rows of each group (spec: top.rows).

use super::aggregate::{table_of, window_columns};
use super::clauses::{At, Clauses};
use super::columns::{column, rewrite_units};
use super::flow::{Flow, KEY_VIEW};
use super::job::Builder;
use super::key::can_be_key;
use super::lineage::lineage;
use super::rekey::copies_of;
use crate::base::Name;
use crate::codes::{s0414_keep_top, s0608_duplicate_name, s0691_not_supported};
use crate::model::{Type, Unit};
use crate::plan::{
    Aggregate, Binding, Column, ColumnRef, Emit, Expr, ExprKind, NamedExpr, OperatorKind, OrderTerm, Top,
    Window,
};
use crate::syntax::ast::{self, KeepTop};
use std::collections::BTreeSet;

impl<'a> Builder<'_, 'a> {
    pub fn top(
        &mut self,
        node: &'a ast::Node,
        flow: Flow,
        key: At<'a, [ast::KeyColumn]>,
        clause: At<'a, KeepTop>,
        clauses: &Clauses<'a>,
    ) -> Flow {
        let windowed = clauses.window.and_then(|w| self.window(w));
        let window = windowed.map(|(w, _)| w);
        let count = self.top_count(clause);
        let (flow, key) = self.grouped_by(flow, key);
        let columns = self.kept_columns(&flow, &key, clauses);
        let order = self.order_terms(&flow, clause);
        let rank = clause.value.rank.as_ref();
        if rank.is_none() && (count > 1 || clause.value.ties) {
            self.report(s0414_keep_top::rank(clause.span));
        }
        if let Some(rank) = rank
            && let Some(taken) = key.iter().chain(&columns).find(|c| c.name == rank.name)
        {
            self.report(s0608_duplicate_name::column(rank.span, &rank.name, taken.value.span));
        }
        let emit = self.emit(clauses);
        self.top_limits(window, emit, clauses);
        let bound = self.bound(window, clauses);
        let rank = rank.map(|rank| rank.name.clone());
        let row = self.top_row(node, &flow, &key, &columns, rank.as_ref(), window);
        let mut grouped = table_of(&flow, row, &key, window);
        let deciding = key.iter().map(|k| &k.value).chain(order.iter().map(|term| &term.value));
        let sources: Vec<_> =
            deciding.flat_map(|value| lineage(self.model, flow.scope(), value).sources).collect();
        grouped.control(sources);
        // What tells the rows of a group apart.
        grouped.key.extend(rank.clone());
        let top = Top { count, ties: clause.value.ties, order, columns, rank };
        let aggregate = Aggregate {
            key,
            window,
            grace: windowed.map_or(0, |(_, grace)| grace),
            calls: Vec::new(),
            select: Vec::new(),
            having: None,
            top: Some(top),
            emit,
            bound,
        };
        let scope = grouped.scope().clone();
        grouped.operator =
            self.push(OperatorKind::Aggregate(Box::new(aggregate)), vec![flow.operator], scope, clause.span);
        grouped
    }

    fn top_count(&mut self, clause: At<'_, KeepTop>) -> u32 {
        match clause.value.count {
            Some((0, span)) => {
                self.report(s0414_keep_top::nothing(span));
                1
            }
            Some((count, _)) => count,
            None => {
                self.report(s0414_keep_top::count(clause.span));
                1
            }
        }
    }

    /// What is kept of a row: the selected columns; without `select` all that may be read. Those of the key are there
    /// anyway.
    fn kept_columns(&mut self, flow: &Flow, key: &[NamedExpr], clauses: &Clauses<'a>) -> Vec<NamedExpr> {
        let columns = match clauses.select {
            Some(select) => self.selected(flow, select.value),
            None => self.all_columns(flow),
        };
        let mut kept = Vec::new();
        for column in columns {
            let Some(own) = key.iter().find(|k| k.name == column.name) else {
                kept.push(column);
                continue;
            };
            let again = own.value.same(&column.value) || self.copies_key(flow, own, &column.value);
            if !again && column.value.ty != Type::Error && clauses.select.is_some() {
                let (at, first) = (column.value.span, own.value.span);
                self.report(s0608_duplicate_name::column(at, &column.name, first));
            }
        }
        kept
    }

    /// `auction: b.auction` says again what `key auction: b.auction` says, though the key has moved to a binding of its own.
    fn copies_key(&self, flow: &Flow, key: &NamedExpr, value: &Expr) -> bool {
        let path = |e: &Expr| super::columns::path_of(flow.scope(), e);
        match (path(&key.value), path(value)) {
            (Some(key), Some(value)) => {
                let equal = &flow.environment.equal;
                equal.representative(&key) == equal.representative(&value)
            }
            _ => false,
        }
    }

    fn all_columns(&self, flow: &Flow) -> Vec<NamedExpr> {
        let own_key = flow.environment.view(KEY_VIEW).and_then(|view| view.bindings.first().copied());
        let mut all: Vec<NamedExpr> = Vec::new();
        for (binding, row) in flow.scope().bindings.iter().enumerate().filter(|(at, _)| Some(*at) != own_key)
        {
            for (at, column) in row.columns.iter().enumerate() {
                if !self.may_read(flow, binding, at) || all.iter().any(|c| c.name == column.name) {
                    continue;
                }
                let ty = if row.optional { column.ty.clone().optional() } else { column.ty.clone() };
                let reference = ColumnRef { binding, column: at, path: Vec::new() };
                let value = Expr { kind: ExprKind::Column(reference), ty, span: column.span };
                all.push(NamedExpr { name: column.name.clone(), value });
            }
        }
        all
    }

    /// [top.order]: what rows are compared by.
    fn order_terms(&mut self, flow: &Flow, clause: At<'_, KeepTop>) -> Vec<OrderTerm> {
        if clause.value.order.is_empty() {
            self.report(s0414_keep_top::order(clause.span));
        }
        let mut order = Vec::new();
        for term in &clause.value.order {
            let value = self.checker.typer(&flow.environment).infer(&term.value, None);
            self.check_imports(flow, &value);
            let shown = self.model.show(&value.ty);
            match value.ty.required().underlying() {
                Type::Money(Unit::Column(_)) | Type::BigMoney(Unit::Column(_)) => {
                    self.report(s0414_keep_top::currencies(value.span, &shown));
                }
                Type::BigInt | Type::BigMoney(_) => {}
                ty if can_be_key(ty) => {}
                _ => self.report(s0414_keep_top::unordered(value.span, &shown)),
            }
            order.push(OrderTerm { value, descending: term.descending });
        }
        order
    }

    /// What stands beside `keep top` and is not compiled.
    fn top_limits(&mut self, window: Option<Window>, emit: Emit, clauses: &Clauses<'a>) {
        if let Some(having) = clauses.having {
            let what = "`having` beside `keep top`";
            self.report(s0691_not_supported::construct(having.span, what));
        }
        if let (Emit::AtMostEvery(_), Some(clause)) = (emit, clauses.emit) {
            let what = "`at most every` of a `keep top`";
            self.report(s0691_not_supported::construct(clause.span, what));
        }
        if let (Some(Window::Session { .. }), Some(clause)) = (window, clauses.window) {
            self.report(s0691_not_supported::construct(clause.span, "`keep top` of a session"));
        }
        for to in clauses.to.iter().filter(|to| to.value.latest_window) {
            self.report(s0691_not_supported::construct(to.span, "`latest window` of a `keep top`"));
        }
    }

    /// The key columns, the kept ones, the rank, the window's bounds.
    fn top_row(
        &self,
        node: &ast::Node,
        flow: &Flow,
        key: &[NamedExpr],
        columns: &[NamedExpr],
        rank: Option<&Name>,
        window: Option<Window>,
    ) -> Binding {
        let all: Vec<NamedExpr> = key.iter().chain(columns).cloned().collect();
        let named = all.iter().map(|c| column(self.model, flow, c.name.clone(), &c.value, c.value.span));
        let mut row: Vec<Column> = named.collect();
        rewrite_units(&mut row, &copies_of(flow, &all), &node.name.name, &flow.environment.equal);
        row.extend(rank.map(|rank| Column {
            name: rank.clone(),
            ty: Type::Int,
            sources: flow.controls.clone(),
            labels: BTreeSet::new(),
            span: node.head,
        }));
        if window.is_some() {
            row.extend(window_columns(flow, node.head));
        }
        Binding { name: node.name.name.clone(), columns: row, optional: false }
    }
}
