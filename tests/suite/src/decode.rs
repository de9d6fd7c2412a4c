//! Values and JSON, as the suites and the data of other projects write them.

use riparian_compiler::model::{Model, Topic, Type, Value};
pub use riparian_drive::decode::{columns, value};
use riparian_functions::{decimal, time};
use serde_json::Value as Json;
use std::sync::Arc;

/// A value as the expected rows of other projects write it: numbers as numbers, decimals as text.
pub fn json(value: &Value) -> Json {
    match value {
        Value::None => Json::Null,
        Value::Bool(b) => (*b).into(),
        Value::Int(n) => (*n).into(),
        Value::BigInt(n) => i64::try_from(*n).map_or_else(|_| Json::String(n.to_string()), Json::from),
        Value::Float(x) => serde_json::Number::from_f64(*x).map_or(Json::Null, Json::Number),
        Value::Decimal { mantissa, scale } => {
            let mut text = String::new();
            decimal::write_digits(*mantissa, *scale, &mut text);
            Json::String(text)
        }
        Value::String(text) | Value::Enum(text) => Json::String(text.to_string()),
        Value::Json(text) => serde_json::from_str(text).unwrap_or(Json::Null),
        Value::Timestamp(t) => Json::String(time::timestamp_text(time::Timestamp(*t))),
        Value::Date(d) => Json::String(time::date_text(time::Date(*d))),
        Value::Duration(d) => Json::String(time::duration_text(time::Duration(*d))),
        Value::Record(values) | Value::List(values) => Json::Array(values.iter().map(json).collect()),
    }
}

/// A text as a shared string; for building rows by hand.
pub fn text(value: &str) -> Value {
    Value::String(Arc::from(value))
}

/// The event time of a record (spec: time.event): the topic's time field, else the log's time; `None` if it is invalid.
pub fn event_time(
    model: &Model,
    topic: &Topic,
    payload: &riparian_compiler::interpret::Payload,
    log: i64,
) -> Option<i64> {
    use riparian_compiler::interpret::Payload;
    let (Some(clause), Payload::Columns(columns)) = (&topic.time, payload) else { return Some(log) };
    let record = topic.schema.and_then(|id| model.record(&Type::Record(id)))?;
    match (columns.get(record.index(&clause.field)?)?, &clause.at) {
        (Ok(Value::Timestamp(instant)), _) => Some(*instant),
        (Ok(Value::Date(day)), Some((at, zone))) => {
            time::date_at(time::Date(*day), *at, zone).ok().map(|t| t.0)
        }
        _ => None,
    }
}
