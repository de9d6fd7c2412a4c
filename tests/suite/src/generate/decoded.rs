//! A case's lines as the interpreter takes them.

use super::Case;
use crate::decode;
use riparian_compiler::interpret::{Input, Payload};
use riparian_compiler::model::TopicId;
use riparian_compiler::workspace::Analysis;
use riparian_functions::Fail;
use std::collections::BTreeMap;

/// Topics and records in order of arrival, with the offsets that the log gives them; lines of topics that the text does
/// not declare are left out.
pub fn inputs(case: &Case, analysis: &Analysis) -> Vec<(TopicId, Input)> {
    let model = &analysis.model;
    let mut offsets: BTreeMap<TopicId, i64> = BTreeMap::new();
    let mut found = Vec::new();
    for line in &case.inputs {
        let Some(at) = model.topics.iter().position(|topic| topic.name == *line.topic) else { continue };
        let (id, topic) = (TopicId(at as u32), &model.topics[at]);
        let payload = match line.value.as_deref().map(serde_json::from_str) {
            None => Payload::Null,
            Some(Err(_)) => Payload::Undecodable(Fail::InvalidJson),
            Some(Ok(json)) => {
                decode::columns(model, topic, &json).map_or_else(Payload::Undecodable, Payload::Columns)
            }
        };
        let time = decode::event_time(model, topic, &payload, line.time);
        let offset = offsets.entry(id).or_insert(0);
        found.push((id, Input { offset: *offset, time, key: None, payload }));
        *offset += 1;
    }
    found
}
