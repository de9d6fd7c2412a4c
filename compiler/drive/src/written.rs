//! What a job has written, as the interpreter would have emitted it.

use crate::{Record, decode, key};
use riparian_compiler::interpret::Emission;
use riparian_compiler::model::{DEAD_LETTER_COLUMNS, Model, TopicId, TopicKind, Value};
use riparian_functions::time;
use serde_json::Value as Json;

/// A record read by its topic's contract. One that the contract does not read is an error: the job is at fault.
pub fn emission(model: &Model, record: &Record) -> Result<Emission, String> {
    let unreadable = |why: &dyn std::fmt::Display| {
        let value = record.value.as_deref().map_or("no value".into(), String::from_utf8_lossy);
        format!("the job wrote to {} what its contract does not read: {why}: {value}", record.topic)
    };
    let at = model.topics.iter().position(|topic| *topic.full_name == *record.topic);
    let id = TopicId(at.ok_or_else(|| unreadable(&"no such topic"))? as u32);
    let topic = model.topic(id);
    let empty = Emission {
        topic: id,
        key: Vec::new(),
        values: Vec::new(),
        window: None,
        time: record.time,
        tombstone: record.value.is_none(),
    };
    if topic.kind == TopicKind::DeadLetter {
        let json: Json = serde_json::from_slice(record.value.as_deref().unwrap_or_default())
            .map_err(|error| unreadable(&error))?;
        return Ok(Emission { values: letter(&json), ..empty });
    }
    let (key, window) = key::columns(model, topic, record.key.as_deref())
        .map_err(|fail| unreadable(&format!("key, {fail}")))?;
    let values = match &record.value {
        Some(value) => decode::record(model, topic, value)
            .and_then(|cells| cells.into_iter().collect::<Result<Vec<_>, _>>())
            .map_err(|fail| unreadable(&fail))?,
        None => Vec::new(),
    };
    Ok(Emission { key, values, window, ..empty })
}

/// The columns that tests can expect. `site`, `key`, `value` and `length` speak of texts and wire forms, which the
/// interpreter has not; here they are left out as well, so that a test has one verdict.
fn letter(json: &Json) -> Vec<Value> {
    let text = |column: &str| json[column].as_str().map(|text| Value::String(text.into()));
    let int = |column: &str| json[column].as_i64().map(Value::Int);
    let value = |column: &&str| match *column {
        "reason" | "node" | "job" | "topic" => text(column),
        "partition" | "offset" => int(column),
        "time" => {
            let instant = json[*column].as_str().and_then(|text| time::parse_timestamp(text).ok());
            instant.map(|instant| Value::Timestamp(instant.0))
        }
        _ => None,
    };
    DEAD_LETTER_COLUMNS.iter().map(|column| value(column).unwrap_or(Value::None)).collect()
}
