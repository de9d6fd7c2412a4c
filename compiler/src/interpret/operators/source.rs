//! Records of a topic enter: time, null values, the key of a table (spec: time.event, errors.null, errors.key, errors.value).

use super::Cx;
use crate::interpret::dead_letter::Reason;
use crate::interpret::row::{Change, Input, Origin, Payload, Row, Standing};
use crate::model::{Model, Topic, Type, Value};
use crate::plan::Source;
use riparian_functions::Fail;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A table's rows as last read, by key: what a change replaces.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    rows: BTreeMap<Vec<Value>, Row>,
    /// When the rows that are gone were deleted.
    gone: BTreeMap<Vec<Value>, i64>,
}

/// What the record means to the readers of the source, and its time if it counts for the watermark: a record that is
/// bad at its source does not.
pub(crate) fn enter(
    plan: &Source,
    state: &mut super::State,
    input: Input,
    cx: &mut Cx<'_>,
) -> (Option<i64>, Vec<Change>) {
    cx.counts().input += 1;
    let topic = cx.model.topic(plan.topic);
    let known = input.time.filter(|time| *time >= 0);
    let origin = Origin { topic: topic.full_name.clone(), offset: input.offset, time: known };
    let mut change = Change {
        origin: Some(Arc::new(origin)),
        key: Vec::new(),
        time: input.time.unwrap_or(0),
        before: None,
        after: None,
        outdated: false,
        standing: Standing::No,
    };
    let entered = match state {
        super::State::Source(table) => table.enter(cx.model, topic, &input, &mut change),
        _ => stream(topic, &input, &mut change),
    };
    match entered {
        Ok(true) => {
            cx.counts().used += 1;
            (input.time, vec![change])
        }
        Ok(false) => {
            cx.counts().filtered += 1;
            (input.time, Vec::new())
        }
        Err(fail) => {
            cx.refuse(&change, Reason::Bad(fail));
            (None, Vec::new())
        }
    }
}

/// Syntax before time: of a record that is no JSON nothing else can be said.
fn time(input: &Input) -> Result<i64, Fail> {
    if let Payload::Undecodable(fail) = input.payload {
        return Err(fail);
    }
    input.time.filter(|time| *time >= 0).ok_or(Fail::InvalidTime)
}

fn stream(topic: &Topic, input: &Input, change: &mut Change) -> Result<bool, Fail> {
    match &input.payload {
        Payload::Columns(columns) => {
            change.after = Some(Row::new(columns.iter().cloned(), time(input)?));
            Ok(true)
        }
        // [errors.null]: without a value there is nothing to read, but where the topic allows it, it is no mistake.
        Payload::Null if topic.tombstones => time(input).map(|_| false),
        Payload::Null => Err(Fail::NullValue),
        Payload::Undecodable(fail) => Err(*fail),
    }
}

impl Table {
    fn enter(
        &mut self,
        model: &Model,
        topic: &Topic,
        input: &Input,
        change: &mut Change,
    ) -> Result<bool, Fail> {
        let time = time(input)?;
        change.key = key(model, topic, input)?;
        // [join.plain]: a versioned table goes by event time, so an older record does not replace a newer row.
        let old = self.rows.get(&change.key);
        change.before = old.cloned();
        let newest = old.map(|old| old.time).or_else(|| self.gone.get(&change.key).copied());
        change.outdated = topic.history.is_some() && newest.is_some_and(|newest| newest > time);
        let row = match &input.payload {
            Payload::Columns(columns) => Some(Row::new(columns.iter().cloned(), time)),
            _ => None,
        };
        change.after = row.clone();
        if !change.outdated {
            match row {
                Some(row) => {
                    self.gone.remove(&change.key);
                    self.rows.insert(change.key.clone(), row);
                }
                None => {
                    self.rows.remove(&change.key);
                    self.gone.insert(change.key.clone(), time);
                }
            }
        }
        Ok(true)
    }
}

/// The record's key columns; those of the value where the record has no key of its own.
fn key(model: &Model, topic: &Topic, input: &Input) -> Result<Vec<Value>, Fail> {
    let key = match (&input.key, &input.payload) {
        (Some(key), _) => key.clone(),
        (None, Payload::Columns(columns)) => key_columns(model, topic)
            .into_iter()
            .map(|index| match index.and_then(|i| columns.get(i)) {
                None | Some(Err(Fail::MissingField)) => Err(Fail::NullKey),
                Some(column) => column.clone(),
            })
            .collect::<Result<Vec<Value>, Fail>>()?,
        (None, _) => return Err(Fail::NullKey),
    };
    if key.iter().any(Value::is_none) { Err(Fail::NullKey) } else { Ok(key) }
}

/// The index in the schema of each key column of a topic.
fn key_columns(model: &Model, topic: &Topic) -> Vec<Option<usize>> {
    let record = topic.schema.and_then(|id| model.record(&Type::Record(id)));
    topic.key.iter().map(|key| record.and_then(|r| r.index(&key.field))).collect()
}
