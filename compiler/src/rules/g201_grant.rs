//! G201: an import is covered, column by column, by visibility or by a grant of the producer.

use super::access::{Access, access, grants};
use super::{Check, Rule, Verdict};
use crate::base::{Name, Span};
use crate::codes::g201_grant as messages;
use crate::diag::Diagnostic;
use crate::model::{Grant, Import, Model, Package, Topic};
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: messages::CODE,
    purpose: "a column of another package's topic is read only with the producer's grant, or where the topic is visible",
    needs_organisation: true,
    shared: false,
    check: Check::Model(check),
};

fn check(model: &Model) -> Verdict {
    let mut found = Vec::new();
    for (index, package) in model.packages.iter().enumerate() {
        let id = crate::model::PackageId(index as u32);
        for import in &package.imports {
            let Some(topic) = import.topic.map(|topic| model.topic(topic)) else { continue };
            if access(model, id, topic) == Access::Open {
                continue;
            }
            let own: Vec<&Grant> = grants(model, id, topic).collect();
            let granted: BTreeSet<&Name> = own.iter().flat_map(|grant| &grant.columns).collect();
            let missing: Vec<&(Name, Span)> =
                import.column_spans.iter().filter(|(column, _)| !granted.contains(column)).collect();
            if own.is_empty() || !missing.is_empty() {
                found.push(violation(model, package, import, topic, &own, &missing));
            }
        }
    }
    found.into()
}

fn violation(
    model: &Model,
    package: &Package,
    import: &Import,
    topic: &Topic,
    own: &[&Grant],
    missing: &[&(Name, Span)],
) -> Diagnostic {
    let producer = model.package(topic.package);
    let request = messages::Request {
        line: grant_line(package, import, own),
        topic: &topic.name,
        producer: &producer.path,
        approver: producer.owner.as_ref().map(|(owner, _)| owner.as_str()),
        reader: &package.path,
    };
    let Some(grant) = own.first() else {
        return messages::none(import.topic_span, &request, topic.span);
    };
    let columns: Vec<&str> = missing.iter().map(|(column, _)| column.as_str()).collect();
    let first = missing.first().map_or(import.columns_span, |(_, span)| *span);
    let mut error = messages::columns(first, &columns, &request, grant.span);
    for (column, span) in missing.iter().skip(1) {
        error = error.secondary(*span, format!("`{column}` is not granted either"));
    }
    error
}

/// The grant as it must stand in the producer's file: what is granted already and what is asked for, in one line.
fn grant_line(package: &Package, import: &Import, own: &[&Grant]) -> String {
    // In the order in which they are asked for, then what only the grant has.
    let mut columns: Vec<&str> = import.column_spans.iter().map(|(column, _)| column.as_str()).collect();
    let mut purposes: Vec<&str> = import.purposes.iter().map(|(purpose, _)| purpose.as_str()).collect();
    let mut until = None;
    if let Some(grant) = own.first() {
        let asked: BTreeSet<&str> = columns.iter().copied().collect();
        columns.extend(grant.columns.iter().map(|c| c.as_str()).filter(|c| !asked.contains(c)));
        purposes.extend(grant.purposes.iter().map(|p| p.as_str()));
        purposes.sort_unstable();
        purposes.dedup();
        until = grant.until;
    }
    let mut line = format!("grant {{ {} }} to {}", columns.join(", "), package.path);
    if !purposes.is_empty() {
        line.push_str(&format!(" for {}", purposes.join(", ")));
    }
    if let Some(day) = until {
        line.push_str(&format!(" until {}", messages::date(day)));
    }
    line
}
