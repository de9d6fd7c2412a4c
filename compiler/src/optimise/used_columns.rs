//! Which columns of each operator's output anything reads: decoders skip the others, internal topics do not carry them.
//!
//! A column counts as used where an expression reads it, also if that expression's result is used nowhere: reading
//! checks the value, and a record with a bad one must stay bad (spec: errors.value).

use super::Note;
use crate::plan::{Expr, Job, JoinSide, NamedExpr, Operator, OperatorId, OperatorKind, Plan};
use std::collections::BTreeSet;

/// Per job of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UsedColumns {
    pub jobs: Vec<JobColumns>,
}

/// Per operator, per binding of its scope: the columns that its consumers read, by index.
///
/// What the source itself needs (the topic's time and key) is not in it unless an expression reads it too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JobColumns {
    pub operators: Vec<Vec<BTreeSet<usize>>>,
}

impl JobColumns {
    /// Of one job.
    pub fn of_job(job: &Job) -> Self {
        job_columns(job)
    }

    /// The columns of a binding that are read of an operator's output.
    pub fn of(&self, operator: OperatorId, binding: usize) -> Option<&BTreeSet<usize>> {
        self.operators.get(operator.0 as usize)?.get(binding)
    }

    fn add(&mut self, operator: OperatorId, binding: usize, column: usize) {
        let row = self.operators.get_mut(operator.0 as usize).and_then(|o| o.get_mut(binding));
        if let Some(columns) = row {
            columns.insert(column);
        }
    }
}

impl UsedColumns {
    pub fn of(plan: &Plan) -> Self {
        UsedColumns { jobs: plan.jobs.iter().map(|job| job_columns(job)).collect() }
    }

    /// What is not read, per source and internal topic.
    pub(super) fn notes(&self, plan: &Plan) -> Vec<Note> {
        let mut notes = Vec::new();
        for (job, used) in plan.jobs.iter().zip(&self.jobs) {
            for operator in &job.operators {
                let (verb, name) = match &operator.kind {
                    OperatorKind::Source(_) => {
                        ("decodes", operator.scope.bindings.first().map_or("", |b| b.name.as_str()))
                    }
                    OperatorKind::Rekey(rekey) if rekey.repartition => ("carries", rekey.name.as_str()),
                    _ => continue,
                };
                let all: usize = operator.scope.bindings.iter().map(|b| b.columns.len()).sum();
                let read: usize = used
                    .operators
                    .get(operator.id.0 as usize)
                    .map_or(0, |b| b.iter().map(BTreeSet::len).sum());
                if read < all
                    && let Some(node) = job.nodes.get(operator.node.0 as usize)
                {
                    notes.push(Note {
                        job: format!("{}.{}", job.package_path, job.name),
                        node: node.name.clone(),
                        text: format!("{name} {verb} {read} of {all} columns"),
                    });
                }
            }
        }
        notes
    }
}

fn job_columns(job: &Job) -> JobColumns {
    let operators = job.operators.iter().map(|o| vec![BTreeSet::new(); o.scope.bindings.len()]).collect();
    let mut used = JobColumns { operators };
    // Inputs come before what reads them, so going back every output is complete before its inputs are looked at.
    for operator in job.operators.iter().rev() {
        reads(job, operator, &mut used);
    }
    used
}

/// Adds what this operator reads of its inputs, given what is read of its own output.
fn reads(job: &Job, operator: &Operator, used: &mut JobColumns) {
    let Some(&input) = operator.inputs.first() else { return };
    let width = job.operators.get(input.0 as usize).map_or(0, |o| o.scope.bindings.len());
    match &operator.kind {
        OperatorKind::Source(_) => {}
        OperatorKind::Filter { condition } => {
            pass(operator, input, width, used);
            read(input, [condition], used);
        }
        OperatorKind::Merge { branches } => {
            for (branch, input) in branches.iter().zip(&operator.inputs) {
                for column in used.of(operator.id, 0).cloned().unwrap_or_default() {
                    read(*input, branch.columns.get(column), used);
                }
            }
        }
        OperatorKind::Join(join) => {
            pass(operator, input, width, used);
            read(input, join.on.iter().map(|(value, _)| value).chain(&join.as_of), used);
            let Some(&table) = operator.inputs.get(1) else { return };
            for column in used.of(operator.id, width).cloned().unwrap_or_default() {
                used.add(table, 0, column);
            }
            for (_, column) in &join.on {
                used.add(table, 0, *column);
            }
            for column in join.condition.iter().flat_map(|c| c.columns()) {
                let (of, binding) = if column.binding < width { (input, column.binding) } else { (table, 0) };
                used.add(of, binding, column.column);
            }
        }
        OperatorKind::StreamJoin(join) => {
            let Some(&right) = operator.inputs.get(1) else { return };
            pass(operator, input, width, used);
            let bindings = operator.scope.bindings.len();
            for binding in width..bindings {
                for column in used.of(operator.id, binding).cloned().unwrap_or_default() {
                    used.add(right, binding - width, column);
                }
            }
            read(input, join.keys(JoinSide::Left), used);
            read(right, join.keys(JoinSide::Right), used);
            for column in join.condition.iter().flat_map(|c| c.columns()) {
                match column.binding.checked_sub(width) {
                    None => used.add(input, column.binding, column.column),
                    Some(binding) => used.add(right, binding, column.column),
                }
            }
        }
        OperatorKind::Flatten { list } => {
            pass(operator, input, width, used);
            read(input, [list], used);
        }
        OperatorKind::Project { columns } => read(input, columns, used),
        OperatorKind::Rekey(rekey) => {
            pass(operator, input, width, used);
            read(input, values(&rekey.key), used);
        }
        OperatorKind::Aggregate(aggregate) => {
            read(input, values(&aggregate.key), used);
            read(input, aggregate.reads(), used);
        }
        OperatorKind::Deduplicate(keep) => {
            pass(operator, input, width, used);
            read(input, values(&keep.key), used);
        }
        OperatorKind::Sink(sink) => {
            read(input, sink.columns.iter().chain(&sink.key).chain(&sink.when), used);
        }
    }
}

fn values(columns: &[NamedExpr]) -> impl Iterator<Item = &Expr> {
    columns.iter().map(|c| &c.value)
}

/// What is read of the output's first bindings is read of the input's: they are the same.
fn pass(operator: &Operator, input: OperatorId, width: usize, used: &mut JobColumns) {
    for binding in 0..width {
        for column in used.of(operator.id, binding).cloned().unwrap_or_default() {
            used.add(input, binding, column);
        }
    }
}

fn read<'e>(input: OperatorId, expressions: impl IntoIterator<Item = &'e Expr>, used: &mut JobColumns) {
    for column in expressions.into_iter().flat_map(Expr::columns) {
        used.add(input, column.binding, column.column);
    }
}
