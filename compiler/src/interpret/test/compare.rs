//! Whether an emission is what a row expects: columns that the row does not write are not compared.

use crate::interpret::row::Emission;
use crate::model::{DEAD_LETTER_COLUMNS, Model, TopicKind, Type, Value};
use crate::plan::ExpectedRow;
use riparian_functions::catalogue::evaluate::compare;

pub(super) fn matches(model: &Model, row: &ExpectedRow, emission: &Emission) -> bool {
    row.columns.iter().all(|(name, expected)| equal(expected, &column(model, emission, name)))
}

/// How many of the row's columns the emission has right.
pub(super) fn agreement(model: &Model, row: &ExpectedRow, emission: &Emission) -> usize {
    row.columns.iter().filter(|(name, expected)| equal(expected, &column(model, emission, name))).count()
}

/// Numbers are equal by value.
pub(super) fn equal(expected: &Value, found: &Value) -> bool {
    match (expected.is_none(), found.is_none()) {
        (false, false) => compare(expected, found).is_eq(),
        (a, b) => a == b,
    }
}

/// A column of what was written, by name: of the schema, else of the key, else of the window. A tombstone has a key only.
pub(super) fn column(model: &Model, emission: &Emission, name: &str) -> Value {
    let topic = model.topic(emission.topic);
    if topic.kind == TopicKind::DeadLetter {
        let at = DEAD_LETTER_COLUMNS.iter().position(|column| *column == name);
        return at.and_then(|at| emission.values.get(at)).cloned().unwrap_or(Value::None);
    }
    let field = topic
        .schema
        .and_then(|id| model.record(&Type::Record(id))?.index(name))
        .and_then(|at| emission.values.get(at));
    if let Some(value) = field {
        return value.clone();
    }
    let key = topic.key.iter().position(|key| key.field == *name).and_then(|at| emission.key.get(at));
    match (key, emission.window, name) {
        (Some(value), _, _) => value.clone(),
        (None, Some(w), "window") => {
            Value::Record([Value::Timestamp(w.start), Value::Timestamp(w.end)].into())
        }
        (None, Some(w), "window.start") => Value::Timestamp(w.start),
        (None, Some(w), "window.end") => Value::Timestamp(w.end),
        _ => Value::None,
    }
}
