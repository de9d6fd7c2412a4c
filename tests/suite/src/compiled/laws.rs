//! What the laws (spec: state.law-r, balance.law-p) say of compiled jobs: scripts that spread the inputs over partitions, and the final rows
//! that any number of partitions must agree on.

use super::{Record, Script};
use crate::generate::Line;
use riparian_compiler::model::{Topic, TopicKind};
use riparian_compiler::plan::{Job, OperatorKind};
use riparian_compiler::workspace::Analysis;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Feeds the lines that the job reads, each to the partition of its key, reads them to their end, and takes what was
/// written.
pub fn script<'l>(
    analysis: &Analysis,
    job: &Job,
    lines: impl Iterator<Item = &'l Line>,
    partitions: u32,
    commit: usize,
) -> Script {
    let mut script = Script::new(partitions, commit);
    let reads = |topic: &Topic| {
        job.operators.iter().any(|operator| {
            matches!(&operator.kind, OperatorKind::Source(source)
                if analysis.model.topic(source.topic).full_name == topic.full_name)
        })
    };
    for line in lines {
        let topic = analysis.model.topics.iter().find(|topic| topic.name == *line.topic);
        let Some(topic) = topic.filter(|topic| reads(topic)) else { continue };
        script.feed(&Record {
            topic: topic.full_name.to_string(),
            time: line.time,
            key: key(topic, line),
            value: line.value.as_ref().map(|value| value.as_bytes().to_vec()),
        });
    }
    script.settle();
    script.take();
    script
}

/// The key as a producer writes it, from the value's first key column; of a broken record there is none.
fn key(topic: &Topic, line: &Line) -> Option<Vec<u8>> {
    let json: Json = serde_json::from_str(line.value.as_deref()?).ok()?;
    let key = json.get(topic.key.first()?.field.as_str())?.as_i64()?;
    Some(key.to_be_bytes().to_vec())
}

/// Whether Law P says anything of the final rows of a random job: what passes `keep first` goes by arrival, and a sum of
/// floats by the order of its terms.
pub fn promises_final_rows(text: &str) -> bool {
    let floats = text.split("record Result").nth(1).and_then(|rest| rest.split('}').next());
    !text.contains("keep ") && !floats.is_some_and(|fields| fields.contains("float"))
}

/// What is left at the end of a run.
#[derive(Clone, Debug, Default)]
pub struct Ends {
    /// By topic and key; of a stream by topic and record.
    pub rows: BTreeMap<String, String>,
    late: bool,
    failed_results: bool,
}

impl Ends {
    /// The law has a condition that the run does not meet: a record was late, or a result could not be computed on the
    /// way, which depends on the way.
    pub fn is_open(&self) -> bool {
        self.late || self.failed_results
    }

    /// The first row that is not the same, for people.
    pub fn difference(&self, other: &Ends) -> Option<String> {
        let keys = self.rows.keys().chain(other.rows.keys());
        let differing = keys.into_iter().find(|key| self.rows.get(*key) != other.rows.get(*key))?;
        let show = |ends: &Ends| ends.rows.get(differing).cloned().unwrap_or_else(|| "no row".to_owned());
        Some(format!(
            "{differing}\n  with one partition: {}\n  here:               {}",
            show(self),
            show(other)
        ))
    }
}

/// The final rows of what a run has written.
pub fn ends(analysis: &Analysis, written: &[Record]) -> Result<Ends, String> {
    let mut ends = Ends::default();
    for record in written {
        let topic = analysis.model.topics.iter().find(|topic| *topic.full_name == *record.topic);
        let topic = topic.ok_or_else(|| format!("no topic {}", record.topic))?;
        let text = |bytes: &Option<Vec<u8>>| {
            bytes.as_ref().map_or("-".into(), |bytes| String::from_utf8_lossy(bytes).into_owned())
        };
        match topic.kind {
            TopicKind::DeadLetter => {
                let letter: Json = serde_json::from_slice(record.value.as_deref().unwrap_or_default())
                    .map_err(|error| error.to_string())?;
                ends.late |= letter["reason"] == "late";
                ends.failed_results |= letter["topic"].is_null() || letter["node"] == "groups";
                let row = format!("{}: {} at {}", topic.name, letter["reason"], letter["node"]);
                count(&mut ends.rows, row);
            }
            TopicKind::Table => {
                let key = format!("{} {:?}", topic.name, record.key);
                match &record.value {
                    Some(_) => ends.rows.insert(key, format!("{} {}", record.time, text(&record.value))),
                    None => ends.rows.remove(&key),
                };
            }
            _ => count(
                &mut ends.rows,
                format!("{} {:?} {} {}", topic.name, record.key, record.time, text(&record.value)),
            ),
        }
    }
    Ok(ends)
}

/// How often a stream has the record.
fn count(rows: &mut BTreeMap<String, String>, record: String) {
    let times = rows.get(&record).and_then(|times| times.parse::<u64>().ok()).unwrap_or(0);
    rows.insert(record, (times + 1).to_string());
}
