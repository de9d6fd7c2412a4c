//! G303: no personal label in a published key, unless tokenised.

use super::{Check, Rule, Verdict};
use crate::base::Name;
use crate::codes::g303_keys as messages;
use crate::model::{Model, Type};

pub(super) const RULE: Rule = Rule {
    code: messages::CODE,
    purpose: "keys are seen by everything that touches a topic, so nothing personal is in one in plain form",
    needs_organisation: false,
    shared: false,
    check: Check::Model(check),
};

fn check(model: &Model) -> Verdict {
    let mut found = Vec::new();
    for topic in &model.topics {
        let record = topic.schema.and_then(|schema| model.record(&Type::Record(schema)));
        let Some(record) = record else { continue };
        for key in &topic.key {
            let Some(field) = record.index(&key.field).and_then(|i| record.fields.get(i)) else { continue };
            let Some(label) = field.labels.iter().find(|label| forbidden(model, label, key.token.is_some()))
            else {
                continue;
            };
            let vault = model.package(topic.package).path.split('.').next().unwrap_or("vault").to_owned();
            let key = messages::Key {
                span: key.span,
                field: &key.field,
                field_span: field.span,
                topic: &topic.name,
                vault: &vault,
                tokenised: key.token.is_some(),
            };
            found.push(messages::personal(&key, label));
        }
    }
    found.into()
}

/// Personal, or protected by policy; a token lifts it unless the policy lets nothing lift it.
fn forbidden(model: &Model, label: &Name, token: bool) -> bool {
    let closure = model.organisation.closure(label);
    let mut protections = closure
        .iter()
        .filter_map(|l| model.organisation.protections.get(l)?.key_forbidden_unless.as_ref())
        .peekable();
    if protections.peek().is_none() {
        return closure.contains("pii") && !token;
    }
    protections.any(|unless| !(token && unless.as_deref() == Some("token")))
}
