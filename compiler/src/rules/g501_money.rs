//! G501: a job that writes money guarantees exactly once.

use super::{Facts, Rule, Verdict};
use crate::codes::g501_money as messages;
use crate::model::{Model, Type};
use crate::plan::{Guarantee, OperatorKind};

pub(super) const RULE: Rule = Rule {
    code: messages::CODE,
    purpose: "an amount is neither lost nor written twice, whatever crashes",
    needs_organisation: false,
    check,
};

fn check(facts: &Facts<'_>) -> Verdict {
    let mut found = Vec::new();
    for job in facts.plan.jobs.iter().filter(|job| job.guarantee != Guarantee::ExactlyOnce) {
        let first = job.operators.iter().find_map(|operator| {
            let OperatorKind::Sink(sink) = &operator.kind else { return None };
            let topic = facts.model.topic(sink.topic);
            let record = facts.model.record(&Type::Record(topic.schema?))?;
            let field = record.fields.iter().find(|field| holds_money(facts.model, &field.ty))?;
            Some((operator.span, topic, field))
        });
        if let Some((sink, topic, field)) = first {
            found.push(messages::repeated(job.span, &job.name, &topic.name, &field.name, sink, field.span));
        }
    }
    found.into()
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
