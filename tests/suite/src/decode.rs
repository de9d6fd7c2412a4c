//! JSON to values and back by way of serde_json: the suites' own reading of the wire, independent of the runtime's.

use riparian_compiler::model::{Model, Topic, Type, TypeKind, Value, WireForm};
use riparian_functions::{Fail, decimal, time};
use serde_json::Value as Json;
use std::sync::Arc;

/// The cells of a record of a topic, one per field of its schema, in order.
pub fn columns(model: &Model, topic: &Topic, json: &Json) -> Result<Vec<Result<Value, Fail>>, Fail> {
    let record = topic.schema.and_then(|id| model.record(&Type::Record(id))).ok_or(Fail::WrongType)?;
    let Json::Object(object) = json else { return Err(Fail::WrongType) };
    let cell = |field: &riparian_compiler::model::Field| {
        let wire = topic.wire.get(&field.name);
        let name = wire.and_then(|w| w.name.as_ref()).unwrap_or(&field.name);
        value(model, &field.ty, wire.and_then(|w| w.form), object.get(name.as_str()))
    };
    Ok(record.fields.iter().map(cell).collect())
}

/// One JSON value as a value of a type; absent and null are `none` where the type allows it.
pub fn value(model: &Model, ty: &Type, form: Option<WireForm>, json: Option<&Json>) -> Result<Value, Fail> {
    let json = match json {
        None | Some(Json::Null) => {
            return match ty {
                Type::Optional(_) => Ok(Value::None),
                Type::Json if json.is_some() => Ok(Value::Json("null".into())),
                _ => Err(Fail::MissingField),
            };
        }
        Some(json) => json,
    };
    match ty.required().underlying() {
        Type::Bool => json.as_bool().map(Value::Bool).ok_or(Fail::WrongType),
        Type::Int => int(json).map(Value::Int),
        Type::Float => json.as_f64().map(Value::Float).ok_or(Fail::WrongType),
        Type::Decimal { scale, .. } => exact(json, *scale),
        Type::Money(_) => exact(json, Type::MONEY_SCALE),
        Type::String => json.as_str().map(|s| Value::String(s.into())).ok_or(Fail::WrongType),
        Type::Json => Ok(Value::Json(json.to_string().into())),
        Type::Timestamp => match form {
            Some(WireForm::EpochMillis) => time::from_epoch_ms(int(json)?).map(|t| Value::Timestamp(t.0)),
            Some(WireForm::EpochMicros) => int(json).map(Value::Timestamp),
            _ => time::parse_timestamp(json.as_str().ok_or(Fail::WrongType)?).map(|t| Value::Timestamp(t.0)),
        },
        Type::Date => time::parse_date(json.as_str().ok_or(Fail::WrongType)?).map(|d| Value::Date(d.0)),
        Type::Duration => {
            time::parse_duration(json.as_str().ok_or(Fail::WrongType)?).map(|d| Value::Duration(d.0))
        }
        Type::Enum(id) => {
            let name = json.as_str().ok_or(Fail::WrongType)?;
            let known = match &model.ty(*id).kind {
                TypeKind::Enum { open, variants } => *open || variants.iter().any(|v| *v == *name),
                _ => false,
            };
            if known { Ok(Value::Enum(name.into())) } else { Err(Fail::UnknownVariant) }
        }
        Type::Record(_) => {
            let record = model.record(ty).ok_or(Fail::WrongType)?;
            let object = json.as_object().ok_or(Fail::WrongType)?;
            let fields = record.fields.iter().map(|f| value(model, &f.ty, None, object.get(f.name.as_str())));
            Ok(Value::Record(fields.collect::<Result<Vec<_>, _>>()?.into()))
        }
        Type::List(inner) => {
            let list = json.as_array().ok_or(Fail::WrongType)?;
            let items = list.iter().map(|item| value(model, inner, None, Some(item)));
            Ok(Value::List(items.collect::<Result<Vec<_>, _>>()?.into()))
        }
        Type::BigInt
        | Type::BigMoney(_)
        | Type::Nominal(..)
        | Type::Optional(_)
        | Type::None
        | Type::Error => Err(Fail::WrongType),
    }
}

fn int(json: &Json) -> Result<i64, Fail> {
    match json {
        Json::Number(n) => n.as_i64().ok_or(Fail::OutOfRange),
        _ => Err(Fail::WrongType),
    }
}

fn exact(json: &Json, scale: u8) -> Result<Value, Fail> {
    let text = match json {
        Json::String(text) => text.clone(),
        Json::Number(number) => number.to_string(),
        _ => return Err(Fail::WrongType),
    };
    decimal::parse_digits(&text, scale).map(|mantissa| Value::Decimal { mantissa, scale })
}

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

/// The event time of a record (SEMANTICS T1): the topic's time field, else the log's time; `None` if it is invalid.
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
