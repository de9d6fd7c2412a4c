//! What is committed of a task beside its records: how often it has committed, where it stands in its inputs, its clock.
//!
//! It travels as text in the metadata of the group's offsets, in the transaction that carries the records, so that whoever gets
//! the task next finds the three together. Topics and stages go by name: a job may gain, lose and reorder them.

use crate::varint;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;

/// What the text begins with.
const FORMAT: &str = "riparian2:";

/// One task as of one of its commits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// The name of the task's stage. Its partition is that of the offset beside which the stamp stands.
    pub stage: String,
    /// Made up at the task's first commit: tells one life of a job from another that was started over.
    pub incarnation: u64,
    /// Made up by every worker at its start: two that did the same, one of them in vain, can be told apart.
    pub writer: u64,
    /// Number of the commit, from 1.
    pub epoch: u64,
    /// Next offset by topic (see [`topic_mark`]) and partition.
    pub positions: Vec<(u32, u32, i64)>,
    /// Clock, lanes, ends of the bootstrap and counters, as the task encodes them.
    pub clock: Vec<u8>,
    /// The job's own topics (see [`topic_mark`]) that hold something of the task, in order: whoever goes on with it without one of
    /// them has lost something.
    pub written: Vec<u32>,
}

/// Stands for a topic's name.
pub fn topic_mark(name: &str) -> u32 {
    crc32c::crc32c(name.as_bytes())
}

impl Stamp {
    pub fn encode(&self, out: &mut Vec<u8>) {
        varint::put_bytes(out, self.stage.as_bytes());
        out.extend_from_slice(&self.incarnation.to_le_bytes());
        out.extend_from_slice(&self.writer.to_le_bytes());
        varint::put(out, self.epoch);
        varint::put(out, self.positions.len() as u64);
        for (topic, partition, position) in &self.positions {
            out.extend_from_slice(&topic.to_le_bytes());
            varint::put(out, u64::from(*partition));
            varint::put(out, position.cast_unsigned());
        }
        varint::put_bytes(out, &self.clock);
        varint::put(out, self.written.len() as u64);
        self.written.iter().for_each(|topic| out.extend_from_slice(&topic.to_le_bytes()));
    }

    pub fn decode(input: &mut &[u8]) -> Option<Stamp> {
        let stage = String::from_utf8(varint::take_bytes(input)?.to_vec()).ok()?;
        let (incarnation, rest) = input.split_first_chunk()?;
        let incarnation = u64::from_le_bytes(*incarnation);
        let (writer, rest) = rest.split_first_chunk()?;
        let writer = u64::from_le_bytes(*writer);
        *input = rest;
        let epoch = varint::take(input)?;
        let mut positions = Vec::new();
        for _ in 0..varint::take(input)? {
            let (topic, rest) = input.split_first_chunk()?;
            let topic = u32::from_le_bytes(*topic);
            *input = rest;
            let partition = varint::take(input)?.try_into().ok()?;
            positions.push((topic, partition, varint::take(input)?.cast_signed()));
        }
        let clock = varint::take_bytes(input)?.to_vec();
        let mut written = Vec::new();
        for _ in 0..varint::take(input)? {
            let (topic, rest) = input.split_first_chunk()?;
            written.push(u32::from_le_bytes(*topic));
            *input = rest;
        }
        Some(Stamp { stage, incarnation, writer, epoch, positions, clock, written })
    }

    /// Where the task stands in a partition of a topic.
    pub fn position(&self, topic: &str, partition: u32) -> Option<i64> {
        let mark = topic_mark(topic);
        self.positions
            .iter()
            .find(|(t, p, _)| (*t, *p) == (mark, partition))
            .map(|(_, _, position)| *position)
    }
}

/// The text for the tasks that have their place beside one offset.
pub fn to_text<'s>(stamps: impl IntoIterator<Item = &'s Stamp>) -> String {
    let mut bytes = Vec::new();
    stamps.into_iter().for_each(|stamp| stamp.encode(&mut bytes));
    let mut text = FORMAT.to_owned();
    STANDARD_NO_PAD.encode_string(bytes, &mut text);
    text
}

/// The tasks of a text; `None` if somebody else wrote it.
pub fn of_text(text: &str) -> Option<Vec<Stamp>> {
    let bytes = STANDARD_NO_PAD.decode(text.strip_prefix(FORMAT)?).ok()?;
    let mut input = bytes.as_slice();
    let mut stamps = Vec::new();
    while !input.is_empty() {
        stamps.push(Stamp::decode(&mut input)?);
    }
    Some(stamps)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(stage: &str) -> Stamp {
        Stamp {
            stage: stage.to_owned(),
            incarnation: u64::MAX,
            writer: 1 << 40,
            epoch: 300,
            positions: vec![(topic_mark("a"), 7, 123_456), (topic_mark("b"), 0, 0)],
            clock: vec![0, 255, 3],
            written: vec![topic_mark("c")],
        }
    }

    #[test]
    fn tasks_come_back_as_they_were() {
        let stamps = [stamp("in_euro"), stamp("sums")];
        assert_eq!(of_text(&to_text(&stamps)), Some(stamps.to_vec()));
        assert_eq!(stamps[0].position("a", 7), Some(123_456));
        assert_eq!(stamps[0].position("a", 8), None);
    }

    #[test]
    fn other_texts_are_none() {
        let whole = to_text(&[stamp("in_euro")]);
        for text in ["", "sarama", "riparian2:%", &whole[..whole.len() - 3]] {
            assert_eq!(of_text(text), None, "{text}");
        }
        assert_eq!(of_text("riparian2:"), Some(Vec::new()));
    }
}
