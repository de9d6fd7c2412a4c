//! G309: an import's purposes are allowed by the grant and by the columns themselves.

use super::access::{Access, access, grants};
use super::{Check, Rule, Verdict};
use crate::base::{Name, Span};
use crate::codes::g309_purpose as messages;
use crate::diag::Diagnostic;
use crate::model::{Import, Model, PackageId, Topic};

pub(super) const RULE: Rule = Rule {
    code: messages::CODE,
    purpose: "data is read only for purposes that its grant and its columns allow",
    needs_organisation: true,
    shared: false,
    check: Check::Model(check),
};

fn check(model: &Model) -> Verdict {
    let mut found = Vec::new();
    for (index, package) in model.packages.iter().enumerate() {
        let id = PackageId(index as u32);
        for import in &package.imports {
            let Some(topic) = import.topic.map(|topic| model.topic(topic)) else { continue };
            if topic.package == id {
                continue;
            }
            for (purpose, span) in &import.purposes {
                found.extend(refused(model, id, import, topic, purpose, *span));
            }
        }
    }
    found.into()
}

/// One finding per purpose: the field that refuses it goes before the grant that lacks it.
fn refused(
    model: &Model,
    package: PackageId,
    import: &Import,
    topic: &Topic,
    purpose: &Name,
    span: Span,
) -> Option<Diagnostic> {
    let record = topic.schema.and_then(|schema| model.record(&crate::model::Type::Record(schema)))?;
    for (column, place) in &import.column_spans {
        let Some(field) = record.index(column).and_then(|i| record.fields.get(i)) else { continue };
        if let Some(allowed) = &field.purposes
            && !allowed.contains(purpose)
        {
            let allowed: Vec<&str> = allowed.iter().map(|p| p.as_str()).collect();
            return Some(messages::field(span, purpose, (column, *place), field.span, &allowed));
        }
    }
    if access(model, package, topic) == Access::Open {
        return None;
    }
    for (column, place) in &import.column_spans {
        let covering: Vec<_> =
            grants(model, package, topic).filter(|grant| grant.columns.contains(column)).collect();
        // A grant without purposes is broken text, and reported.
        let allows =
            covering.iter().any(|grant| grant.purposes.is_empty() || grant.purposes.contains(purpose));
        if let Some(grant) = covering.first()
            && !allows
        {
            let approver = model.package(topic.package).owner.as_ref().map(|(owner, _)| owner.as_str());
            return Some(messages::grant(span, purpose, (column, *place), grant.span, approver));
        }
    }
    None
}
