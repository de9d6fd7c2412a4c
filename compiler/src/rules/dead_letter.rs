//! What a dead letter may show of the record it stands for (spec: errors.letter).

use super::access::{Access, access, grants, import_of};
use super::labels::below;
use crate::base::Name;
use crate::model::{Field, Model, PackageId, TopicId, Type};
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeadLetterView {
    /// Key and value as they came: nothing in the record is labelled or closed to the reader.
    Raw,
    /// These columns, in order of the schema, encoded anew; of a record that cannot be decoded only its coordinates.
    Columns(Vec<Name>),
}

/// What a dead letter of a job of `package` may show of a record of `topic`.
pub fn dead_letter_visible_columns(model: &Model, package: PackageId, topic: TopicId) -> DeadLetterView {
    let definition = model.topic(topic);
    let record = definition.schema.and_then(|schema| model.record(&Type::Record(schema)));
    let Some(record) = record else { return DeadLetterView::Raw };
    let open = access(model, package, definition) == Access::Open;
    let granted: BTreeSet<&Name> =
        grants(model, package, definition).flat_map(|grant| &grant.columns).collect();
    let hidden = |field: &Field| is_labelled(model, field) || !(open || granted.contains(&field.name));
    if !record.fields.iter().any(hidden) {
        return DeadLetterView::Raw;
    }
    let import = import_of(model, package, topic);
    let imported = |field: &&Field| {
        definition.package == package || import.is_some_and(|i| i.columns.contains(&field.name))
    };
    let columns = record.fields.iter().filter(imported).filter(|field| !is_labelled(model, field));
    DeadLetterView::Columns(columns.map(|field| field.name.clone()).collect())
}

fn is_labelled(model: &Model, field: &Field) -> bool {
    let mut within = BTreeSet::new();
    below(model, &field.ty, &mut within);
    !field.labels.is_empty() || !within.is_empty()
}
