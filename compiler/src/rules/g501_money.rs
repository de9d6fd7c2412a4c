//! G501: a job that writes money guarantees exactly once.

use super::{Check, Rule, Verdict};
use crate::codes::g501_money as messages;
use crate::model::{Model, Type};
use crate::plan::{Guarantee, Job, OperatorKind};

pub(super) const RULE: Rule = Rule {
    code: messages::CODE,
    purpose: "an amount is neither lost nor written twice, whatever crashes",
    needs_organisation: false,
    shared: false,
    check: Check::Job(check),
};

fn check(model: &Model, job: &Job) -> Verdict {
    if job.guarantee == Guarantee::ExactlyOnce {
        return Verdict::Proved;
    }
    let first = job.operators.iter().find_map(|operator| {
        let OperatorKind::Sink(sink) = &operator.kind else { return None };
        let topic = model.topic(sink.topic);
        let record = model.record(&Type::Record(topic.schema?))?;
        let field = record.fields.iter().find(|field| holds_money(model, &field.ty))?;
        Some((operator.span, topic, field))
    });
    let found = first.map(|(sink, topic, field)| {
        messages::repeated(job.span, &job.name, &topic.name, &field.name, sink, field.span)
    });
    found.into_iter().collect::<Vec<_>>().into()
}

fn holds_money(model: &Model, ty: &Type) -> bool {
    match ty {
        Type::Money(_) | Type::BigMoney(_) => true,
        Type::Optional(inner) | Type::List(inner) => holds_money(model, inner),
        Type::Record(_) => model
            .record(ty)
            .is_some_and(|record| record.fields.iter().any(|field| holds_money(model, &field.ty))),
        _ => false,
    }
}
