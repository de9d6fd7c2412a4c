//! Every line of the input is accounted for exactly once, counted anew from the log alone.

use super::example::{Input, TOPIC_ON_THE_LOG};
use riparian::embedded::Reader;
use riparian::log::Batch;
use riparian::record::Kind;
use std::collections::BTreeSet;
use std::path::Path;

/// `lines == used + dead`, or [`balance`] fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balance {
    pub lines: u64,
    /// Rows on the internal topic that every usable transfer goes through.
    pub used: u64,
    /// Dead letters of distinct lines.
    pub dead: u64,
}

/// The internal topic, and the topic of dead letters, by the ends of their names.
const USED: &str = ".in_euro.by.sender.repartition";
const DEAD: &str = ".unusable.v1";

/// Counts lines, rows and dead letters, and checks that every file has been read to its end.
pub fn balance(directory: &Path, input: &Input) -> Result<Balance, String> {
    let mut reader = Reader::open_read_only(directory).map_err(|error| error.to_string())?;
    let mut starts = Vec::new();
    for (partition, file) in input.files.iter().enumerate() {
        let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
        let known = reader.positions();
        let read = known.iter().find(|p| p.topic == TOPIC_ON_THE_LOG && p.partition as usize == partition);
        let position = read.map_or(0, |p| p.position);
        if position != bytes.len() as i64 {
            return Err(format!("{} has been read to {position} of {} bytes", file.display(), bytes.len()));
        }
        starts.push(lines(&bytes));
    }
    let mut used = 0;
    each(&mut reader, USED, &mut |_| {
        used += 1;
        Ok(())
    })?;
    let mut dead = BTreeSet::new();
    each(&mut reader, DEAD, &mut |value| {
        let letter: serde_json::Value =
            serde_json::from_slice(value).map_err(|error| format!("a dead letter is no JSON: {error}"))?;
        if letter["topic"] != TOPIC_ON_THE_LOG {
            return Ok(());
        }
        let line = (letter["partition"].as_u64(), letter["offset"].as_i64());
        let known = line.0.zip(line.1).filter(|(partition, offset)| {
            starts.get(*partition as usize).is_some_and(|lines| lines.contains(offset))
        });
        match known {
            None => Err(format!("a dead letter of a line that is not there: {letter}")),
            Some(line) if !dead.insert(line) => Err(format!("two dead letters of one line: {letter}")),
            Some(_) => Ok(()),
        }
    })?;
    let lines = starts.iter().map(|lines| lines.len() as u64).sum();
    let balance = Balance { lines, used, dead: dead.len() as u64 };
    if lines != balance.used + balance.dead {
        return Err(format!("the input does not balance: {balance:?}"));
    }
    Ok(balance)
}

/// Where the lines start.
fn lines(bytes: &[u8]) -> BTreeSet<i64> {
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at as i64 + 1);
    std::iter::once(0).chain(ends).filter(|start| *start < bytes.len() as i64).collect()
}

/// Calls with the value of every record of the topic whose name ends so; control records left out.
fn each(
    reader: &mut Reader,
    end: &str,
    take: &mut dyn FnMut(&[u8]) -> Result<(), String>,
) -> Result<(), String> {
    let topics = reader.topics();
    let topic = topics.iter().find(|topic| topic.name.ends_with(end)).ok_or_else(|| {
        let names: Vec<&str> = topics.iter().map(|topic| topic.name.as_str()).collect();
        format!("no topic ends in `{end}`; there are {}", names.join(", "))
    })?;
    let mut batch = Batch::default();
    for partition in 0..topic.partitions {
        let mut position = reader.start(&topic.name, partition).map_err(|error| error.to_string())?;
        loop {
            batch.clear();
            reader
                .fetch(&topic.name, partition, position, 1 << 20, &mut batch)
                .map_err(|error| error.to_string())?;
            if batch.is_empty() {
                break;
            }
            for index in 0..batch.len() {
                let record = batch.record(index);
                if record.kind == Kind::Data {
                    take(record.value.unwrap_or_default())?;
                }
            }
            position = batch.next;
        }
    }
    Ok(())
}
