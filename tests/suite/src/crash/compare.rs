//! Two directories, record by record: every topic, every partition, every offset, every byte.

use riparian::embedded::Reader;
use riparian::log::Batch;
use riparian::record::{Kind, Record};
use std::collections::BTreeMap;
use std::path::Path;

const FETCH_BYTES: usize = 1 << 20;
/// Longest part of a value shown of a record that differs.
const SHOWN: usize = 300;

/// What two directories have in common, and what not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Records of the undisturbed run, control records of internal topics included.
    pub records: u64,
    /// In the undisturbed run only.
    pub lost: u64,
    /// In the disturbed run only.
    pub doubled: u64,
    /// Where they differ first, with both records.
    pub first: Option<String>,
    /// Records of the undisturbed run by topic on the log: one that has none proves nothing about it.
    pub topics: BTreeMap<String, u64>,
}

impl Comparison {
    pub(super) fn add(&mut self, other: Comparison) {
        self.records += other.records;
        self.lost += other.lost;
        self.doubled += other.doubled;
        self.first = self.first.take().or(other.first);
        for (topic, records) in other.topics {
            *self.topics.entry(topic).or_default() += records;
        }
    }
}

/// A record by itself: what it takes to be the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Owned {
    offset: i64,
    time: i64,
    kind: u8,
    key: Option<Vec<u8>>,
    value: Option<Vec<u8>>,
}

impl Owned {
    fn of(record: &Record<'_>) -> Self {
        Owned {
            offset: record.offset,
            time: record.time,
            kind: match record.kind {
                Kind::Data => 0,
                Kind::Watermark => 1,
                Kind::Idle => 2,
                Kind::TooLarge => 3,
            },
            key: record.key.map(<[u8]>::to_vec),
            value: record.value.map(<[u8]>::to_vec),
        }
    }

    fn shown(record: Option<&Owned>) -> String {
        let Some(record) = record else { return "no record".to_string() };
        let text = |bytes: &Option<Vec<u8>>| match bytes {
            None => "null".to_string(),
            Some(bytes) => bytes[..bytes.len().min(SHOWN)].escape_ascii().to_string(),
        };
        let Owned { offset, time, kind, key, value } = record;
        format!("offset {offset} time {time} kind {kind} key {} value {}", text(key), text(value))
    }
}

/// The records of one partition, read in pieces.
struct Records<'r> {
    reader: &'r mut Reader,
    topic: &'r str,
    partition: u32,
    batch: Batch,
    index: usize,
    position: i64,
}

impl<'r> Records<'r> {
    fn new(reader: &'r mut Reader, topic: &'r str, partition: u32) -> Result<Self, String> {
        let position = reader.start(topic, partition).map_err(|error| error.to_string())?;
        Ok(Records { reader, topic, partition, batch: Batch::default(), index: 0, position })
    }

    fn next(&mut self) -> Result<Option<Owned>, String> {
        if self.index == self.batch.len() {
            self.batch.clear();
            self.reader
                .fetch(self.topic, self.partition, self.position, FETCH_BYTES, &mut self.batch)
                .map_err(|error| error.to_string())?;
            self.index = 0;
            if self.batch.is_empty() {
                return Ok(None);
            }
            self.position = self.batch.next;
        }
        let record = Owned::of(&self.batch.record(self.index));
        self.index += 1;
        Ok(Some(record))
    }
}

/// Compares what two runs have left.
pub fn compare(disturbed: &Path, undisturbed: &Path) -> Result<Comparison, String> {
    let open = |directory| Reader::open_read_only(directory).map_err(|error| error.to_string());
    let (mut found, mut wanted) = (open(disturbed)?, open(undisturbed)?);
    let topics = wanted.topics();
    if topics != found.topics() {
        return Err(format!("topics {:?}, without kills {topics:?}", found.topics()));
    }
    let mut all = Comparison::default();
    for topic in topics {
        for partition in 0..topic.partitions {
            let mut compared = partitions(&mut found, &mut wanted, &topic.name, partition)?;
            if topic.files.is_empty() {
                compared.topics.insert(topic.name.clone(), compared.records);
            }
            all.add(compared);
        }
    }
    if all.records == 0 {
        return Err("there was nothing to compare".to_string());
    }
    Ok(all)
}

fn partitions(
    found: &mut Reader,
    wanted: &mut Reader,
    topic: &str,
    partition: u32,
) -> Result<Comparison, String> {
    let mut comparison = Comparison::default();
    let (mut left, mut right) =
        (Records::new(found, topic, partition)?, Records::new(wanted, topic, partition)?);
    loop {
        let (left, right) = (left.next()?, right.next()?);
        if left != right {
            comparison.first = Some(format!(
                "{topic}, partition {partition}:\n  with kills:    {}\n  without kills: {}",
                Owned::shown(left.as_ref()),
                Owned::shown(right.as_ref())
            ));
            break;
        }
        if right.is_none() {
            return Ok(comparison);
        }
        comparison.records += 1;
    }
    count(found, wanted, topic, partition, comparison)
}

/// They differ: which records are on one side only, wherever they stand. Where the same records stand in another order,
/// each that is out of its place is missing where it should be and is too many where it is.
fn count(
    found: &mut Reader,
    wanted: &mut Reader,
    topic: &str,
    partition: u32,
    mut comparison: Comparison,
) -> Result<Comparison, String> {
    let mut balance: BTreeMap<Owned, i64> = BTreeMap::new();
    let mut places: BTreeMap<i64, Owned> = BTreeMap::new();
    comparison.records = 0;
    let mut records = Records::new(wanted, topic, partition)?;
    while let Some(record) = records.next()? {
        comparison.records += 1;
        places.insert(record.offset, record.clone());
        *balance.entry(Owned { offset: 0, ..record }).or_default() += 1;
    }
    let mut moved = 0;
    let mut records = Records::new(found, topic, partition)?;
    while let Some(record) = records.next()? {
        moved += u64::from(places.get(&record.offset) != Some(&record));
        *balance.entry(Owned { offset: 0, ..record }).or_default() -= 1;
    }
    for count in balance.into_values() {
        if count > 0 {
            comparison.lost += count.unsigned_abs();
        } else {
            comparison.doubled += count.unsigned_abs();
        }
    }
    if comparison.lost + comparison.doubled == 0 {
        (comparison.lost, comparison.doubled) = (moved, moved);
    }
    Ok(comparison)
}

#[cfg(test)]
#[path = "compare_tests.rs"]
mod tests;
