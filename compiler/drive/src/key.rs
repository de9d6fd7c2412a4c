//! Keys of the wire as values, and values as keys: the encodings of [declarations.topic.encoding].

use crate::{decode, encode};
use riparian_compiler::interpret::Bounds;
use riparian_compiler::model::{KeyEncoding, Model, Topic, TopicKey, Type, Value};
use riparian_functions::Fail;
use serde_json::Value as Json;

/// The topic's key columns in order, and the window if the key carries one. A topic that declares no key has that of the
/// stream, whose form is written nowhere: its columns stay unread.
pub(crate) fn columns(
    model: &Model,
    topic: &Topic,
    key: Option<&[u8]>,
) -> Result<(Vec<Value>, Option<Bounds>), Fail> {
    let bytes = match key {
        Some(bytes) if !topic.key.is_empty() || topic.key_window => bytes,
        _ => return Ok((Vec::new(), None)),
    };
    if let ([single], false) = (topic.key.as_slice(), topic.key_window) {
        return Ok((vec![one(model, &ty(model, topic, single), single.encoding, bytes)?], None));
    }
    let Ok(Json::Array(parts)) = serde_json::from_slice::<Json>(bytes) else { return Err(Fail::InvalidJson) };
    let values = topic.key.iter().zip(&parts);
    let values =
        values.map(|(column, json)| decode::value(model, &ty(model, topic, column), None, Some(json)));
    let values = values.collect::<Result<Vec<_>, _>>()?;
    let rest = parts.get(topic.key.len()..).unwrap_or_default();
    let window = match (rest, topic.key_window) {
        ([], false) => None,
        ([start, end], true) => {
            let (start, end) = (start.as_i64().ok_or(Fail::WrongType)?, end.as_i64().ok_or(Fail::WrongType)?);
            Some(Bounds { end, start })
        }
        _ => return Err(Fail::WrongType),
    };
    Ok((values, window))
}

/// The key of a record as a producer that knows the contract writes it, from one value per key column. `None`: the topic
/// declares no key, or carries a window in it, which nobody but a job writes; or a value has no form.
pub fn bytes(model: &Model, topic: &Topic, values: &[Value]) -> Option<Vec<u8>> {
    if topic.key.is_empty() || topic.key_window || topic.key.len() != values.len() {
        return None;
    }
    let columns = topic.key.iter().zip(values);
    let json = columns.map(|(column, value)| encode::json(model, &ty(model, topic, column), None, value));
    let json = json.collect::<Option<Vec<Json>>>()?;
    let ([single], [value], [json]) = (topic.key.as_slice(), values, json.as_slice()) else {
        return Some(Json::Array(json).to_string().into_bytes());
    };
    match (single.encoding, value, json) {
        (Some(KeyEncoding::Int64) | None, Value::Int(number), _) => Some(number.to_be_bytes().to_vec()),
        (Some(KeyEncoding::Text) | None, _, Json::String(text)) => Some(text.clone().into_bytes()),
        _ => Some(json.to_string().into_bytes()),
    }
}

/// A token is text, whatever it stands for.
fn ty(model: &Model, topic: &Topic, column: &TopicKey) -> Type {
    let schema = topic.schema.and_then(|id| model.record(&Type::Record(id)));
    let field = schema.and_then(|record| record.fields.get(record.index(&column.field)?));
    match field {
        Some(field) if column.token.is_none() => field.ty.required().clone(),
        _ => Type::String,
    }
}

fn one(model: &Model, ty: &Type, encoding: Option<KeyEncoding>, bytes: &[u8]) -> Result<Value, Fail> {
    let text = || std::str::from_utf8(bytes).map_err(|_| Fail::InvalidUtf8);
    let int = matches!(ty.underlying(), Type::Int);
    match encoding {
        Some(KeyEncoding::Int64) => int64(bytes),
        None if int => int64(bytes),
        Some(KeyEncoding::Json) => {
            let json = serde_json::from_slice(bytes).map_err(|_| Fail::InvalidJson)?;
            decode::value(model, ty, None, Some(&json))
        }
        _ => match ty.underlying() {
            // Their JSON has no quotes to be taken off.
            Type::Int | Type::Bool | Type::Float | Type::Json | Type::Record(_) | Type::List(_) => {
                let json = serde_json::from_str(text()?).map_err(|_| Fail::InvalidJson)?;
                decode::value(model, ty, None, Some(&json))
            }
            _ => decode::value(model, ty, None, Some(&Json::String(text()?.to_owned()))),
        },
    }
}

fn int64(bytes: &[u8]) -> Result<Value, Fail> {
    bytes.try_into().map(|bytes| Value::Int(i64::from_be_bytes(bytes))).map_err(|_| Fail::WrongType)
}

#[cfg(test)]
mod tests {
    use super::*;
    use riparian_compiler::workspace::Workspace;

    #[test]
    fn a_key_that_was_written_is_read_as_it_was() {
        let text = "package p\n\
            record R { name: string, size: int, day: date }\n\
            topic ints v1 { schema R; key size }\n\
            topic texts v1 { schema R; key name }\n\
            topic days v1 { schema R; key day }\n\
            topic both v1 { schema R; key name, size }\n\
            topic none v1 { schema R }\n";
        let model = Workspace::of([("p.stream", text)]).analyse().model;
        let (name, size, day) = (Value::String("a\"b".into()), Value::Int(-7), Value::Date(20_000));
        let written = |topic: &str, values: &[Value]| {
            let topic = model.topics.iter().find(|known| known.name == *topic).expect("the topic");
            let bytes = bytes(&model, topic, values)?;
            assert_eq!(columns(&model, topic, Some(&bytes)), Ok((values.to_vec(), None)), "{}", topic.name);
            Some(bytes)
        };
        assert_eq!(written("ints", std::slice::from_ref(&size)), Some((-7_i64).to_be_bytes().to_vec()));
        assert_eq!(written("texts", std::slice::from_ref(&name)), Some(b"a\"b".to_vec()));
        assert_eq!(written("days", &[day]), Some(b"2024-10-04".to_vec()));
        assert_eq!(written("both", &[name, size]), Some(br#"["a\"b",-7]"#.to_vec()));
        assert_eq!(written("none", &[]), None);
    }
}
