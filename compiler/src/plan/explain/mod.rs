//! The text of `riparian explain`: what a job does, what it keeps, and where each column of its outputs comes from.
//!
//! Says the plan as it is, in the order of the clauses. What the optimiser did is said by its notes.

mod expression;
mod lineage;
mod operator;
mod stream_join;
mod units;

pub use expression::expression;
pub use units::duration;

use super::{Guarantee, Job, NodeId, OperatorKind, Plan, Routes};
use crate::model::{Model, TopicId};
use std::fmt::Write;

/// Every job of the plan, in order.
pub fn explain(model: &Model, plan: &Plan) -> String {
    plan.jobs.iter().map(|job| explain_job(model, job)).collect::<Vec<_>>().join("\n")
}

pub fn explain_job(model: &Model, job: &Job) -> String {
    let mut text = String::new();
    let guarantee = match job.guarantee {
        Guarantee::ExactlyOnce => "exactly once",
        Guarantee::AtLeastOnce => "at least once",
    };
    let _ = writeln!(text, "job {}.{}, {guarantee}", job.package_path, job.name);
    for (index, node) in job.nodes.iter().enumerate() {
        let id = NodeId(index as u32);
        let kind = if node.table { "table" } else { "stream" };
        let _ = writeln!(text, "\n{kind} {}", node.name);
        for operator in job.operators.iter().filter(|o| o.node == id) {
            for line in operator::lines(model, job, operator) {
                let _ = writeln!(text, "    {line}");
            }
        }
        if let Some(line) = routes(model, job, id) {
            let _ = writeln!(text, "    {line}");
        }
    }
    text
}

/// Where this node's unusable records go; the kinds that it cannot have are left out.
fn routes(model: &Model, job: &Job, node: NodeId) -> Option<String> {
    let own = job.operators.iter().filter(|o| o.node == node);
    let routes: &Routes =
        &own.clone().find(|o| !matches!(o.kind, OperatorKind::Source(_))).or(own.clone().next())?.routes;
    let windowed = own.clone().any(|o| {
        matches!(&o.kind, OperatorKind::Aggregate(a) if a.window.is_some())
            || matches!(o.kind, OperatorKind::StreamJoin(_))
    });
    let joined = own.clone().any(|o| matches!(&o.kind, OperatorKind::Join(j) if !j.left_outer));
    let mut said = vec![format!("bad {}", operator::route(model, &routes.bad))];
    if windowed {
        said.push(format!("late {}", operator::route(model, &routes.late)));
    }
    if joined {
        said.push(format!("unmatched {}", operator::route(model, &routes.unmatched)));
    }
    Some(format!("{:<10}{}", "errors", said.join(", ")))
}

fn topic(model: &Model, id: TopicId) -> &str {
    &model.topic(id).full_name
}
