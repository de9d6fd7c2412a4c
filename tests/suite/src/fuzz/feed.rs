//! Rows for whatever topics a text declares: values of the right types, at their edges, absent, broken, out of order.

use crate::random::Random;
use riparian_compiler::interpret::{Input, Payload};
use riparian_compiler::model::{Model, Topic, TopicId, TopicKind, Type, TypeKind, Value};
use riparian_functions::Fail;

const SECOND: i64 = 1_000_000;
/// 2026-03-02T10:00:00Z.
const START: i64 = 1_772_445_600 * SECOND;

/// Some records of every topic that is not a dead-letter topic, in order of arrival.
pub(super) fn rows(model: &Model, random: &mut Random, count: usize) -> Vec<(TopicId, Input)> {
    let topics: Vec<(usize, &Topic)> = model
        .topics
        .iter()
        .map(|topic| &**topic)
        .enumerate()
        .filter(|(_, topic)| topic.kind != TopicKind::DeadLetter)
        .collect();
    let mut offsets = vec![0; model.topics.len()];
    let mut found = Vec::new();
    for n in 0..count as i64 {
        let Some((at, topic)) = random.pick(&topics) else { break };
        let time = START + (n * 3 - random.between(0, 30)) * SECOND;
        let time = (!random.once_in(30)).then_some(time);
        let payload = match random.below(25) {
            0 => Payload::Null,
            1 => Payload::Undecodable(Fail::InvalidJson),
            _ => Payload::Columns(columns(model, topic, time, random)),
        };
        let offset = offsets[*at];
        offsets[*at] += 1;
        found.push((TopicId(*at as u32), Input { offset, time, key: None, payload }));
    }
    found
}

fn columns(model: &Model, topic: &Topic, time: Option<i64>, random: &mut Random) -> Vec<Result<Value, Fail>> {
    let record = topic.schema.and_then(|id| model.record(&Type::Record(id)));
    let clock = topic.time.as_ref().map(|time| &time.field);
    let fields = record.map_or(&[][..], |record| record.fields.as_slice());
    let cell = |field: &riparian_compiler::model::Field| match (&field.ty, time) {
        (Type::Timestamp, Some(time)) if clock == Some(&field.name) => Ok(Value::Timestamp(time)),
        _ if random.once_in(40) => Err(Fail::WrongType),
        _ => Ok(value(model, &field.ty, random, 3)),
    };
    fields.iter().map(cell).collect()
}

/// A value of a type; records and lists within each other end at some depth.
fn value(model: &Model, ty: &Type, random: &mut Random, depth: usize) -> Value {
    match ty {
        Type::Optional(inner) if depth > 0 && !random.once_in(3) => value(model, inner, random, depth),
        Type::Optional(_) | Type::None | Type::Error => Value::None,
        Type::Bool => Value::Bool(random.once_in(2)),
        Type::Int => Value::Int(int(random)),
        Type::BigInt => Value::BigInt(i128::from(int(random))),
        Type::Float => Value::Float([0.0, -1.5, 1e300, 0.1][random.below(4)]),
        Type::Decimal { precision, scale } => decimal(*precision, *scale, random),
        Type::Money(_) => decimal(18, Type::MONEY_SCALE, random),
        Type::BigMoney(_) => decimal(38, Type::MONEY_SCALE, random),
        Type::String => Value::String(random.word(&["", "a", "EUR", "12", "ä€", "2026-03-02"]).into()),
        Type::Json => Value::Json(random.word(&["{}", "[1]", "{\"a\": 1}"]).into()),
        Type::Timestamp => Value::Timestamp(START + random.between(-60, 60) * SECOND),
        Type::Date => Value::Date(20_514 + random.between(-3, 3) as i32),
        Type::Duration => Value::Duration(random.between(-60, 60) * SECOND),
        Type::Enum(id) => {
            let name = random.pick(model.variants(*id)).map_or("?", |name| name.as_str());
            Value::Enum(name.into())
        }
        Type::Nominal(_, inner) => value(model, inner, random, depth),
        Type::List(inner) => {
            let length = if depth == 0 { 0 } else { random.below(3) };
            Value::List((0..length).map(|_| value(model, inner, random, depth - 1)).collect())
        }
        Type::Record(id) => match &model.ty(*id).kind {
            TypeKind::Record(record) if depth > 0 => Value::Record(
                record.fields.iter().map(|field| value(model, &field.ty, random, depth - 1)).collect(),
            ),
            _ => Value::None,
        },
    }
}

fn int(random: &mut Random) -> i64 {
    match random.below(12) {
        0 => i64::MAX,
        1 => i64::MIN,
        _ => random.between(-2, 5),
    }
}

fn decimal(precision: u8, scale: u8, random: &mut Random) -> Value {
    let most = 10_i128.pow(u32::from(precision.min(38))) - 1;
    let mantissa = match random.below(10) {
        0 => most,
        1 => -most,
        _ => i128::from(random.between(-500, 5_000)).clamp(-most, most),
    };
    Value::Decimal { mantissa, scale }
}
