//! Values to JSON, in the forms of a topic's contract (spec: declarations.topic.encoding).

use riparian_compiler::model::{Model, Topic, Type, Value, WireForm};
use riparian_functions::{decimal, time};
use serde_json::{Map, Value as Json};

/// A record of a topic from one value per field of its schema; a field that is `none` is left out. `None`: something has
/// no form, which a checked row never is.
pub fn record(model: &Model, topic: &Topic, values: &[Value]) -> Option<String> {
    let schema = model.record(&Type::Record(topic.schema?))?;
    let mut object = Map::new();
    for (field, value) in schema.fields.iter().zip(values).filter(|(_, value)| !value.is_none()) {
        let wire = topic.wire.get(&field.name);
        let name = wire.and_then(|wire| wire.name.as_ref()).unwrap_or(&field.name);
        object.insert(name.to_string(), json(model, &field.ty, wire.and_then(|wire| wire.form), value)?);
    }
    Some(Json::Object(object).to_string())
}

/// Decimals are text, which every form of them reads, so that no digit is lost on the way.
pub(crate) fn json(model: &Model, ty: &Type, form: Option<WireForm>, value: &Value) -> Option<Json> {
    Some(match value {
        Value::None => Json::Null,
        Value::Bool(b) => (*b).into(),
        Value::Int(n) => (*n).into(),
        Value::BigInt(n) => i64::try_from(*n).ok()?.into(),
        Value::Float(x) => Json::Number(serde_json::Number::from_f64(*x)?),
        Value::Decimal { mantissa, scale } => {
            let mut text = String::new();
            decimal::write_digits(*mantissa, *scale, &mut text);
            text.into()
        }
        Value::String(text) | Value::Enum(text) => text.to_string().into(),
        Value::Json(text) => serde_json::from_str(text).ok()?,
        Value::Timestamp(t) => match form {
            Some(WireForm::EpochMillis) => t.div_euclid(1000).into(),
            Some(WireForm::EpochMicros) => (*t).into(),
            _ => time::timestamp_text(time::Timestamp(*t)).into(),
        },
        Value::Date(d) => time::date_text(time::Date(*d)).into(),
        Value::Duration(d) => time::duration_text(time::Duration(*d)).into(),
        Value::Record(values) => {
            let fields = model.record(ty.required().underlying())?.fields.iter().zip(values.iter());
            let cells = fields
                .filter(|(_, value)| !value.is_none())
                .map(|(field, value)| Some((field.name.to_string(), json(model, &field.ty, None, value)?)));
            Json::Object(cells.collect::<Option<Map<_, _>>>()?)
        }
        Value::List(values) => {
            let Type::List(inner) = ty.required().underlying() else { return None };
            let items = values.iter().map(|value| json(model, inner, None, value));
            Json::Array(items.collect::<Option<Vec<_>>>()?)
        }
    })
}
