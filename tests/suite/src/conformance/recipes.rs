//! The recipes: small everyday jobs, compared topic by topic, in order.

use super::play::{Fed, Step};
use super::{Case, Expected, only, read};
use crate::decode;
use riparian_compiler::interpret::{Emission, Payload};
use riparian_compiler::model::{Topic, TopicId, Type, Value};
use riparian_compiler::workspace::Analysis;
use riparian_functions::Fail;
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use std::path::Path;

/// Every recipe below a folder.
pub(super) fn cases(folder: &Path) -> Result<Vec<Case>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut folders: Vec<_> = entries.flatten().map(|e| e.path()).filter(|p| p.is_dir()).collect();
    folders.sort();
    let case = |folder: std::path::PathBuf| Case {
        suite: "recipes",
        name: folder.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default(),
        job: folder.join("job.stream"),
        folder,
        prepare,
    };
    Ok(folders.into_iter().map(case).collect())
}

fn prepare(analysis: &Analysis, case: &Case) -> Result<Expected, String> {
    let rows = |name: &str| -> Result<Vec<Json>, String> {
        serde_json::from_str(&read(&case.folder.join(name))?).map_err(|e| format!("{name}: {e}"))
    };
    let mut steps = Vec::new();
    for (offset, record) in rows("input.json")?.iter().enumerate() {
        steps.push(Step::Feed(Box::new(fed(analysis, offset as i64, record)?)));
    }
    steps.extend([Step::Idle, Step::Take]);
    let mut expected: BTreeMap<String, Vec<Json>> = BTreeMap::new();
    for row in rows("output.json")? {
        let topic = topic_name(&row)?;
        expected.entry(topic).or_default().push(row);
    }
    if expected.is_empty() {
        return Err("the case expects nothing".to_string());
    }
    Ok(Expected {
        steps,
        judge: Box::new(move |analysis, batches| judge(analysis, only(batches)?, &expected)),
    })
}

fn judge(
    analysis: &Analysis,
    emissions: &[Emission],
    expected: &BTreeMap<String, Vec<Json>>,
) -> Result<(), String> {
    for (name, rows) in expected {
        let (id, topic) = topic(analysis, name)?;
        let found: Vec<&Emission> = emissions.iter().filter(|e| e.topic == id).collect();
        if found.len() != rows.len() {
            return Err(format!("{name}: {} rows, expected {}", found.len(), rows.len()));
        }
        for (index, (emission, row)) in found.iter().zip(rows).enumerate() {
            compare(analysis, topic, emission, row).map_err(|e| format!("{name}[{index}]: {e}"))?;
        }
    }
    Ok(())
}

/// Topic names of the data as names of the language.
fn topic_name(record: &Json) -> Result<String, String> {
    let name = record["topic"].as_str().ok_or("a record without a topic")?;
    Ok(name.replace('-', "_").trim_start_matches('_').to_string())
}

fn topic<'a>(analysis: &'a Analysis, name: &str) -> Result<(TopicId, &'a Topic), String> {
    let at = analysis.model.topics.iter().position(|t| t.name == *name);
    let at = at.ok_or_else(|| format!("the job has no topic {name}"))?;
    Ok((TopicId(at as u32), &analysis.model.topics[at]))
}

/// An input record: the key joins the value under the name of the topic's key, the record's time is a field `at` where
/// the schema has one that the value lacks.
fn fed(analysis: &Analysis, offset: i64, record: &Json) -> Result<Fed, String> {
    let (id, topic) = topic(analysis, &topic_name(record)?)?;
    let time = record["timestamp"].as_i64();
    let value = match &record["value"] {
        Json::Null => (Payload::Null, None),
        Json::Object(object) => {
            let mut object: Map<String, Json> = object.clone();
            if let Some(key) = topic.key.first()
                && !record["key"].is_null()
                && !object.contains_key(key.field.as_str())
            {
                object.insert(key.field.to_string(), record["key"].clone());
            }
            if let (Some(at), false) = (time, object.contains_key("at")) {
                object.insert("at".to_string(), at.into());
            }
            let json = Json::Object(object);
            let cells = decode::columns(&analysis.model, topic, &json);
            (cells.map_or_else(Payload::Undecodable, Payload::Columns), Some(json.to_string().into_bytes()))
        }
        other => (Payload::Undecodable(Fail::WrongType), Some(other.to_string().into_bytes())),
    };
    let time = match (&topic.time, &value.0) {
        (Some(clause), Payload::Columns(cells)) => {
            let record = topic.schema.and_then(|s| analysis.model.record(&Type::Record(s)));
            let index = record.and_then(|r| r.index(&clause.field));
            match index.and_then(|i| cells.get(i)) {
                Some(Ok(Value::Timestamp(t))) => Some(t / 1000),
                _ => None,
            }
        }
        _ => time,
    };
    Ok(Fed::new(analysis, id, offset, time, value, None))
}

fn compare(analysis: &Analysis, topic: &Topic, emission: &Emission, row: &Json) -> Result<(), String> {
    let schema = topic.schema.and_then(|s| analysis.model.record(&Type::Record(s))).ok_or("no schema")?;
    if let Some(first) = emission.key.first() {
        same(&decode::json(first), &row["key"]).map_err(|e| format!("key: {e}"))?;
    }
    match &row["value"] {
        Json::Null if emission.tombstone => {}
        Json::Null => return Err("expected a deletion".to_string()),
        Json::Object(_) if emission.tombstone => return Err("an unexpected deletion".to_string()),
        Json::Object(object) => {
            for (name, wanted) in object {
                let at = schema.index(name).ok_or_else(|| format!("the topic has no field {name}"))?;
                same(&decode::json(&emission.values[at]), wanted).map_err(|e| format!("{name}: {e}"))?;
            }
        }
        other => return Err(format!("cannot compare with {other}")),
    }
    if let Some(time) = row["timestamp"].as_i64()
        && emission.time != time * 1000
    {
        return Err(format!("time {} us, expected {time} ms", emission.time));
    }
    if let Some(window) = row.get("window") {
        let bounds = emission.window.ok_or("the row has no window")?;
        let (start, end) = (bounds.start / 1000, bounds.end / 1000);
        if (Some(start), Some(end)) != (window["start"].as_i64(), window["end"].as_i64()) {
            return Err(format!("window {start}..{end}, expected {window}"));
        }
    }
    Ok(())
}

/// Equal; floats within 1e-9 of each other, for the one recipe whose text allows it.
fn same(found: &Json, wanted: &Json) -> Result<(), String> {
    let close = match (found.as_f64(), wanted.as_f64()) {
        (Some(a), Some(b)) if found.is_f64() || wanted.is_f64() => {
            (a - b).abs() <= 1e-9 * b.abs().max(1e-300)
        }
        _ => found == wanted,
    };
    if close { Ok(()) } else { Err(format!("{found}, expected {wanted}")) }
}
