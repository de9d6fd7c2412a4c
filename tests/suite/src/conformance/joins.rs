//! Joins: one record in at a time, and what the join puts out because of it, compared as a bag.

use super::{Outcome, Verdict, input, load};
use crate::decode;
use riparian_compiler::interpret::{Emission, Input, Machine, Payload};
use riparian_compiler::model::{Topic, TopicId, Type, Value};
use riparian_compiler::workspace::Analysis;
use riparian_functions::Fail;
use serde_json::Value as Json;
use std::path::Path;

/// What jobs call the two sides and the result.
const LEFT: &str = "left_side";
const RIGHT: &str = "right_side";
const JOINED: &str = "joined";

/// Runs every case below a folder.
pub fn joins(folder: &Path) -> Result<Vec<Outcome>, String> {
    let cases = folder.join("cases");
    let entries = std::fs::read_dir(&cases).map_err(|e| format!("{}: {e}", cases.display()))?;
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|e| e.file_name().to_str().and_then(|n| n.strip_suffix(".json")).map(str::to_string))
        .collect();
    names.sort();
    Ok(names
        .into_iter()
        .map(|case| {
            let result = match run(folder, &case) {
                Ok(true) => Verdict::Passed,
                Ok(false) => Verdict::NotYet,
                Err(error) => Verdict::Failed(error),
            };
            Outcome { case, result }
        })
        .collect())
}

fn run(folder: &Path, name: &str) -> Result<bool, String> {
    let Some(analysis) = load(&folder.join("jobs").join(format!("{name}.stream")))? else { return Ok(false) };
    let case = read(&folder.join("cases").join(format!("{name}.json")))?;
    let case: Json = serde_json::from_str(&case).map_err(|e| e.to_string())?;
    let records = read(&folder.join(case["input"].as_str().ok_or("the case names no input")?))?;
    let expected = case["expected"].as_array().ok_or("the case expects nothing")?;
    if records.lines().count() != expected.len() {
        return Err(format!("{} records and {} results", records.lines().count(), expected.len()));
    }
    let [job] = analysis.plan.jobs.as_slice() else { return Err("the case has not one job".to_string()) };
    let (joined, joined_topic) = topic(&analysis, JOINED).ok_or("the job has no topic joined")?;
    let mut machine = Machine::new(&analysis.model, job);
    for (offset, (line, rows)) in records.lines().zip(expected).enumerate() {
        let record: Json = serde_json::from_str(line).map_err(|e| e.to_string())?;
        let side = if record["topic"] == "left" { LEFT } else { RIGHT };
        if let Some((id, topic)) = topic(&analysis, side) {
            machine.feed(id, fed(&analysis, topic, offset as i64, &record)?);
            machine.run();
        }
        let emissions = machine.take_emissions();
        let found = emissions.iter().filter(|e| e.topic == joined);
        let found: Vec<Json> =
            found.map(|e| row(&analysis, joined_topic, e)).collect::<Result<_, String>>()?;
        same(found, rows).map_err(|e| format!("record {}: {e}", offset + 1))?;
    }
    Ok(true)
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn topic<'a>(analysis: &'a Analysis, name: &str) -> Option<(TopicId, &'a Topic)> {
    let at = analysis.model.topics.iter().position(|t| t.name == *name)?;
    Some((TopicId(at as u32), &analysis.model.topics[at]))
}

/// A record of a side: `key` and `value` are columns, its time is the column `at`.
fn fed(analysis: &Analysis, topic: &Topic, offset: i64, record: &Json) -> Result<Input, String> {
    let time = record["timestamp"].as_i64().ok_or("a record without a time")?;
    let key = record["key"].as_i64().map_or(Value::None, Value::Int);
    let payload = match record["value"].as_str() {
        None => Payload::Null,
        Some(text) => {
            let schema = topic.schema.and_then(|s| analysis.model.record(&Type::Record(s)));
            let fields = schema.ok_or("a side without a schema")?.fields.iter();
            Payload::Columns(
                fields
                    .map(|field| match field.name.as_str() {
                        "key" => Ok(key.clone()),
                        "value" => Ok(decode::text(text)),
                        "at" => Ok(Value::Timestamp(time * 1000)),
                        _ => Err(Fail::MissingField),
                    })
                    .collect(),
            )
        }
    };
    let mut input = input(offset, Some(time), payload);
    // A deletion has nothing but its key.
    input.key = (!topic.key.is_empty()).then(|| vec![key]);
    Ok(input)
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
