//! A stream continues partitioned by other columns, through one internal topic per stream and key (SEMANTICS K3).

use super::columns::{column, rewrite_units};
use super::flow::{Flow, KEY_VIEW};
use super::job::Builder;
use super::lineage::lineage;
use crate::base::{Name, Span};
use crate::plan::{Binding, ColumnRef, Expr, ExprKind, NamedExpr, OperatorKind, Rekey};
use crate::types::check::{View, same};
use std::collections::BTreeSet;

impl Builder<'_, '_> {
    /// The flow with a last binding `key`, repartitioned if its rows are not where the key wants them.
    pub fn rekey(&mut self, flow: Flow, key: Vec<NamedExpr>, span: Span) -> Flow {
        let repartition = !partitioned_by(&flow, &key);
        let known = self.rekeys.iter().find(|(input, rekey)| {
            *input == flow.operator && self.rekey_of(*rekey).is_some_and(|r| same_key(&r.key, &key))
        });
        let operator = known.map(|(_, rekey)| *rekey);
        let mut columns: Vec<_> =
            key.iter().map(|k| column(self.model, &flow, k.name.clone(), &k.value, k.value.span)).collect();
        let copies = copies_of(&flow, &key);
        rewrite_units(&mut columns, &copies, "key", &flow.environment.equal);
        let controls: BTreeSet<_> =
            key.iter().flat_map(|k| lineage(self.model, flow.scope(), &k.value).sources).collect();
        let mut rekeyed = flow.clone();
        let index = rekeyed.scope().bindings.len();
        let binding = Binding { name: Name::from("key"), columns, optional: false };
        rekeyed.environment.scope.bindings.push(binding);
        for (index, path) in &copies {
            if let Some(k) = key.get(*index) {
                rekeyed.environment.equal.join(path, &format!("key.{}", k.name));
            }
        }
        rekeyed.environment.views.push(View { name: Name::from(KEY_VIEW), bindings: vec![index] });
        rekeyed.raw.push(false);
        rekeyed.control(controls);
        rekeyed.key = key.iter().map(|k| k.name.clone()).collect();
        rekeyed.partition = key
            .iter()
            .enumerate()
            .map(|(column, k)| {
                let own = ColumnRef { binding: index, column, path: Vec::new() };
                plain_column(&k.value).into_iter().cloned().chain([own]).collect()
            })
            .collect();
        rekeyed.operator = operator.unwrap_or_else(|| {
            let name = self.rekey_name(&flow, &key);
            let scope = rekeyed.scope().clone();
            let kind = OperatorKind::Rekey(Rekey { key, name, repartition });
            // It belongs to the stream it is of, whoever asks for it first.
            let owner = self.operators.get(flow.operator.0 as usize).map_or(self.node, |o| o.node);
            let routes = self.node_routes.get(&owner).cloned().unwrap_or_else(|| self.routes.clone());
            let id = self.push_for(owner, routes, kind, vec![flow.operator], scope, span);
            self.rekeys.push((flow.operator, id));
            id
        });
        rekeyed
    }

    fn rekey_of(&self, id: crate::plan::OperatorId) -> Option<&Rekey> {
        match &self.operators.get(id.0 as usize)?.kind {
            OperatorKind::Rekey(rekey) => Some(rekey),
            _ => None,
        }
    }

    /// `in_euro.by.sender`. Where that is taken by the same names for another key, the asking node's name leads.
    fn rekey_name(&self, flow: &Flow, key: &[NamedExpr]) -> Name {
        let names: Vec<&str> = key.iter().map(|k| k.name.as_str()).collect();
        let names = names.join("_");
        let node = self.job.nodes.get(self.node.0 as usize).map_or("", |n| n.name.name.as_str());
        let taken = |name: &str| {
            self.rekeys.iter().any(|(_, id)| self.rekey_of(*id).is_some_and(|r| r.name == *name))
        };
        let first = format!("{}.by.{names}", flow.stream);
        let second = format!("{node}.by.{names}");
        let more = (2..).map(|n| format!("{node}.by.{names}.{n}"));
        let free = [first, second].into_iter().chain(more).find(|name| !taken(name));
        Name::from(free.unwrap_or_default())
    }
}

/// Whether rows of one key are in one partition already: each partitioning column is a column of the key.
pub(super) fn partitioned_by(flow: &Flow, key: &[NamedExpr]) -> bool {
    let columns: Vec<&ColumnRef> = key.iter().filter_map(|k| plain_column(&k.value)).collect();
    !flow.partition.is_empty()
        && columns.len() == key.len()
        && flow.partition.len() == key.len()
        && flow.partition.iter().all(|copies| columns.iter().any(|c| copies.contains(c)))
}

/// The column that an expression is.
pub(super) fn plain_column(expr: &Expr) -> Option<&ColumnRef> {
    match &expr.kind {
        ExprKind::Column(column) => Some(column),
        ExprKind::Present(inner) => plain_column(inner),
        _ => None,
    }
}

/// Which of these columns copy a column, and its path.
pub(super) fn copies_of(flow: &Flow, columns: &[NamedExpr]) -> Vec<(usize, String)> {
    let path = |e: &Expr| super::columns::path_of(flow.scope(), e);
    columns.iter().enumerate().filter_map(|(i, c)| Some((i, path(&c.value)?))).collect()
}

fn same_key(a: &[NamedExpr], b: &[NamedExpr]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.name == b.name && same(&a.value, &b.value))
}
