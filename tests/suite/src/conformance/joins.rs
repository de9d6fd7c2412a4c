//! Joins: one record in at a time, and what the join puts out because of it, compared as a bag.

use super::play::{Fed, Step};
use super::{Case, Expected, names, read};
use crate::decode;
use riparian_compiler::interpret::{Emission, Payload};
use riparian_compiler::model::{Topic, TopicId, Type, Value};
use riparian_compiler::workspace::Analysis;
use riparian_drive::encode;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::Path;

/// What jobs call the two sides and the result.
const LEFT: &str = "left_side";
const RIGHT: &str = "right_side";
const JOINED: &str = "joined";

/// Every case below a folder.
pub(super) fn cases(folder: &Path) -> Result<Vec<Case>, String> {
    let case = |name: String| Case {
        suite: "joins",
        folder: folder.to_path_buf(),
        job: folder.join("jobs").join(format!("{name}.stream")),
        name,
        prepare,
    };
    Ok(names(&folder.join("cases"))?.into_iter().map(case).collect())
}

fn prepare(analysis: &Analysis, case: &Case) -> Result<Expected, String> {
    let text = read(&case.folder.join("cases").join(format!("{}.json", case.name)))?;
    let data: Json = serde_json::from_str(&text).map_err(|e| e.to_string())?;
    let records = read(&case.folder.join(data["input"].as_str().ok_or("the case names no input")?))?;
    let expected = data["expected"].as_array().ok_or("the case expects nothing")?.clone();
    if records.lines().count() != expected.len() {
        return Err(format!("{} records and {} results", records.lines().count(), expected.len()));
    }
    if analysis.plan.jobs.len() != 1 {
        return Err("the case has not one job".to_string());
    }
    let mut offsets = BTreeMap::new();
    let mut steps = Vec::new();
    for line in records.lines() {
        let record: Json = serde_json::from_str(line).map_err(|e| e.to_string())?;
        let side = if record["topic"] == "left" { LEFT } else { RIGHT };
        if let Some((id, topic)) = topic(analysis, side) {
            let offset = offsets.entry(id).or_insert(0);
            steps.push(Step::Feed(Box::new(fed(analysis, id, topic, *offset, &record)?)));
            *offset += 1;
        }
        steps.push(Step::Take);
    }
    Ok(Expected { steps, judge: Box::new(move |analysis, batches| judge(analysis, batches, &expected)) })
}

fn judge(analysis: &Analysis, batches: &[Vec<Emission>], expected: &[Json]) -> Result<(), String> {
    let (joined, topic) = topic(analysis, JOINED).ok_or("the job has no topic joined")?;
    if batches.len() != expected.len() {
        return Err(format!("{} results, expected {}", batches.len(), expected.len()));
    }
    for (at, (emissions, rows)) in batches.iter().zip(expected).enumerate() {
        let found = emissions.iter().filter(|e| e.topic == joined).map(|e| row(analysis, topic, e));
        let found: Vec<Json> = found.collect::<Result<_, String>>()?;
        same(found, rows).map_err(|e| format!("record {}: {e}", at + 1))?;
    }
    Ok(())
}

fn topic<'a>(analysis: &'a Analysis, name: &str) -> Option<(TopicId, &'a Topic)> {
    let at = analysis.model.topics.iter().position(|t| t.name == *name)?;
    Some((TopicId(at as u32), &analysis.model.topics[at]))
}

/// A record of a side: `key` and `value` are columns, its time is the column `at`.
fn fed(analysis: &Analysis, id: TopicId, topic: &Topic, offset: i64, record: &Json) -> Result<Fed, String> {
    let time = record["timestamp"].as_i64().ok_or("a record without a time")?;
    let key = record["key"].as_i64().map_or(Value::None, Value::Int);
    let value = match record["value"].as_str() {
        None => (Payload::Null, None),
        Some(text) => {
            let schema = topic.schema.and_then(|s| analysis.model.record(&Type::Record(s)));
            let fields = schema.ok_or("a side without a schema")?.fields.iter();
            let column = |name: &str| match name {
                "key" => Ok(key.clone()),
                "value" => Ok(decode::text(text)),
                "at" => Ok(Value::Timestamp(time * 1000)),
                other => Err(format!("a side has no column {other}")),
            };
            let values = fields.map(|field| column(&field.name)).collect::<Result<Vec<Value>, String>>()?;
            let bytes = encode::record(&analysis.model, topic, &values).ok_or("a row without a form")?;
            (Payload::values(values), Some(bytes.into_bytes()))
        }
    };
    // A deletion has nothing but its key.
    let key = (!topic.key.is_empty()).then(|| vec![key]);
    Ok(Fed::new(analysis, id, offset, Some(time), value, key))
}

/// A row as the cases write it.
fn row(analysis: &Analysis, topic: &Topic, emission: &Emission) -> Result<Json, String> {
    let schema = topic.schema.and_then(|s| analysis.model.record(&Type::Record(s)));
    let schema = schema.ok_or("the topic joined has no schema")?;
    let column = |name: &str| {
        let at = schema.index(name).ok_or_else(|| format!("the topic joined has no column {name}"))?;
        Ok::<Json, String>(emission.values.get(at).map_or(Json::Null, decode::json))
    };
    let key = match emission.key.first() {
        Some(key) => decode::json(key),
        None => column("key")?,
    };
    Ok(serde_json::json!({ "key": key, "value": column("value")?, "timestamp": emission.time / 1000 }))
}

/// The same rows in any order; a row of a case that does not check times has none.
fn same(mut found: Vec<Json>, expected: &Json) -> Result<(), String> {
    for wanted in expected.as_array().into_iter().flatten() {
        let is = |row: &Json| {
            wanted
                .as_object()
                .is_some_and(|fields| fields.iter().all(|(name, value)| row.get(name) == Some(value)))
        };
        let Some(at) = found.iter().position(is) else {
            return Err(format!("{wanted} is missing; there is {}", Json::from(found)));
        };
        found.swap_remove(at);
    }
    match found.first() {
        None => Ok(()),
        Some(extra) => Err(format!("{extra} is too much")),
    }
}
