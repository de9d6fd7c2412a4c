//! G601: whatever a job keeps has a bound.

use super::{Check, Rule, Verdict};
use crate::codes::g601_bounds as messages;
use crate::model::{Model, Retention, TopicBound};
use crate::plan::{Job, OperatorKind, StateBound};

pub(super) const RULE: Rule = Rule {
    code: messages::CODE,
    purpose: "every window, table and deduplication keeps a bounded number of rows",
    needs_organisation: false,
    shared: true,
    check: Check::Job(check),
};

fn check(model: &Model, job: &Job) -> Verdict {
    let mut found = Vec::new();
    for operator in &job.operators {
        let node = job.node(operator.node);
        match &operator.kind {
            OperatorKind::Aggregate(aggregate) if aggregate.bound == StateBound::Missing => {
                found.push(messages::table(node.span, &node.name));
            }
            OperatorKind::Deduplicate(keep) if keep.within.is_none() => {
                found.push(messages::deduplication(operator.span, &node.name));
            }
            // A table read by many jobs is one finding, at its declaration.
            OperatorKind::Source(source) if source.table => {
                let topic = model.topic(source.topic);
                // A job that joins a table forgets a row when the row is deleted, never for its age.
                let aged = matches!(topic.bounded, Some(TopicBound::Ttl(_)))
                    || matches!(topic.retain, Some(Retention::For(_)));
                if topic.bounded != Some(TopicBound::FiniteKeys) {
                    found.push(messages::topic(topic.span, &topic.name, operator.span, aged));
                }
            }
            _ => {}
        }
    }
    found.into()
}
