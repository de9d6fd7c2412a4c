//! A stream continues partitioned by other columns, through one internal topic per stream and key (spec: declarations.node.key).

use super::columns::{column, rewrite_units};
use super::flow::{Flow, KEY_VIEW, Placed};
use super::job::Builder;
use super::lineage::lineage;
use crate::base::{Name, Span};
use crate::model::{KeyEncoding, TopicId, Type, TypeKind};
use crate::plan::{Binding, ColumnRef, Expr, ExprKind, NamedExpr, OperatorId, OperatorKind, Place, Rekey};
use crate::types::check::View;
use std::collections::BTreeSet;

impl Builder<'_, '_> {
    /// The flow with a last binding `key`, repartitioned if its rows are not where the key wants them. `place`: they go
    /// where a table has its rows, as [`Builder::meets`] has found that they do not yet.
    pub fn rekey(&mut self, flow: Flow, key: Vec<NamedExpr>, place: Option<Place>, span: Span) -> Flow {
        self.rekey_keeping(flow, key, place, false, span)
    }

    /// As [`Builder::rekey`]; `keeps_null`: rows whose key is null go on.
    pub(super) fn rekey_keeping(
        &mut self,
        flow: Flow,
        key: Vec<NamedExpr>,
        place: Option<Place>,
        keeps_null: bool,
        span: Span,
    ) -> Flow {
        let repartition = place.is_some() || !flow.alone && !partitioned_by(&flow, &key);
        let known = self.rekeys.iter().find(|(input, rekey)| {
            *input == flow.operator
                && self.rekey_of(*rekey).is_some_and(|r| {
                    let placed = place.is_none() || r.place.is_none() || r.place == place;
                    r.repartition == repartition
                        && r.keeps_null == keeps_null
                        && placed
                        && same_key(&r.key, &key)
                })
        });
        let operator = known.map(|(_, rekey)| *rekey);
        if let (Some(place), Some(rekey)) = (&place, operator.and_then(|o| self.rekey_mut(o))) {
            rekey.place = Some(place.clone());
        }
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
        let own = |column| ColumnRef { binding: index, column, path: Vec::new() };
        if repartition {
            let copies = |(column, k): (usize, &NamedExpr)| {
                plain_column(&k.value).into_iter().cloned().chain([own(column)]).collect()
            };
            rekeyed.partition = key.iter().enumerate().map(copies).collect();
        } else {
            // In the order in which they decide it.
            for copies in &mut rekeyed.partition {
                let new = key.iter().enumerate().filter_map(|(column, k)| {
                    plain_column(&k.value).filter(|of| copies.contains(of)).map(|_| own(column))
                });
                let new: Vec<ColumnRef> = new.collect();
                copies.extend(new);
            }
        }
        rekeyed.operator = operator.unwrap_or_else(|| {
            let name = self.rekey_name(&flow, &key);
            let scope = rekeyed.scope().clone();
            let kind = OperatorKind::Rekey(Rekey { key, name, repartition, place, keeps_null });
            // It belongs to the stream it is of, whoever asks for it first.
            let owner = self.operators.get(flow.operator.0 as usize).map_or(self.node, |o| o.node);
            let routes = self.node_routes.get(&owner).cloned().unwrap_or_else(|| self.routes.clone());
            let id = self.push_for(owner, routes, kind, vec![flow.operator], scope, span);
            self.rekeys.push((flow.operator, id));
            id
        });
        if repartition {
            rekeyed.placed = Placed::Rekey(rekeyed.operator);
            rekeyed.alone = false;
        }
        rekeyed
    }

    /// Whether rows of one key are where a table has them that has this key on the wire, so encoded. Rows behind a rekey
    /// whose place nothing has decided yet are from now on.
    pub(super) fn meets(&mut self, flow: &Flow, key: &[NamedExpr], encoding: KeyEncoding) -> bool {
        let at = |k: &NamedExpr| {
            let column = plain_column(&k.value)?;
            flow.partition.iter().position(|copies| copies.contains(column))
        };
        let Some(columns) = key.iter().map(at).collect::<Option<Vec<usize>>>() else { return false };
        let different: BTreeSet<usize> = columns.iter().copied().collect();
        if different.len() != key.len() || flow.partition.len() != key.len() {
            return false;
        }
        match flow.placed {
            Placed::Apart => false,
            Placed::Wire(own) => own == encoding && columns.is_sorted(),
            Placed::Rekey(rekey) => {
                let Some(rekey) = self.rekey_mut(rekey) else { return false };
                let wanted = Place { columns, encoding };
                *rekey.place.get_or_insert_with(|| wanted.clone()) == wanted
            }
        }
    }

    /// The encoding of a topic's key; `None` where the columns of the key do not decide the partition, or not as they are.
    pub(super) fn wire_key(&self, topic: TopicId) -> Option<KeyEncoding> {
        let definition = self.model.topic(topic);
        let tokens = definition.key.iter().any(|key| key.token.is_some());
        if definition.is_partitioned_apart() || definition.key_window || tokens {
            return None;
        }
        let [key] = definition.key.as_slice() else {
            return (!definition.key.is_empty()).then_some(KeyEncoding::Json);
        };
        let TypeKind::Record(record) = &self.model.ty(definition.schema?).kind else { return None };
        let ty = &record.fields.get(record.index(&key.field)?)?.ty;
        let int = matches!(ty.required().underlying(), Type::Int);
        Some(key.encoding.unwrap_or(if int { KeyEncoding::Int64 } else { KeyEncoding::Text }))
    }

    fn rekey_mut(&mut self, id: OperatorId) -> Option<&mut Rekey> {
        match &mut self.operators.get_mut(id.0 as usize)?.kind {
            OperatorKind::Rekey(rekey) => Some(rekey),
            _ => None,
        }
    }

    fn rekey_of(&self, id: OperatorId) -> Option<&Rekey> {
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
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.name == b.name && a.value.same(&b.value))
}
