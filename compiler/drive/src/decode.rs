//! JSON to values by way of serde_json: a reading of the wire that is independent of the runtime's.

use riparian_compiler::model::{Model, Topic, Type, TypeKind, Value, WireForm};
use riparian_functions::{Fail, decimal, time};
use serde_json::Value as Json;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The cells of a record of a topic from its bytes. Decimals are read from their digits, also where the contract writes
/// them as numbers.
pub fn record(model: &Model, topic: &Topic, bytes: &[u8]) -> Result<Vec<Result<Value, Fail>>, Fail> {
    let record = topic.schema.and_then(|id| model.record(&Type::Record(id))).ok_or(Fail::WrongType)?;
    let object: BTreeMap<String, Box<RawValue>> =
        serde_json::from_slice(bytes).map_err(|_| Fail::InvalidJson)?;
    let cell = |field: &riparian_compiler::model::Field| {
        let wire = topic.wire.get(&field.name);
        let name = wire.and_then(|w| w.name.as_ref()).unwrap_or(&field.name);
        let text = object.get(name.as_str()).map(|raw| raw.get());
        let number = text.filter(|text| text.starts_with(|c: char| c == '-' || c.is_ascii_digit()));
        match (field.ty.required().underlying(), number) {
            (Type::Decimal { precision, scale }, Some(digits)) => exact(digits, *precision, *scale),
            (Type::Money(_), Some(digits)) => exact(digits, MONEY_DIGITS, Type::MONEY_SCALE),
            _ => {
                let json =
                    text.map(serde_json::from_str::<Json>).transpose().map_err(|_| Fail::InvalidJson)?;
                value(model, &field.ty, wire.and_then(|w| w.form), json.as_ref())
            }
        }
    };
    Ok(record.fields.iter().map(cell).collect())
}

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
        Type::Decimal { precision, scale } => digits(json, *precision, *scale),
        Type::Money(_) => digits(json, MONEY_DIGITS, Type::MONEY_SCALE),
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

/// Money is a decimal of 64 bits.
const MONEY_DIGITS: u8 = 18;

fn digits(json: &Json, precision: u8, scale: u8) -> Result<Value, Fail> {
    match json {
        Json::String(text) => exact(text, precision, scale),
        Json::Number(number) => exact(&number.to_string(), precision, scale),
        _ => Err(Fail::WrongType),
    }
}

fn exact(text: &str, precision: u8, scale: u8) -> Result<Value, Fail> {
    let mantissa = decimal::parse_digits(text, scale)?;
    if mantissa.unsigned_abs() >= 10_u128.pow(u32::from(precision)) {
        return Err(Fail::OutOfRange);
    }
    Ok(Value::Decimal { mantissa, scale })
}
