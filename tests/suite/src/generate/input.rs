//! What arrives: mostly sound records in mostly good order, and every kind of mistake among them.

use super::types::kinds;
use crate::random::Random;
use riparian_functions::catalogue::Type;
use riparian_functions::time::{Timestamp, timestamp_text};
use serde_json::{Map, Value as Json, json};

const SECOND: i64 = 1_000_000;
/// 2026-03-02T10:00:00Z in microseconds.
const START: i64 = 1_772_445_600 * SECOND;

/// A record as a topic holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The topic's name in its package.
    pub topic: &'static str,
    /// The log's time, in microseconds.
    pub time: i64,
    /// The value's text; `None`: a record without a value.
    pub value: Option<String>,
}

pub(super) fn lines(random: &mut Random, event: &[(&str, Type)], disorder: i64) -> Vec<Line> {
    let count = 10 + random.below(50) as i64;
    let mut lines = Vec::new();
    for n in 0..count {
        // Two seconds a step, back by as much as may be and sometimes by more, and a jump now and then.
        let back = if random.once_in(8) { 40 + disorder } else { disorder };
        let ahead = if random.once_in(25) { 120 } else { 0 };
        let time = START + (n * 2 + ahead - random.between(0, back)) * SECOND + random.between(0, 999_999);
        let line = match random.below(6) {
            0 => rate(random, time),
            1 => note(random, n, time),
            _ => record(random, event, n, time),
        };
        lines.push(line);
    }
    lines
}

fn rate(random: &mut Random, time: i64) -> Line {
    let mut row = Map::new();
    row.insert("k".into(), random.below(4).into());
    row.insert("rate".into(), json!(format!("{}.{:06}", random.below(3), random.below(1_000_000))));
    if random.once_in(2) {
        row.insert("name".into(), json!(random.word(&["a", "b", ""])));
    }
    row.insert("since".into(), json!(timestamp_text(Timestamp(time))));
    Line { topic: "rates", time, value: Some(Json::Object(row).to_string()) }
}

fn note(random: &mut Random, n: i64, time: i64) -> Line {
    let mut row = Map::new();
    if !random.once_in(10) {
        row.insert("k".into(), random.below(4).into());
    }
    row.insert("n".into(), if random.once_in(20) { json!(i64::MIN) } else { json!(n % 9) });
    row.insert(
        "text".into(),
        if random.once_in(15) { json!([1]) } else { json!(random.word(&["a", "b", "ä"])) },
    );
    row.insert("at".into(), json!(timestamp_text(Timestamp(time))));
    Line { topic: "notes", time, value: Some(Json::Object(row).to_string()) }
}

fn record(random: &mut Random, event: &[(&str, Type)], n: i64, time: i64) -> Line {
    let line = |value| Line { topic: "events", time, value };
    match random.below(60) {
        0 => return line(None),
        1 => return line(Some("{\"id\": 1, \"k\":".to_owned())),
        2 => return line(Some("[]".to_owned())),
        _ => {}
    }
    let mut row = Map::new();
    for (name, ty) in event {
        let value = match *name {
            "id" => json!(n),
            "at" if random.once_in(40) => json!("soon"),
            "at" => json!(timestamp_text(Timestamp(time))),
            "k" => json!(random.below(4)),
            _ if random.once_in(120) => wrong(random),
            _ => value(random, ty),
        };
        // An absent optional is left out or null.
        if !value.is_null() || random.once_in(2) {
            row.insert((*name).into(), value);
        }
    }
    line(Some(Json::Object(row).to_string()))
}

/// A value of no type that a field has, or no value.
fn wrong(random: &mut Random) -> Json {
    match random.below(4) {
        0 => Json::Null,
        1 => json!({ "x": [1] }),
        2 => json!("?"),
        _ => json!(true),
    }
}

fn value(random: &mut Random, ty: &Type) -> Json {
    match ty {
        Type::Optional(_) if random.once_in(3) => Json::Null,
        Type::Optional(inner) => value(random, inner),
        Type::Bool => json!(random.once_in(2)),
        Type::Int | Type::BigInt => match random.below(40) {
            0 => json!(i64::MAX),
            1 => json!(i64::MIN),
            2 => json!(9_223_372_036_854_775_808_u64),
            _ => json!(random.between(-3, 9)),
        },
        Type::Float => json!([0.0, 1.5, -2.25, 1e300, 0.1][random.below(5)]),
        Type::Decimal { precision, scale } => {
            let whole = if random.once_in(30) {
                9 * 10_i64.pow(u32::from((precision - scale).min(17)))
            } else {
                random.between(-9, 9)
            };
            json!(format!("{whole}.{}", digits(random, usize::from(*scale))))
        }
        Type::Money(_) | Type::BigMoney(_) => {
            json!(format!("{}.{}", random.between(-5, 99), digits(random, 4)))
        }
        Type::String => json!(random.word(&["a", "b", "12", "x y", "", "ä€", " 7 ", "-3"])),
        Type::Json => json!({ "a": random.below(3) }),
        Type::Timestamp => json!(timestamp_text(Timestamp(START + random.between(-100, 100) * SECOND))),
        Type::Date => json!(random.word(&["2026-03-01", "2026-03-02", "2024-02-29"])),
        Type::Duration => json!(random.word(&["90s", "0s", "1h"])),
        Type::Enum(id) => match random.below(20) {
            0 => json!("unheard_of"),
            _ => json!(random.word(kinds(*id))),
        },
        Type::Nominal(_, inner) => value(random, inner),
        Type::Record(_) => {
            let mut part = Map::new();
            part.insert("name".into(), json!(random.word(&["bolt", "nut"])));
            if random.once_in(2) {
                part.insert("weight".into(), json!(format!("{}.{:02}", random.below(50), random.below(100))));
            }
            Json::Object(part)
        }
        Type::List(inner) => (0..random.below(4)).map(|_| value(random, inner)).collect(),
        Type::None | Type::Error => Json::Null,
    }
}

fn digits(random: &mut Random, count: usize) -> String {
    (0..count).map(|_| char::from(b'0' + random.below(10) as u8)).collect()
}
