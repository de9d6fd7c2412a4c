//! `join` of two streams: what must be equal, how near in time, and where both sides meet (spec: join.within, join.place).

use super::clauses::At;
use super::flow::{Flow, Placed};
use super::job::Builder;
use super::join_key::{all, moved, take_sides};
use super::key::can_be_key;
use super::lineage::lineage;
use super::rekey::plain_column;
use crate::base::Name;
use crate::codes::{s0413_key_type, s0415_stream_join, s0416_unbounded_join};
use crate::model::{KeyEncoding, Type};
use crate::plan::Flow::Control;
use crate::plan::{
    ColumnRef, ColumnSource, Expr, NamedExpr, OperatorId, OperatorKind, Place, Scope, StreamJoin,
};
use crate::syntax::ast::{self, JoinKind};
use crate::types::check::{Facts, View, facts_of};
use std::collections::BTreeSet;

/// A side of the join and what it is equal by, over its own scope.
struct Side {
    flow: Flow,
    on: Vec<Expr>,
}

impl<'a> Builder<'_, 'a> {
    /// `flow` meets `right`, which goes by `alias`.
    pub(super) fn stream_join(
        &mut self,
        node: &'a ast::Node,
        flow: Flow,
        right: Flow,
        alias: &Name,
        clause: &At<'a, ast::Join>,
    ) -> Option<Flow> {
        let join = clause.value;
        let (before, after) = self.span_of_time(join, alias, clause)?;
        let at = flow.scope().bindings.len();
        let both = beside(&flow, &right, alias);
        let written = join.on.as_ref()?;
        let condition = self.checker.typer(&both.environment).truth(written, "the condition of `on`");
        if condition.ty == Type::Error {
            return None;
        }
        self.check_imports(&both, &condition);
        let controls = lineage(self.model, both.scope(), &condition).sources;
        let facts = facts_of(&condition, true);
        let parts = take_sides(condition, at);
        if parts.pairs.is_empty() {
            self.report(s0415_stream_join::nothing_equal(written.span, alias));
            return None;
        }
        for (value, _) in &parts.pairs {
            if !can_be_key(value.ty.required()) {
                let shown = self.model.show(&value.ty);
                self.report(s0413_key_type::cannot(value.span, "this", &shown));
                return None;
            }
        }
        let (left_on, right_on): (Vec<Expr>, Vec<Expr>) = parts.pairs.into_iter().unzip();
        let right_on = right_on.into_iter().map(|e| moved(e, at, -(at as isize))).collect();
        let outer = (join.kind != JoinKind::Inner, join.kind == JoinKind::Full);
        let sides = [Side { flow, on: left_on }, Side { flow: right, on: right_on }];
        let [left, right] = self.placed(node, sides, outer.0, clause);
        let width = left.flow.scope().bindings.len();
        let by = width as isize - at as isize;
        let rest = parts.rest.into_iter().map(|e| moved(e, at, by)).collect();

        let mut joined = beside(&left.flow, &right.flow, alias);
        let bindings = joined.environment.scope.bindings.iter_mut().enumerate();
        bindings.for_each(|(i, b)| b.optional |= if i < width { outer.1 } else { outer.0 });
        if outer.1 || outer.0 && left.on.iter().any(|value| value.ty.is_optional()) {
            // A row may have come out alone without what both are equal by.
            joined.key = Vec::new();
        }
        if outer.1 {
            // Where a row decides nothing by itself any more, nothing is known of it.
            joined.environment.facts = Facts::default();
            joined.partition = Vec::new();
            joined.placed = Placed::Apart;
        }
        if outer.0 {
            // Which row is met, and whether one is, depends on the columns of `on`.
            let sources: Vec<ColumnSource> =
                controls.into_iter().map(|s| ColumnSource { flow: Control, ..s }).collect();
            let optional = joined.environment.scope.bindings.iter_mut().filter(|b| b.optional);
            optional.flat_map(|b| &mut b.columns).for_each(|c| c.sources.extend(sources.iter().cloned()));
        } else {
            let place = |c: &ColumnRef| {
                let moved = if c.binding < at { Some(c.binding) } else { c.binding.checked_add_signed(by) };
                Some(ColumnRef { binding: moved?, ..c.clone() })
            };
            joined.environment.facts.extend(facts.mapped(place));
            joined.control(controls);
            joined.control(right.flow.controls.iter().cloned());
            learn(&mut joined, &left, &right, width);
        }
        let scope = joined.scope().clone();
        let kind = OperatorKind::StreamJoin(Box::new(StreamJoin {
            left_outer: outer.0,
            right_outer: outer.1,
            on: left.on.into_iter().zip(right.on).collect(),
            condition: all(rest),
            before,
            after,
            grace: join.grace.map_or(0, |g| g.micros),
        }));
        let inputs = vec![left.flow.operator, right.flow.operator];
        joined.operator = self.push(kind, inputs, scope, clause.span);
        Some(joined)
    }

    /// How much earlier and later the right row may be; without that, and with what only tables have, it is no join of
    /// streams.
    fn span_of_time(
        &mut self,
        join: &ast::Join,
        alias: &Name,
        clause: &At<'_, ast::Join>,
    ) -> Option<(i64, i64)> {
        if join.everywhere {
            self.report(s0415_stream_join::everywhere(clause.span, alias));
            return None;
        }
        if let Some(as_of) = &join.as_of {
            self.report(s0415_stream_join::as_of(as_of.span, alias));
            return None;
        }
        let Some(within) = &join.within else {
            self.report(s0416_unbounded_join::missing(clause.span, alias));
            return None;
        };
        if within.before.is_none() && within.after.is_none() {
            // What is broken in it has been said.
            return None;
        }
        let micros = |side: &Option<ast::DurationLiteral>| side.map_or(0, |d| d.micros);
        Some((micros(&within.before), micros(&within.after)))
    }

    /// Both sides with equal rows in one partition: a side that is not where the other is goes through an internal topic.
    fn placed(
        &mut self,
        node: &ast::Node,
        sides: [Side; 2],
        outer: bool,
        clause: &At<'a, ast::Join>,
    ) -> [Side; 2] {
        let keys = [names_of(&sides, 0), names_of(&sides, 1)];
        let [left, right] = &sides;
        if left.flow.alone && right.flow.alone {
            return sides;
        }
        let own = |flow: &Flow| match flow.placed {
            Placed::Wire(encoding) => Some(encoding),
            _ => None,
        };
        let mut encoding = None;
        for (side, key) in [left, right].into_iter().zip(&keys) {
            let wire =
                own(&side.flow).filter(|wire| encoding.is_none() && self.meets(&side.flow, key, *wire));
            encoding = encoding.or(wire);
        }
        let encoding = encoding.unwrap_or_else(|| default_encoding(&left.on));
        let mut moves = [left, right].map(|_| false);
        for (moves, (side, key)) in moves.iter_mut().zip([left, right].into_iter().zip(&keys)) {
            *moves = !self.meets(&side.flow, key, encoding);
        }
        if moves[0] != moves[1] && self.share_a_task(left.flow.operator, right.flow.operator) {
            // The one that stays would be in the task that sends the other: a task cannot wait for itself.
            moves = [true, true];
        }
        let ([left, right], [left_key, right_key]) = (sides, keys);
        [(left, left_key, moves[0]), (right, right_key, moves[1])].map(|(mut side, key, moves)| {
            if moves {
                if self.operator_is_own(&side.flow) {
                    side.flow.stream = node.name.name.clone();
                }
                let views = side.flow.environment.views.len();
                let place = Place { columns: (0..key.len()).collect(), encoding };
                let keeps_null = outer && key.iter().any(|k| k.value.ty.is_optional());
                side.flow = self.rekey_keeping(side.flow, key, Some(place), keeps_null, clause.span);
                // What both are equal by is not a name of this node.
                side.flow.environment.views.truncate(views);
            }
            side
        })
    }

    /// Whether two outputs are made in one task: something before both, after their sources, is the same.
    fn share_a_task(&self, a: OperatorId, b: OperatorId) -> bool {
        let made = |id: OperatorId| {
            let mut found: BTreeSet<OperatorId> = BTreeSet::new();
            let mut open = vec![id];
            while let Some(id) = open.pop() {
                let Some(operator) = self.operators.get(id.0 as usize) else { continue };
                let boundary = match &operator.kind {
                    OperatorKind::Source(_) => true,
                    OperatorKind::Rekey(rekey) => rekey.repartition,
                    _ => false,
                };
                if !boundary && found.insert(id) {
                    open.extend(&operator.inputs);
                }
            }
            found
        };
        !made(a).is_disjoint(&made(b))
    }
}

/// Both rows side by side; the right's alone under the alias.
fn beside(left: &Flow, right: &Flow, alias: &Name) -> Flow {
    let at = left.scope().bindings.len();
    let mut both = left.clone();
    both.alone &= right.alone;
    let row = right.environment.views.iter().find(|v| v.name == *alias);
    let bindings = row.map_or_else(Vec::new, |view| view.bindings.iter().map(|b| b + at).collect());
    both.environment.scope.bindings.extend(right.scope().bindings.iter().cloned());
    both.environment.views.push(View { name: alias.clone(), bindings });
    both.raw.extend(&right.raw);
    both
}

/// Names for what a side is equal by: those of its columns, else of the other's.
fn names_of(sides: &[Side; 2], side: usize) -> Vec<NamedExpr> {
    let name = |side: &Side, index: usize| -> Option<Name> {
        let column = plain_column(side.on.get(index)?)?;
        column_name(side.flow.scope(), column)
    };
    let mut key: Vec<NamedExpr> = Vec::new();
    for (index, value) in sides[side].on.iter().enumerate() {
        let wanted = name(&sides[side], index).or_else(|| name(&sides[1 - side], index));
        let wanted = wanted.filter(|w| key.iter().all(|k| k.name != *w));
        let name = wanted.unwrap_or_else(|| Name::from(format!("key{}", index + 1)));
        key.push(NamedExpr { name, value: value.clone() });
    }
    key
}

fn column_name(scope: &Scope, column: &ColumnRef) -> Option<Name> {
    let binding = scope.bindings.get(column.binding).filter(|_| column.path.is_empty())?;
    Some(binding.columns.get(column.column)?.name.clone())
}

/// How internal topics place a key that neither side has on the wire.
fn default_encoding(on: &[Expr]) -> KeyEncoding {
    match on {
        [only] if matches!(only.ty.required().underlying(), Type::Int) => KeyEncoding::Int64,
        [_] => KeyEncoding::Text,
        _ => KeyEncoding::Json,
    }
}

/// Columns that `on` makes equal: money in the one currency is money in the other, and the partition goes by both.
fn learn(joined: &mut Flow, left: &Side, right: &Side, width: usize) {
    for (a, b) in left.on.iter().zip(&right.on) {
        let b = moved(b.clone(), 0, width as isize);
        let path = |e| super::columns::path_of(joined.scope(), e);
        if let (Some(a), Some(b)) = (path(a), path(&b)) {
            joined.environment.equal.join(&a, &b);
        }
        if let (Some(a), Some(b)) = (plain_column(a), plain_column(&b)) {
            let copies = joined.partition.iter_mut().filter(|copies| copies.contains(a));
            copies.for_each(|copies| _ = copies.insert(b.clone()));
        }
    }
}
