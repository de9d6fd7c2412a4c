//! G302: a value reaches a topic only in a field that declares the labels which the value carries.

use super::labels::{Inference, Labels, below};
use super::{Check, Rule, Verdict};
use crate::base::Name;
use crate::codes::g302_labels as messages;
use crate::diag::Diagnostic;
use crate::model::{Field, Model, Type};
use crate::plan::{Expr, ExprKind, Job, OperatorId, OperatorKind};
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: messages::CODE,
    purpose: "labelled data reaches only fields that declare the label, unless a declassifier took it off",
    needs_organisation: false,
    shared: false,
    check: Check::Job(check),
};

fn check(model: &Model, job: &Job) -> Verdict {
    let mut found = Vec::new();
    let mut inference = Inference::new(model, job);
    for operator in &job.operators {
        let OperatorKind::Sink(sink) = &operator.kind else { continue };
        let Some(input) = operator.inputs.first().copied() else { continue };
        let topic = model.topic(sink.topic);
        let record = topic.schema.and_then(|schema| model.record(&Type::Record(schema)));
        let Some(record) = record else { continue };
        for (expr, field) in sink.columns.iter().zip(&record.fields) {
            let target = Target { topic: &topic.full_name, field, declared: BTreeSet::new() };
            compare(&mut inference, input, expr, target, &mut found);
        }
    }
    found.into()
}

struct Target<'a> {
    topic: &'a Name,
    field: &'a Field,
    /// The labels of the records around the field, with what they imply.
    declared: BTreeSet<Name>,
}

fn compare(
    inference: &mut Inference<'_>,
    input: OperatorId,
    expr: &Expr,
    target: Target<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let model = inference.model;
    let mut declared = target.declared;
    for label in &target.field.labels {
        declared.extend(model.organisation.closure(label));
    }
    // A record written field by field is compared field by field.
    if let (ExprKind::Record(values), Some(record)) = (&expr.kind, model.record(&target.field.ty)) {
        for (value, field) in values.iter().zip(&record.fields) {
            let inner = Target { topic: target.topic, field, declared: declared.clone() };
            compare(inference, input, value, inner, found);
        }
        return;
    }
    let mut within = BTreeSet::new();
    below(model, &target.field.ty, &mut within);
    for label in &within {
        declared.extend(model.organisation.closure(label));
    }
    let mut carried: Labels = inference.of(input, expr);
    carried.retain(|label, _| !declared.contains(label));
    // A label that another one implies is said by the other.
    let implied: BTreeSet<Name> = carried
        .keys()
        .flat_map(|label| model.organisation.closure(label).into_iter().filter(move |l| l != label))
        .collect();
    for (label, origin) in carried.iter().filter(|(label, _)| !implied.contains(*label)) {
        let mut steps = inference.witness(label, origin);
        // The place to change is the expression that reads the value last; the sink only names the topic.
        steps.retain(|(span, _)| *span != expr.span);
        let value = match steps.as_slice() {
            [_, .., (last, _)] => *last,
            _ => expr.span,
        };
        let tokenised = model
            .organisation
            .declassifiers
            .get("token")
            .is_some_and(|removes| !model.organisation.closure(label).is_disjoint(removes));
        let field = target.field;
        let written = messages::Written {
            topic: target.topic,
            field: &field.name,
            field_span: field.span,
            value,
            sink: expr.span,
        };
        found.push(messages::undeclared(label, &written, steps, tokenised));
    }
}
