//! Which labels a value carries, and by which way they came: inference over the plan, from a topic's fields on.
//!
//! What is followed are the labels as declared; what they imply is added only where they are compared. A declassifier
//! takes off every label that is, or implies, one of those that it removes.

use crate::base::{Name, Span};
use crate::model::{Model, TopicId, Type};
use crate::plan::{ColumnRef, Expr, ExprKind, Job, Operator, OperatorId, OperatorKind};
use riparian_functions::catalogue::LabelBehaviour;
use std::collections::{BTreeMap, BTreeSet};

/// A label and where it was picked up last.
pub(super) type Labels = BTreeMap<Name, Origin>;

#[derive(Clone, Debug)]
pub(super) enum Origin {
    /// A labelled field of a topic's record.
    Field { topic: TopicId, span: Span },
    /// Read here, from this column of an operator's output.
    Read { operator: OperatorId, binding: usize, column: usize, path: Vec<usize>, span: Span },
}

pub(super) struct Inference<'a> {
    pub model: &'a Model,
    pub job: &'a Job,
    known: BTreeMap<(OperatorId, usize, usize), Labels>,
}

impl<'a> Inference<'a> {
    pub fn new(model: &'a Model, job: &'a Job) -> Self {
        Inference { model, job, known: BTreeMap::new() }
    }

    /// The labels of an expression over an operator's output.
    pub fn of(&mut self, operator: OperatorId, expr: &Expr) -> Labels {
        match &expr.kind {
            ExprKind::Column(column) => self.read(operator, column, expr.span),
            ExprKind::Token { value, .. } => self.declassified("token", operator, &[value]),
            ExprKind::Call { function, arguments, .. } => match function.labels {
                LabelBehaviour::Union => self.union(operator, arguments),
                LabelBehaviour::Declassifies(name) => {
                    self.declassified(name, operator, &arguments.iter().collect::<Vec<_>>())
                }
            },
            _ => self.union(operator, expr.children()),
        }
    }

    fn union<'e>(&mut self, operator: OperatorId, exprs: impl IntoIterator<Item = &'e Expr>) -> Labels {
        let mut all = Labels::new();
        for expr in exprs {
            for (label, origin) in self.of(operator, expr) {
                all.entry(label).or_insert(origin);
            }
        }
        all
    }

    fn declassified(&mut self, name: &str, operator: OperatorId, arguments: &[&Expr]) -> Labels {
        let organisation = &self.model.organisation;
        let removed = organisation.declassifiers.get(name).cloned().unwrap_or_default();
        let mut labels = self.union(operator, arguments.iter().copied());
        labels.retain(|label, _| organisation.closure(label).is_disjoint(&removed));
        labels
    }

    fn read(&mut self, operator: OperatorId, column: &ColumnRef, span: Span) -> Labels {
        let ColumnRef { binding, column, path } = column;
        let (binding, column) = (*binding, *column);
        let mut labels = Labels::new();
        let origin = || Origin::Read { operator, binding, column, path: path.clone(), span };
        for label in self.column(operator, binding, column).into_keys() {
            labels.insert(label, origin());
        }
        // Fields within a record have labels of their own.
        let scope = &self.job.operator(operator).scope;
        let ty = scope.bindings.get(binding).and_then(|b| b.columns.get(column)).map(|c| &c.ty);
        if let Some(ty) = ty {
            for label in self.labels_within(ty, path) {
                labels.entry(label).or_insert_with(origin);
            }
        }
        labels
    }

    /// The labels of the fields on a path into a record, and of all that is below its end.
    fn labels_within(&self, ty: &Type, path: &[usize]) -> BTreeSet<Name> {
        let mut labels = BTreeSet::new();
        let mut ty = ty;
        for step in path {
            let Some(field) = self.model.record(ty).and_then(|record| record.fields.get(*step)) else {
                return labels;
            };
            labels.extend(field.labels.iter().cloned());
            ty = &field.ty;
        }
        below(self.model, ty, &mut labels);
        labels
    }

    /// The labels of a column of an operator's output, without those of fields within it.
    fn column(&mut self, operator: OperatorId, binding: usize, column: usize) -> Labels {
        let key = (operator, binding, column);
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let job = self.job;
        let labels = self.produced(job.operator(operator), binding, column);
        self.known.insert(key, labels.clone());
        labels
    }

    fn produced(&mut self, operator: &'a Operator, binding: usize, column: usize) -> Labels {
        let input = operator.inputs.first().copied();
        let before = input.map_or(0, |id| self.job.operator(id).scope.bindings.len());
        let through = |this: &mut Self, id: Option<OperatorId>, binding: usize| {
            id.map_or_else(Labels::new, |id| this.column(id, binding, column))
        };
        let computed = |this: &mut Self, expr: Option<&Expr>| match (input, expr) {
            (Some(input), Some(expr)) => this.of(input, expr),
            _ => Labels::new(),
        };
        match &operator.kind {
            OperatorKind::Source(source) => self.field(source.topic, column),
            OperatorKind::Filter { .. } | OperatorKind::Deduplicate(_) => through(self, input, binding),
            OperatorKind::Merge { branches } => {
                let mut all = Labels::new();
                for (branch, id) in branches.iter().zip(&operator.inputs) {
                    if let Some(expr) = branch.columns.get(column) {
                        for (label, origin) in self.of(*id, expr) {
                            all.entry(label).or_insert(origin);
                        }
                    }
                }
                all
            }
            OperatorKind::Join(_) | OperatorKind::StreamJoin(_) if binding < before => {
                through(self, input, binding)
            }
            OperatorKind::Join(_) | OperatorKind::StreamJoin(_) => {
                through(self, operator.inputs.get(1).copied(), binding - before)
            }
            OperatorKind::Flatten { .. } | OperatorKind::Rekey(_) if binding < before => {
                through(self, input, binding)
            }
            OperatorKind::Flatten { list } => computed(self, Some(list)),
            OperatorKind::Rekey(rekey) => computed(self, rekey.key.get(column).map(|k| &k.value)),
            OperatorKind::Project { columns } => computed(self, columns.get(column)),
            OperatorKind::Aggregate(aggregate) => match aggregate.key.get(column) {
                Some(key) => computed(self, Some(&key.value)),
                None if aggregate.top.is_some() => {
                    let kept = aggregate.top.iter().flat_map(|top| &top.columns);
                    computed(self, kept.map(|c| &c.value).nth(column - aggregate.key.len()))
                }
                None => {
                    let select = aggregate.select.get(column - aggregate.key.len()).map(|s| &s.value);
                    select.map_or_else(Labels::new, |select| self.group(operator, aggregate, select))
                }
            },
            OperatorKind::Sink(_) => Labels::new(),
        }
    }

    /// The labels of an expression over a group: those of the keys and of the aggregates' arguments that it reads.
    fn group(
        &mut self,
        operator: &'a Operator,
        aggregate: &'a crate::plan::Aggregate,
        select: &Expr,
    ) -> Labels {
        let Some(input) = operator.inputs.first().copied() else { return Labels::new() };
        let mut all = Labels::new();
        for read in select.columns() {
            let found = match read.binding {
                0 => aggregate.key.get(read.column).map(|key| self.of(input, &key.value)),
                1 => aggregate.calls.get(read.column).map(|call| self.union(input, &call.arguments)),
                _ => None,
            };
            for (label, origin) in found.into_iter().flatten() {
                all.entry(label).or_insert(origin);
            }
        }
        all
    }

    fn field(&self, topic: TopicId, index: usize) -> Labels {
        let schema = self.model.topic(topic).schema;
        let record = schema.and_then(|schema| self.model.record(&Type::Record(schema)));
        let Some(field) = record.and_then(|record| record.fields.get(index)) else { return Labels::new() };
        let origin = Origin::Field { topic, span: field.span };
        field.labels.iter().map(|label| (label.clone(), origin.clone())).collect()
    }

    /// The way of a label back to the field that declares it: the field first, then each place that read it.
    pub fn witness(&mut self, label: &Name, last: &Origin) -> Vec<(Span, String)> {
        let mut steps = Vec::new();
        let mut next = Some(last.clone());
        while let Some(origin) = next {
            next = match origin {
                Origin::Field { topic, span } => {
                    let name = &self.model.topic(topic).full_name;
                    steps.push((span, format!("`{label}` is declared here, in `{name}`")));
                    None
                }
                Origin::Read { operator, binding, column, path, span } => {
                    let inner = self.column(operator, binding, column).remove(label);
                    steps.push((span, "read here".to_owned()));
                    if inner.is_none() {
                        steps.extend(self.nested(operator, binding, column, &path, label));
                    }
                    inner
                }
            };
        }
        steps.reverse();
        steps
    }

    /// The field within a record that declares the label.
    fn nested(
        &self,
        operator: OperatorId,
        binding: usize,
        column: usize,
        path: &[usize],
        label: &Name,
    ) -> Option<(Span, String)> {
        let scope = &self.job.operator(operator).scope;
        let mut ty = &scope.bindings.get(binding)?.columns.get(column)?.ty;
        let said = |span| (span, format!("`{label}` is declared here"));
        for step in path {
            let field = self.model.record(ty)?.fields.get(*step)?;
            if field.labels.contains(label) {
                return Some(said(field.span));
            }
            ty = &field.ty;
        }
        declaration(self.model, ty, label).map(said)
    }
}

/// The labels of all fields of a record, at any depth.
pub(super) fn below(model: &Model, ty: &Type, labels: &mut BTreeSet<Name>) {
    match ty {
        Type::List(inner) | Type::Optional(inner) => below(model, inner, labels),
        _ => {
            for field in model.record(ty).into_iter().flat_map(|record| &record.fields) {
                labels.extend(field.labels.iter().cloned());
                below(model, &field.ty, labels);
            }
        }
    }
}

fn declaration(model: &Model, ty: &Type, label: &Name) -> Option<Span> {
    match ty {
        Type::List(inner) | Type::Optional(inner) => declaration(model, inner, label),
        _ => model.record(ty)?.fields.iter().find_map(|field| {
            if field.labels.contains(label) { Some(field.span) } else { declaration(model, &field.ty, label) }
        }),
    }
}
