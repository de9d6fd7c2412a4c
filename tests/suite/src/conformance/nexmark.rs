//! Nexmark: the complete result of each query over the three input files, compared as a bag.

use super::play::{Fed, Step};
use super::{Case, Expected, names, only, read};
use crate::decode;
use riparian_compiler::interpret::{Bounds, Emission, Payload};
use riparian_compiler::model::{TopicId, TopicKind, Type, Value};
use riparian_compiler::workspace::Analysis;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::Path;

/// Longer than any window of the queries, in microseconds.
const LONGEST_WINDOW: i64 = 60_000_000;

/// Every query below a folder.
pub(super) fn cases(folder: &Path) -> Result<Vec<Case>, String> {
    let mut queries = names(&folder.join("expected"))?;
    queries.sort_by_key(|q| q[1..].parse::<u32>().unwrap_or(u32::MAX));
    let case = |name: String| Case {
        suite: "nexmark",
        folder: folder.to_path_buf(),
        job: folder.join("jobs").join(format!("{name}.stream")),
        name,
        prepare,
    };
    Ok(queries.into_iter().map(case).collect())
}

fn prepare(analysis: &Analysis, case: &Case) -> Result<Expected, String> {
    let text = read(&case.folder.join("expected").join(format!("{}.json", case.name)))?;
    let expected: Json = serde_json::from_str(&text).map_err(|e| e.to_string())?;
    // Persons and auctions lie before the first bid: feeding file by file is the order of time.
    let mut steps = Vec::new();
    for file in ["person", "auction", "bid"] {
        feed(analysis, &case.folder, file, &mut steps)?;
    }
    // What is expected is the state after every window has closed.
    let newest = steps.iter().filter_map(Step::time).max().unwrap_or_default();
    steps.extend([Step::Idle, Step::Advance(newest.saturating_add(LONGEST_WINDOW)), Step::Take]);
    Ok(Expected {
        steps,
        judge: Box::new(move |analysis, batches| judge(analysis, only(batches)?, &expected)),
    })
}

fn judge(analysis: &Analysis, emissions: &[Emission], expected: &Json) -> Result<(), String> {
    let (id, topic) = output(analysis)?;
    let emissions: Vec<&Emission> = emissions.iter().filter(|e| e.topic == id).collect();
    let table = analysis.model.topic(id).kind == TopicKind::Table;
    let final_rows: Vec<&Emission> = if table {
        let mut last: BTreeMap<(&[Value], Option<Bounds>), &Emission> = BTreeMap::new();
        for emission in &emissions {
            last.insert((&emission.key, emission.window), emission);
        }
        last.into_values().filter(|e| !e.tombstone).collect()
    } else {
        emissions
    };
    let names: Vec<&str> =
        expected["columns"].as_array().into_iter().flatten().filter_map(|c| c["name"].as_str()).collect();
    let record =
        topic.and_then(|s| analysis.model.record(&Type::Record(s))).ok_or("the output has no schema")?;
    let indexes: Vec<usize> = names
        .iter()
        .map(|n| record.index(n).ok_or_else(|| format!("the output lacks the column {n}")))
        .collect::<Result<_, _>>()?;
    let mut found: Vec<Vec<Json>> =
        final_rows.iter().map(|e| indexes.iter().map(|i| decode::json(&e.values[*i])).collect()).collect();
    let rows: Vec<Vec<Json>> = expected["rows"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|row| row.as_array().cloned().unwrap_or_default())
        .collect();
    if rows.is_empty() {
        return Err("the case expects nothing".to_string());
    }
    for row in &rows {
        let Some(at) =
            found.iter().position(|f| f.len() == row.len() && f.iter().zip(row).all(|(a, b)| same(a, b)))
        else {
            return Err(format!("the row {} is missing", Json::from(row.clone())));
        };
        found.swap_remove(at);
    }
    match found.first() {
        None => Ok(()),
        Some(extra) => Err(format!("{} rows too many, such as {}", found.len(), Json::from(extra.clone()))),
    }
}

/// The records of a file, if the job reads its topic.
fn feed(analysis: &Analysis, folder: &Path, name: &str, steps: &mut Vec<Step>) -> Result<(), String> {
    let Some(at) = analysis.model.topics.iter().position(|t| t.name == *name) else { return Ok(()) };
    let topic = &analysis.model.topics[at];
    let text = read(&folder.join(format!("{name}.jsonl")))?;
    for (offset, line) in text.lines().enumerate() {
        let json: Json = serde_json::from_str(line).map_err(|e| format!("{name}: {e}"))?;
        let cells = decode::columns(&analysis.model, topic, &json).map_err(|e| format!("{name}: {e}"))?;
        let record = topic.schema.and_then(|s| analysis.model.record(&Type::Record(s)));
        let time = match record.and_then(|r| r.index("date_time")).and_then(|i| cells.get(i)) {
            Some(Ok(Value::Timestamp(t))) => Some(t / 1000),
            _ => return Err(format!("{name}[{offset}] has no date_time")),
        };
        let value = (Payload::Columns(cells), Some(line.as_bytes().to_vec()));
        let fed = Fed::new(analysis, TopicId(at as u32), offset as i64, time, value, None);
        steps.push(Step::Feed(Box::new(fed)));
    }
    Ok(())
}

fn output(analysis: &Analysis) -> Result<(TopicId, Option<riparian_compiler::model::TypeId>), String> {
    let at = analysis.model.topics.iter().position(|t| t.name == *"q").ok_or("the job has no topic q")?;
    Ok((TopicId(at as u32), analysis.model.topics[at].schema))
}

/// Equal; numbers in text form (averages) within 1e-9 of each other, times as instants.
fn same(found: &Json, wanted: &Json) -> bool {
    if found == wanted {
        return true;
    }
    let number = |v: &Json| match v {
        Json::String(text) => text.parse::<f64>().ok(),
        other => other.as_f64(),
    };
    let time = |v: &Json| v.as_str().and_then(|t| riparian_functions::time::parse_timestamp(t).ok());
    match (number(found), number(wanted), time(found), time(wanted)) {
        (Some(a), Some(b), ..) => (a - b).abs() <= 1e-9 * b.abs().max(1e-300),
        (_, _, Some(a), Some(b)) => a == b,
        _ => false,
    }
}
