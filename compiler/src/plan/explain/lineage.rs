//! The columns of a sink with the topic columns they come from.

use crate::model::Model;
use crate::plan::build::lineage;
use crate::plan::{ColumnSource, Expr, Flow, Scope};
use std::collections::BTreeMap;

/// One line per field: what it copies, what it is computed from, what decides whether it is there; then its labels.
pub(super) fn lines(model: &Model, scope: &Scope, fields: &[&str], columns: &[Expr]) -> Vec<String> {
    let width = fields.iter().map(|f| f.len()).max().unwrap_or(0);
    let lines = fields.iter().zip(columns).map(|(field, expr)| {
        let from = lineage(model, scope, expr);
        let mut by_flow: BTreeMap<Flow, Vec<String>> = BTreeMap::new();
        for source in &from.sources {
            by_flow.entry(source.flow).or_default().push(name(model, source));
        }
        let mut parts: Vec<String> = Vec::new();
        for (flow, names) in by_flow {
            let word = match flow {
                Flow::Direct => "is",
                Flow::Derived => "from",
                Flow::Control => "depends on",
            };
            parts.push(format!("{word} {}", names.join(", ")));
        }
        if parts.is_empty() {
            parts.push("constant".to_owned());
        }
        if !from.labels.is_empty() {
            let labels: Vec<&str> = from.labels.iter().map(|l| l.as_str()).collect();
            parts.push(format!("@{}", labels.join(" @")));
        }
        format!("    {field:<width$}  {}", parts.join("; "))
    });
    lines.collect()
}

/// `transfer_completed.sender`.
fn name(model: &Model, source: &ColumnSource) -> String {
    format!("{}.{}", model.topic(source.topic).name, source.column)
}
