//! Where a column comes from and what it carries: topic columns with their flow, and labels.

use crate::base::Name;
use crate::model::{Model, RecordDefinition, Type};
use crate::plan::{ColumnRef, ColumnSource, Expr, ExprKind, Flow, Scope};
use riparian_functions::catalogue::LabelBehaviour;
use std::collections::BTreeSet;

/// The sources and labels of an expression over a scope.
#[derive(Clone, Debug, Default)]
pub struct Lineage {
    pub sources: BTreeSet<ColumnSource>,
    pub labels: BTreeSet<Name>,
}

pub fn lineage(model: &Model, scope: &Scope, expr: &Expr) -> Lineage {
    let mut found = Lineage::default();
    collect(model, scope, expr, Flow::Direct, &mut found);
    found
}

/// `flow`: how what is read here reaches the result.
fn collect(model: &Model, scope: &Scope, expr: &Expr, flow: Flow, found: &mut Lineage) {
    match &expr.kind {
        ExprKind::Column(column) => read(model, scope, column, flow, found),
        ExprKind::Convert(inner) | ExprKind::Present(inner) => collect(model, scope, inner, flow, found),
        ExprKind::If { condition, then, otherwise } => {
            collect(model, scope, condition, Flow::Control, found);
            collect(model, scope, then, flow, found);
            collect(model, scope, otherwise, flow, found);
        }
        ExprKind::Match { subject, arms, otherwise } => {
            collect(model, scope, subject, Flow::Control, found);
            for value in arms.iter().map(|(_, v)| v).chain(otherwise.as_deref()) {
                collect(model, scope, value, flow, found);
            }
        }
        ExprKind::Token { value, .. } => declassified(model, scope, &[value], "token", flow, found),
        ExprKind::Call { function, arguments, .. } => match function.labels {
            LabelBehaviour::Union => each(model, scope, &expr.children(), flow, found),
            LabelBehaviour::Declassifies(by) => {
                declassified(model, scope, &arguments.iter().collect::<Vec<_>>(), by, flow, found);
            }
        },
        _ => each(model, scope, &expr.children(), flow, found),
    }
}

fn each(model: &Model, scope: &Scope, children: &[&Expr], flow: Flow, found: &mut Lineage) {
    for child in children {
        collect(model, scope, child, computed(flow), found);
    }
}

/// What is computed from a column is no copy of it.
fn computed(flow: Flow) -> Flow {
    if flow == Flow::Direct { Flow::Derived } else { flow }
}

fn declassified(model: &Model, scope: &Scope, values: &[&Expr], by: &str, flow: Flow, found: &mut Lineage) {
    let mut inner = Lineage::default();
    each(model, scope, values, flow, &mut inner);
    let removed = model.organisation.declassifiers.get(by);
    let stays =
        |label: &Name| removed.is_none_or(|removed| model.organisation.closure(label).is_disjoint(removed));
    found.labels.extend(inner.labels.into_iter().filter(stays));
    found.sources.extend(inner.sources);
}

fn read(model: &Model, scope: &Scope, at: &ColumnRef, flow: Flow, found: &mut Lineage) {
    let Some(column) = scope.bindings.get(at.binding).and_then(|b| b.columns.get(at.column)) else { return };
    found.sources.extend(column.sources.iter().map(|s| ColumnSource { flow: s.flow.max(flow), ..s.clone() }));
    // What decides by a column learns of it, but does not carry its content (spec: governance.keys).
    if flow == Flow::Control {
        return;
    }
    let mut labels = column.labels.clone();
    if let Some(record) = model.record(&column.ty).filter(|_| !at.path.is_empty()) {
        // Of a record's column, only what this field carries and what was said of the column itself.
        let inside = labels_of(model, record);
        labels.retain(|l| !inside.contains(l));
        labels.extend(labels_on_path(model, record, &at.path));
    }
    found.labels.extend(labels);
}

/// Every label in a record, with what it implies.
pub(super) fn labels_of(model: &Model, record: &RecordDefinition) -> BTreeSet<Name> {
    record.fields.iter().flat_map(|f| labels_of_field(model, &f.labels, &f.ty)).collect()
}

pub(super) fn labels_of_field(model: &Model, own: &BTreeSet<Name>, ty: &Type) -> BTreeSet<Name> {
    let mut labels: BTreeSet<Name> = own.iter().flat_map(|l| model.organisation.closure(l)).collect();
    let inner = match ty.required() {
        Type::List(element) => element.required(),
        other => other,
    };
    if let Some(record) = model.record(inner) {
        labels.extend(labels_of(model, record));
    }
    labels
}

fn labels_on_path(model: &Model, record: &RecordDefinition, path: &[usize]) -> BTreeSet<Name> {
    let Some(field) = path.first().and_then(|i| record.fields.get(*i)) else { return BTreeSet::new() };
    match (path.len(), model.record(&field.ty)) {
        (2.., Some(inner)) => {
            let mut labels: BTreeSet<Name> =
                field.labels.iter().flat_map(|l| model.organisation.closure(l)).collect();
            labels.extend(labels_on_path(model, inner, &path[1..]));
            labels
        }
        _ => labels_of_field(model, &field.labels, &field.ty),
    }
}
