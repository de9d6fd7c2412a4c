//! `to velocity latest window`, `to drama when …`, `to others otherwise`: rows leave the job.

use super::clauses::{At, Clauses};
use super::flow::{Flow, with_paths};
use super::job::Builder;
use crate::base::{Name, Span, nearest};
use crate::codes::{s0605_sink_column, s0606_sink_target};
use crate::model::{RecordDefinition, TopicId, TopicKind, Type, TypeKind, Value};
use crate::plan::{Expr, ExprKind, Operation, OperatorKind, Sink};
use crate::syntax::ast;

impl<'a> Builder<'_, 'a> {
    pub fn sinks(&mut self, node: &'a ast::Node, flow: &Flow, clauses: &Clauses<'a>) {
        let conditions: Vec<Option<Expr>> = clauses.to.iter().map(|to| self.when(flow, to)).collect();
        let mut written: Vec<TopicId> = Vec::new();
        for (index, to) in clauses.to.iter().enumerate() {
            let when = match to.value.otherwise {
                true => otherwise(&conditions, to.span),
                false => conditions.get(index).cloned().flatten(),
            };
            if when.as_ref().is_some_and(|w| w.ty == Type::Error) {
                continue;
            }
            if let Some(topic) = self.sink(node, flow, to, when) {
                written.push(topic);
            }
        }
        if written.len() == clauses.to.len() && !written.is_empty() {
            self.unused_columns(node, flow, &written, clauses);
        }
    }

    fn when(&mut self, flow: &Flow, to: &At<'a, ast::To>) -> Option<Expr> {
        let condition = to.value.when.as_ref()?;
        let typed = self.checker.typer(&flow.environment).truth(condition, "the condition of `when`");
        self.check_imports(flow, &typed);
        Some(typed)
    }

    fn sink(
        &mut self,
        node: &ast::Node,
        flow: &Flow,
        to: &At<'a, ast::To>,
        when: Option<Expr>,
    ) -> Option<TopicId> {
        let path = to.value.topic.as_ref()?;
        let topic = self.sink_topic(path)?;
        let definition = self.model.topic(topic);
        if !self.may_write(node, flow, to, topic, path.span) {
            return Some(topic);
        }
        let record = match &self.model.ty(definition.schema?).kind {
            TypeKind::Record(record) => record,
            _ => return Some(topic),
        };
        let columns = self.sink_columns(node, flow, record, &definition.name, path.span)?;
        let windowed = definition.key_window && flow.window.is_some();
        let key = self.sink_key(flow, topic, record, &columns);
        let kind = OperatorKind::Sink(Sink {
            topic,
            columns,
            key,
            windowed,
            latest_window: to.value.latest_window,
            when,
            table: flow.table && definition.kind == TopicKind::Table,
        });
        self.push(kind, vec![flow.operator], flow.scope().clone(), to.span);
        Some(topic)
    }

    /// The package's topic that a `to` names.
    fn sink_topic(&mut self, path: &ast::Path) -> Option<TopicId> {
        let name = path.text();
        if let Some(topic) = self.own_topic(&name) {
            return Some(topic);
        }
        let model = self.model;
        let package = model.package(self.package);
        if package.imports.iter().any(|i| *i.name == *name) {
            self.report(s0606_sink_target::imported(path.span, &name));
            return None;
        }
        let own = model.topics_of(self.package).filter(|(_, t)| t.kind != TopicKind::DeadLetter);
        let near = nearest(&name, own.map(|(_, t)| t.name.as_str()));
        self.report(s0606_sink_target::unknown(path.span, &name, near));
        None
    }

    /// One expression per field of the schema, as the field's type. `None`: a field has no column; reported.
    fn sink_columns(
        &mut self,
        node: &ast::Node,
        flow: &Flow,
        record: &RecordDefinition,
        topic: &str,
        to: Span,
    ) -> Option<Vec<Expr>> {
        let found: Vec<Option<Expr>> = record
            .fields
            .iter()
            .map(|f| self.checker.typer(&flow.environment).row_column(&f.name, to))
            .collect();
        let missing: Vec<&str> = record
            .fields
            .iter()
            .zip(&found)
            .filter(|(field, expr)| expr.is_none() && !field.ty.is_optional())
            .map(|(field, _)| field.name.as_str())
            .collect();
        if flow.is_broken() && !missing.is_empty() {
            // A column whose expression is broken may be the one that is missing, under a slip of its name.
            return None;
        }
        if let Some(first) = missing.first() {
            let names: Vec<Name> =
                flow.environment.views.iter().flat_map(|v| flow.environment.names_of(v)).collect();
            let near = nearest(first, names.iter().map(Name::as_str));
            let selects = node.clauses.iter().find_map(|c| match c.kind {
                ast::NodeClauseKind::Select(_) => Some(c.keyword),
                _ => None,
            });
            self.report(s0605_sink_column::missing(to, topic, &node.name.name, &missing, near, selects));
            return None;
        }
        let units: Vec<Option<String>> =
            found.iter().map(|e| e.as_ref().and_then(|e| super::columns::path_of(flow.scope(), e))).collect();
        let mut columns = Vec::new();
        for (field, expr) in record.fields.iter().zip(found) {
            // The currency of a field is what the node puts into its currency field.
            let wanted = with_paths(&field.ty, &|sibling| {
                let path = record.index(sibling).and_then(|i| units.get(i)?.clone());
                Name::from(path.unwrap_or_else(|| format!("{topic}.{sibling}")))
            });
            let Some(expr) = expr else {
                columns.push(Expr { kind: ExprKind::Literal(Value::None), ty: wanted, span: to });
                continue;
            };
            self.check_imports_at(flow, &expr, to);
            let span = self.place_of(flow, &expr).unwrap_or(to);
            let place = format!("field `{}` of topic `{topic}`", field.name);
            let converted =
                self.checker.typer(&flow.environment).coerce(Expr { span, ..expr }, &wanted, &place);
            columns.push(Expr { span: to, ..converted });
        }
        Some(columns)
    }

    /// Where a column of the node is written, so that a report stands there; nothing for one that a topic declares.
    fn place_of(&self, flow: &Flow, expr: &Expr) -> Option<Span> {
        let columns = expr.columns();
        let column = columns.first()?;
        let raw = flow.raw.get(column.binding).copied().unwrap_or(true);
        let definition = flow.scope().bindings.get(column.binding)?.columns.get(column.column)?;
        (!raw).then_some(definition.span)
    }

    /// Selected columns that reach no topic and no other node: likely a slip.
    fn unused_columns(&mut self, node: &ast::Node, flow: &Flow, topics: &[TopicId], clauses: &Clauses<'a>) {
        let model = self.model;
        let read_by_others = self.job.nodes.iter().filter(|n| n.name.name != node.name.name).any(|n| {
            super::job::inputs_of(n).any(|p| p.segments.last().is_some_and(|s| s.name == node.name.name))
        });
        if read_by_others {
            return;
        }
        for field in clauses.select.map_or(&[][..], |s| s.value) {
            let ast::FieldValueKind::Named { name, .. } = &field.value.kind else { continue };
            let fields = |t: &TopicId| match model.topic(*t).schema.map(|s| &model.ty(s).kind) {
                Some(TypeKind::Record(record)) => record.index(&name.name).is_some(),
                _ => true,
            };
            let conditions = clauses.having.into_iter().map(|h| h.value);
            let conditions = conditions.chain(clauses.to.iter().filter_map(|t| t.value.when.as_ref()));
            let used = conditions.into_iter().any(|c| mentions(c, &name.name));
            if !used && !topics.iter().any(fields) && !flow.key.contains(&name.name) {
                let names: Vec<&str> = topics.iter().map(|t| model.topic(*t).name.as_str()).collect();
                self.report(s0605_sink_column::unused(name.span, &name.name, &names));
            }
        }
    }
}

/// The rows that no condition takes.
fn otherwise(conditions: &[Option<Expr>], span: Span) -> Option<Expr> {
    let any = conditions.iter().flatten().cloned().reduce(|left, right| {
        let ty = if right.ty == Type::Error { Type::Error } else { left.ty.clone() };
        let kind = ExprKind::Binary { operator: Operation::Or, left: Box::new(left), right: Box::new(right) };
        Expr { kind, ty, span }
    })?;
    let ty = any.ty.clone();
    Some(Expr { kind: ExprKind::Not(Box::new(any)), ty, span })
}

/// Whether an expression names this column.
fn mentions(expr: &ast::Expr, column: &str) -> bool {
    use ast::ExprKind as A;
    match &expr.kind {
        A::Name(name) => name.name == *column,
        A::Member { base, name } => name.name == *column || mentions(base, column),
        A::Call { arguments, .. } => arguments.iter().any(|a| mentions(&a.value, column)),
        A::Method { receiver, arguments, .. } => {
            mentions(receiver, column) || arguments.iter().any(|a| mentions(&a.value, column))
        }
        A::Index { base, index } => mentions(base, column) || mentions(index, column),
        A::Unary { operand, .. } | A::Is { operand, .. } | A::Parenthesised(operand) => {
            mentions(operand, column)
        }
        A::Binary { left, right, .. } => mentions(left, column) || mentions(right, column),
        A::If { condition, then, otherwise } => {
            [condition, then, otherwise].into_iter().any(|e| mentions(e, column))
        }
        A::Match { subject, arms } => {
            mentions(subject, column) || arms.iter().any(|a| mentions(&a.value, column))
        }
        A::List(items) => items.iter().any(|e| mentions(e, column)),
        _ => false,
    }
}
