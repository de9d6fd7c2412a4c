//! G601: whatever a job keeps has a bound.

use super::{Facts, Rule, Verdict};
use crate::codes::g601_bounds as messages;
use crate::model::{Retention, TopicBound, TopicId};
use crate::plan::{OperatorKind, StateBound};
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: messages::CODE,
    purpose: "every window, table and deduplication keeps a bounded number of rows",
    needs_organisation: false,
    check,
};

fn check(facts: &Facts<'_>) -> Verdict {
    let mut found = Vec::new();
    // A table read by many jobs is one finding, at its declaration.
    let mut tables: BTreeSet<TopicId> = BTreeSet::new();
    for job in &facts.plan.jobs {
        for operator in &job.operators {
            let node = job.node(operator.node);
            match &operator.kind {
                OperatorKind::Aggregate(aggregate) if aggregate.bound == StateBound::Missing => {
                    found.push(messages::table(node.span, &node.name));
                }
                OperatorKind::Deduplicate(keep) if keep.within.is_none() => {
                    found.push(messages::deduplication(operator.span, &node.name));
                }
                OperatorKind::Source(source) if source.table && tables.insert(source.topic) => {
                    let topic = facts.model.topic(source.topic);
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
    }
    found.into()
}
