//! A log in memory, for tests: commits are atomic by being all in one place, and can be made to fail.

use crate::fail::Fatal;
use crate::job::{Job, TopicIndex};
use crate::log::{Batch, Epoch, Log, Outcome, Recovered, Span};
use crate::record::{Kind, Record};
use crate::stage::{Partition, TaskId};
use std::collections::{BTreeMap, VecDeque};

/// An owned record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub time: i64,
    pub key: Option<Vec<u8>>,
    pub value: Option<Vec<u8>>,
    pub kind: Kind,
}

impl Kept {
    pub fn of(record: &Record<'_>) -> Self {
        Kept {
            time: record.time,
            key: record.key.map(<[u8]>::to_vec),
            value: record.value.map(<[u8]>::to_vec),
            kind: record.kind,
        }
    }
}

/// What a store has committed, and with which layout.
type Store = (String, BTreeMap<Vec<u8>, Vec<u8>>);

/// Topics, state and positions of one job.
#[derive(Clone, Debug)]
pub struct MemoryLog {
    partitions: Vec<u32>,
    records: BTreeMap<Partition, Vec<Kept>>,
    stores: BTreeMap<(TaskId, u16), Store>,
    positions: BTreeMap<(TaskId, Partition), i64>,
    clocks: BTreeMap<TaskId, Vec<u8>>,
    /// The choices of every committed epoch.
    pub choices: Vec<Vec<u8>>,
    /// Records per fetch, at most.
    pub batch: usize,
    /// Nothing more will come to the sources.
    pub finished: bool,
    /// What becomes of the next commits; afterwards all succeed. `Unknown` has in fact been committed if the flag says so.
    pub outcomes: VecDeque<(Outcome, bool)>,
}

impl MemoryLog {
    /// Every topic of the job with `partitions` partitions.
    pub fn new(job: &Job, partitions: u32) -> Self {
        MemoryLog::with(vec![partitions; job.topics.len()])
    }

    /// Partitions by topic.
    pub fn with(partitions: Vec<u32>) -> Self {
        MemoryLog {
            partitions,
            records: BTreeMap::new(),
            stores: BTreeMap::new(),
            positions: BTreeMap::new(),
            clocks: BTreeMap::new(),
            choices: Vec::new(),
            batch: usize::MAX,
            finished: true,
            outcomes: VecDeque::new(),
        }
    }

    /// Appends a record as a producer outside would: to the partition of its key, which is returned.
    pub fn feed(
        &mut self,
        topic: TopicIndex,
        time: i64,
        key: Option<&[u8]>,
        value: Option<&[u8]>,
    ) -> Partition {
        let partitions = self.partitions[usize::from(topic)];
        let number = key.map_or(0, |key| crate::partitioner::partition(key, partitions));
        let to = Partition { topic, number };
        self.feed_to(to, time, key, value);
        to
    }

    pub fn feed_to(&mut self, to: Partition, time: i64, key: Option<&[u8]>, value: Option<&[u8]>) {
        let record = Record { key, value, ..Record::made(time) };
        self.records.entry(to).or_default().push(Kept::of(&record));
    }

    /// A log with these partitions' records and nothing else: no state, no position.
    pub fn only(&self, partitions: &dyn Fn(Partition) -> bool) -> MemoryLog {
        let kept = self.records.iter().filter(|(partition, _)| partitions(**partition));
        MemoryLog {
            records: kept.map(|(partition, records)| (*partition, records.clone())).collect(),
            batch: self.batch,
            ..MemoryLog::with(self.partitions.clone())
        }
    }

    /// Stores, positions and clocks are byte for byte those of another log.
    pub fn same_state(&self, other: &MemoryLog) -> bool {
        let stores = |log: &MemoryLog| {
            let kept = log.stores.iter().filter(|(_, (_, entries))| !entries.is_empty());
            kept.map(|(id, store)| (*id, store.clone())).collect::<BTreeMap<_, _>>()
        };
        stores(self) == stores(other) && self.positions == other.positions && self.clocks == other.clocks
    }

    /// All records of a partition.
    pub fn records(&self, partition: Partition) -> &[Kept] {
        self.records.get(&partition).map_or(&[], Vec::as_slice)
    }

    /// All records of a topic, by partition.
    pub fn topic(&self, topic: TopicIndex) -> Vec<&Kept> {
        (0..self.partitions[usize::from(topic)])
            .flat_map(|number| self.records(Partition { topic, number }))
            .collect()
    }

    /// Everything that was written to every topic, to be compared between runs.
    pub fn all(&self) -> &BTreeMap<Partition, Vec<Kept>> {
        &self.records
    }

    /// Entries of a store.
    pub fn store(&self, task: TaskId, store: u16) -> usize {
        self.stores.get(&(task, store)).map_or(0, |(_, entries)| entries.len())
    }

    fn apply(&mut self, epoch: &Epoch<'_>) {
        for (partition, chunk) in epoch.outputs {
            self.records.entry(*partition).or_default().extend(chunk.records(0).map(|r| Kept::of(&r)));
        }
        for (store, chunk) in epoch.changelog {
            let (_, entries) = self.stores.entry(*store).or_default();
            for record in chunk.records(0) {
                let key = record.key.unwrap_or_default().to_vec();
                match record.value {
                    Some(value) => entries.insert(key, value.to_vec()),
                    None => entries.remove(&key),
                };
            }
        }
        self.positions.extend(epoch.positions.iter().map(|(of, position)| (*of, *position)));
        self.clocks.extend(epoch.clocks.iter().map(|(of, clock)| (*of, clock.clone())));
        self.choices.push(epoch.choices.to_vec());
    }
}

impl Log for MemoryLog {
    fn partitions(&self, topic: TopicIndex) -> u32 {
        self.partitions[usize::from(topic)]
    }

    fn fetch(
        &mut self,
        _: TaskId,
        partition: Partition,
        position: i64,
        bytes: usize,
        batch: &mut Batch,
    ) -> Result<(), Fatal> {
        batch.clear();
        batch.next = position;
        let records = self.records.get(&partition).map_or(&[][..], Vec::as_slice);
        for record in records.iter().skip(position as usize).take(self.batch) {
            let mut put = |bytes: &Option<Vec<u8>>| {
                bytes.as_ref().map(|bytes| {
                    let start = batch.bytes.len() as u32;
                    batch.bytes.extend_from_slice(bytes);
                    (start, batch.bytes.len() as u32)
                })
            };
            let (key, value) = (put(&record.key), put(&record.value));
            batch.spans.push(Span { offset: batch.next, time: record.time, key, value, kind: record.kind });
            batch.next += 1;
            if batch.bytes.len() >= bytes {
                break;
            }
        }
        Ok(())
    }

    fn start(&mut self, _: Partition) -> Result<i64, Fatal> {
        Ok(0)
    }

    fn end(&mut self, partition: Partition) -> Result<i64, Fatal> {
        Ok(self.records(partition).len() as i64)
    }

    fn finished(&mut self, _: Partition, _: i64) -> Result<bool, Fatal> {
        Ok(self.finished)
    }

    fn commit(&mut self, epoch: &Epoch<'_>) -> Result<Outcome, Fatal> {
        let (outcome, applied) = self.outcomes.pop_front().unwrap_or((Outcome::Committed, true));
        if applied {
            self.apply(epoch);
        }
        Ok(outcome)
    }

    fn recover(&mut self) -> Result<Recovered, Fatal> {
        Ok(Recovered { positions: self.positions.clone(), clocks: self.clocks.clone() })
    }

    fn restore(
        &mut self,
        task: TaskId,
        store: u16,
        name: &str,
        layout: &str,
        put: &mut dyn FnMut(&[u8], Option<&[u8]>) -> Result<(), Fatal>,
    ) -> Result<(), Fatal> {
        let (known, entries) = self.stores.entry((task, store)).or_default();
        if known.is_empty() {
            layout.clone_into(known);
        } else if known != layout {
            return Err(Fatal::Layout {
                store: name.to_owned(),
                found: known.clone(),
                wanted: layout.to_owned(),
            });
        }
        entries.iter().try_for_each(|(key, value)| put(key, Some(value)))
    }

    fn wants_snapshot(&self, _: TaskId, _: u16) -> bool {
        false
    }

    fn snapshot(
        &mut self,
        _: TaskId,
        _: u16,
        _: &str,
        _: &str,
        _: &mut dyn FnMut(&mut dyn FnMut(&[u8], &[u8])),
    ) -> Result<(), Fatal> {
        Ok(())
    }
}
