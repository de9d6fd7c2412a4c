//! `join`: a stream meets a table by the table's key (spec: join.plain); what meets a stream is [`Builder::stream_join`]'s.

use super::clauses::At;
use super::flow::Flow;
use super::from::{Input, alias_of};
use super::job::Builder;
use super::join_key::{all, shift, take_apart};
use super::lineage::lineage;
use crate::base::Name;
use crate::codes::{
    s0307_type_mismatch, s0406_join_key, s0407_as_of_history, s0415_stream_join, s0608_duplicate_name,
    s0691_not_supported,
};
use crate::model::{TopicId, TopicKind, Type};
use crate::plan::Flow::Control;
use crate::plan::{ColumnSource, Expr, Join, NamedExpr, OperatorKind, Place};
use crate::syntax::ast;
use crate::types::check::{View, facts_of};

impl<'a> Builder<'_, 'a> {
    pub fn join(&mut self, node: &'a ast::Node, flow: Flow, clause: &At<'a, ast::Join>) -> Option<Flow> {
        let join = clause.value;
        let path = join.source.as_ref()?;
        let alias = alias_of(join.alias.as_ref(), path);
        if flow.environment.view(&alias).is_some() {
            let span = join.alias.as_ref().map_or(path.span, |a| a.span);
            self.report(s0608_duplicate_name::alias(span, &alias));
            return None;
        }
        let topic = match self.input(path)? {
            Input::Node(name) => {
                let right = self.stream_node(path, &name)?.named(&alias);
                return self.stream_join(node, flow, right, &alias, clause);
            }
            Input::Topic(topic) if self.model.topic(topic).kind == TopicKind::Stream => {
                let right = self.source(topic, false, false, &alias, clause.span)?;
                return self.stream_join(node, flow, right, &alias, clause);
            }
            Input::Topic(topic) => self.table_to_join(topic, join, path, clause)?,
        };
        let table = self.source(topic, true, join.everywhere, &alias, clause.span)?;
        let definition = self.model.topic(topic);
        let history = definition.history;
        let row = table.scope().bindings.first()?.clone();
        let keys: Vec<usize> = definition.key.iter().filter_map(|k| row.index(&k.field)).collect();
        let names: Vec<&str> = definition.key.iter().map(|k| k.field.as_str()).collect();

        // Both sides, for the expressions of `on`.
        let at = flow.scope().bindings.len();
        let mut both = flow.clone();
        both.environment.scope.bindings.push(row);
        both.environment.views.push(View { name: alias.clone(), bindings: vec![at] });
        both.raw.push(true);
        let condition =
            self.checker.typer(&both.environment).truth(join.on.as_ref()?, "the condition of `on`");
        let as_of = self.as_of(&flow, join, topic, history);
        if condition.ty == Type::Error {
            return None;
        }
        self.check_imports(&both, &condition);
        let controls = lineage(self.model, both.scope(), &condition).sources;
        let facts = facts_of(&condition, true);
        let parts = take_apart(condition, at, &keys);
        let mut on = Vec::new();
        for (key, name) in keys.iter().zip(&names) {
            let Some((column, value)) = parts.pairs.iter().find(|(c, _)| c == key) else {
                let span = join.on.as_ref().map_or(clause.span, |e| e.span);
                self.report(s0406_join_key::not_by_key(span, &alias, &names, name, definition.span));
                return None;
            };
            let wanted = both.scope().bindings.get(at)?.columns.get(*column)?.ty.clone();
            if *value.ty.required() != wanted {
                let (expected, found) = (self.model.show(&wanted), self.model.show(&value.ty));
                let place = format!("the key `{name}` of `{alias}`");
                self.report(s0307_type_mismatch::mismatch(value.span, &place, &expected, &found, None));
                return None;
            }
            on.push((value.clone(), *column));
        }

        let mut stream = flow;
        let mut rest = parts.rest;
        let key: Vec<NamedExpr> = on
            .iter()
            .zip(&names)
            .map(|((value, _), name)| NamedExpr { name: Name::from(*name), value: value.clone() })
            .collect();
        if !join.everywhere
            && let Some(encoding) = self.wire_key(topic)
            && !(stream.alone && table.alone)
            && !self.meets(&stream, &key, encoding)
        {
            if self.operator_is_own(&stream) {
                stream.stream = node.name.name.clone();
            }
            let views = stream.environment.views.len();
            let place = Place { columns: (0..key.len()).collect(), encoding };
            stream = self.rekey(stream, key, Some(place), clause.span);
            // The key of the table is not a name of this node.
            stream.environment.views.truncate(views);
            rest.iter_mut().for_each(|e| shift(e, at));
        }
        let table_at = stream.scope().bindings.len();
        let mut joined = stream.clone();
        let left_outer = join.kind == ast::JoinKind::Left;
        let mut row = both.scope().bindings.get(at)?.clone();
        row.optional = left_outer;
        joined.environment.scope.bindings.push(row);
        joined.environment.views.push(View { name: alias.clone(), bindings: vec![table_at] });
        joined.raw.push(true);
        self.learn(&mut joined, &on, table_at, left_outer, &alias);
        if left_outer {
            // Which row is found, and whether one is, depends on the columns of `on`.
            let sources = controls.iter().cloned().map(|s| ColumnSource { flow: Control, ..s });
            let sources: Vec<ColumnSource> = sources.collect();
            let row = joined.environment.scope.bindings.get_mut(table_at);
            for column in row.into_iter().flat_map(|b| &mut b.columns) {
                column.sources.extend(sources.iter().cloned());
            }
        } else {
            let moved = |c: &crate::plan::ColumnRef| {
                let binding = if c.binding == at { table_at } else { c.binding };
                Some(crate::plan::ColumnRef { binding, ..c.clone() })
            };
            joined.environment.facts.extend(facts.mapped(moved));
            joined.control(controls);
        }
        let scope = joined.scope().clone();
        let kind = OperatorKind::Join(Join {
            left_outer,
            everywhere: join.everywhere,
            on,
            condition: all(rest),
            as_of,
            history: history.filter(|_| join.as_of.is_some()),
        });
        joined.operator = self.push(kind, vec![stream.operator, table.operator], scope, clause.span);
        Some(joined)
    }

    /// Columns that `on` makes equal: money in the one currency is money in the other.
    fn learn(
        &mut self,
        joined: &mut Flow,
        on: &[(Expr, usize)],
        table: usize,
        left_outer: bool,
        alias: &Name,
    ) {
        if left_outer {
            return;
        }
        let paths: Vec<(String, String)> = on
            .iter()
            .filter_map(|(value, column)| {
                let stream = super::columns::path_of(joined.scope(), value)?;
                let column = joined.scope().bindings.get(table)?.columns.get(*column)?;
                Some((stream, format!("{alias}.{}", column.name)))
            })
            .collect();
        for (stream, table) in paths {
            joined.environment.equal.join(&stream, &table);
        }
    }

    pub(super) fn operator_is_own(&self, flow: &Flow) -> bool {
        let operator = self.operators.get(flow.operator.0 as usize);
        operator.is_some_and(|o| o.node == self.node && !matches!(o.kind, OperatorKind::Source(_)))
    }

    /// The stream of this job on the right side.
    fn stream_node(&mut self, path: &ast::Path, name: &Name) -> Option<Flow> {
        let flow = self.built.get(name)?.clone();
        if flow.table {
            self.report(s0691_not_supported::joining_node(path.span, name));
            return None;
        }
        Some(flow)
    }

    /// The table topic on the right side.
    fn table_to_join(
        &mut self,
        topic: TopicId,
        join: &ast::Join,
        path: &ast::Path,
        clause: &At<'_, ast::Join>,
    ) -> Option<TopicId> {
        if join.kind == ast::JoinKind::Full {
            self.report(s0691_not_supported::construct(clause.keyword, "`full join` with a table"));
            return None;
        }
        let definition = self.model.topic(topic);
        if definition.kind != TopicKind::Table {
            self.report(s0691_not_supported::construct(path.span, "joining a dead-letter topic"));
            return None;
        }
        let within = join.within.as_ref().map(|w| w.span).or(join.grace.map(|g| g.span));
        if let Some(span) = within {
            self.report(s0415_stream_join::table(span, &definition.name, definition.span));
            return None;
        }
        if definition.key_window {
            self.report(s0691_not_supported::construct(
                path.span,
                "joining a table whose key has the window",
            ));
            return None;
        }
        let apart = definition.is_partitioned_apart();
        if !join.everywhere && (apart || definition.key.iter().any(|key| key.token.is_some())) {
            self.report(s0691_not_supported::joining_apart(path.span, &definition.name, definition.span));
            return None;
        }
        Some(topic)
    }

    /// The time of the look-up; only a versioned table answers it.
    fn as_of(&mut self, flow: &Flow, join: &ast::Join, topic: TopicId, history: Option<i64>) -> Option<Expr> {
        let written = join.as_of.as_ref()?;
        let definition = self.model.topic(topic);
        let time =
            self.checker.typer(&flow.environment).check(written, &Type::Timestamp, "the time after `as of`");
        self.check_imports(flow, &time);
        if history.is_none() || definition.time.is_none() {
            let report = s0407_as_of_history::plain(
                written.span,
                &definition.name,
                history.is_none(),
                definition.span,
            );
            self.report(report);
            return None;
        }
        (time.ty != Type::Error).then_some(time)
    }
}
