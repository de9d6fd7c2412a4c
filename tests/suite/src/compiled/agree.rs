//! What the interpreter writes and what a compiled job writes, in one text form, so that they can be compared.

use super::{Record, Script};
use crate::decode;
use riparian_compiler::interpret::{Bounds, Emission};
use riparian_compiler::model::{Model, TopicKind, Type, Value};
use riparian_compiler::workspace::Analysis;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Per topic the records in order.
pub type Records = BTreeMap<String, Vec<String>>;

/// Columns of a dead letter that both executors must agree on, by their place. The others are about the process.
const LETTER: [(usize, &str); 4] = [(0, "reason"), (1, "node"), (3, "topic"), (5, "offset")];

/// The interpreter's emissions.
pub fn interpreted(model: &Model, emissions: &[Emission]) -> Records {
    let mut records = Records::new();
    for emission in emissions {
        let topic = model.topic(emission.topic);
        let text = if topic.kind == TopicKind::DeadLetter {
            LETTER
                .iter()
                .filter_map(|(at, name)| Some(format!("{name} {}", decode::json(emission.values.get(*at)?))))
                .collect::<Vec<_>>()
                .join(", ")
        } else {
            let key = key_text(&emission.key, emission.window);
            let values =
                if emission.tombstone { "deleted".to_owned() } else { values_text(&emission.values) };
            format!("{} {key} {values}", emission.time)
        };
        records.entry(topic.full_name.to_string()).or_default().push(text);
    }
    records
}

/// What a compiled job wrote, read back by way of serde_json. A value that the topic's schema does not read is an error.
pub fn compiled(analysis: &Analysis, written: &[Record]) -> Result<Records, String> {
    let model = &analysis.model;
    let mut records = Records::new();
    for record in written {
        let topic = model
            .topics
            .iter()
            .find(|topic| *topic.full_name == *record.topic)
            .ok_or_else(|| format!("no topic {}", record.topic))?;
        let json =
            match &record.value {
                Some(value) => Some(serde_json::from_slice::<Json>(value).map_err(|error| {
                    format!("{}: {error}: {}", record.topic, String::from_utf8_lossy(value))
                })?),
                None => None,
            };
        let text = match json {
            Some(json) if topic.kind == TopicKind::DeadLetter => LETTER
                .iter()
                .map(|(_, name)| format!("{name} {}", json[*name]))
                .collect::<Vec<_>>()
                .join(", "),
            Some(json) => {
                let cells = decode::columns(model, topic, &json).map_err(|fail| format!("{json}: {fail}"))?;
                let values: Vec<Value> =
                    cells.into_iter().collect::<Result<_, _>>().map_err(|fail| format!("{json}: {fail}"))?;
                format!("{} {} {}", record.time, raw_key(model, topic, record), values_text(&values))
            }
            None => format!("{} {} deleted", record.time, raw_key(model, topic, record)),
        };
        records.entry(record.topic.clone()).or_default().push(text);
    }
    Ok(records)
}

/// A key as bytes of the wire would be read: ints from eight bytes, others as they are.
fn raw_key(model: &Model, topic: &riparian_compiler::model::Topic, record: &Record) -> String {
    let Some(key) = &record.key else { return "-".into() };
    let fields = topic.schema.and_then(|id| model.record(&Type::Record(id)));
    let int = |name: &str| {
        let field = fields.and_then(|fields| fields.fields.iter().find(|field| field.name == *name));
        field.is_some_and(|field| matches!(field.ty.required().underlying(), Type::Int))
    };
    let number = <[u8; 8]>::try_from(key.as_slice()).map(i64::from_be_bytes);
    match (topic.key.as_slice(), topic.key_window) {
        // Without a declared key it is the stream's, whose type is not written anywhere: small ints show as such.
        ([], false) if number.is_ok_and(|number| number.abs() < 1 << 40) => {
            number.unwrap_or_default().to_string()
        }
        ([single], false) if single.token.is_none() && int(&single.field) => {
            <[u8; 8]>::try_from(key.as_slice())
                .map_or_else(|_| format!("{key:?}"), |bytes| i64::from_be_bytes(bytes).to_string())
        }
        _ => String::from_utf8_lossy(key).into_owned(),
    }
}

/// One column: its text. Several, or a window: a JSON array, the window's bounds in microseconds at its end.
fn key_text(key: &[Value], window: Option<Bounds>) -> String {
    if let ([single], None) = (key, window) {
        return match decode::json(single) {
            Json::String(text) => text,
            other => other.to_string(),
        };
    }
    if key.is_empty() && window.is_none() {
        return "-".into();
    }
    let mut parts: Vec<Json> = key.iter().map(decode::json).collect();
    parts.extend(window.into_iter().flat_map(|window| [window.start.into(), window.end.into()]));
    Json::Array(parts).to_string()
}

fn values_text(values: &[Value]) -> String {
    Json::Array(values.iter().map(decode::json).collect()).to_string()
}

/// Records of a difference.
const SHOWN: usize = 4;

/// Where two runs differ first, per topic, for people.
pub fn difference(interpreted: &Records, compiled: &Records) -> Option<String> {
    let topics: std::collections::BTreeSet<&String> = interpreted.keys().chain(compiled.keys()).collect();
    let none = Vec::new();
    let mut found = Vec::new();
    for topic in topics {
        let (mut a, mut b) =
            (interpreted.get(topic).unwrap_or(&none).clone(), compiled.get(topic).unwrap_or(&none).clone());
        if a.iter().chain(&b).all(|record| record.starts_with("reason ")) {
            // Several tasks write to one topic of dead letters, in an order of their own.
            a.sort();
            b.sort();
        }
        if a == b {
            continue;
        }
        let at = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
        let show = |records: &[String]| match records.get(at..) {
            None | Some([]) => "    nothing more".to_owned(),
            Some(rest) => {
                rest.iter().take(SHOWN).map(|record| format!("    {record}")).collect::<Vec<_>>().join("\n")
            }
        };
        found.push(format!(
            "{topic}: from record {at} of {} interpreted, {} compiled\n  interpreted:\n{}\n  compiled:\n{}",
            a.len(),
            b.len(),
            show(&a),
            show(&b)
        ));
    }
    (!found.is_empty()).then(|| found.join("\n"))
}

/// A script that feeds the lines of a random case in their order and lets the inputs go idle.
pub fn script(analysis: &Analysis, lines: &[crate::generate::Line], commit: usize) -> Script {
    let mut script = Script::new(1, commit);
    for line in lines {
        let Some(topic) = analysis.model.topics.iter().find(|topic| topic.name == *line.topic) else {
            continue;
        };
        script.feed(&Record {
            topic: topic.full_name.to_string(),
            time: line.time,
            key: None,
            value: line.value.as_ref().map(|value| value.as_bytes().to_vec()),
        });
    }
    script.settle();
    script.take();
    script
}
