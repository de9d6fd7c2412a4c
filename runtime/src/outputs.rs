//! What the tasks of one worker have written since its last commit, by topic and partition.

use crate::job::TopicIndex;
use crate::partitioner;
use crate::record::{Chunk, Kind};
use crate::stage::Partition;
use std::collections::BTreeMap;

/// Open chunks of every partition of every topic.
#[derive(Debug, Default)]
pub struct Outputs {
    topics: Vec<Vec<Chunk>>,
    /// Encoded bytes since the last commit.
    bytes: usize,
    /// Where a key is encoded before its partition is known.
    key: Vec<u8>,
    partition_key: Vec<u8>,
}

impl Outputs {
    /// `partitions` of each topic of the job, by index.
    pub fn new(partitions: &[u32]) -> Self {
        let topics = partitions.iter().map(|count| vec![Chunk::default(); *count as usize]).collect();
        Outputs { topics, ..Outputs::default() }
    }

    pub fn partitions(&self, topic: TopicIndex) -> u32 {
        self.topics.get(usize::from(topic)).map_or(0, |chunks| chunks.len() as u32)
    }

    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Appends a record to the partition of its key.
    #[inline]
    pub(crate) fn keyed(
        &mut self,
        topic: TopicIndex,
        time: i64,
        key: impl FnOnce(&mut Vec<u8>),
        value: impl FnOnce(&mut Vec<u8>) -> bool,
    ) {
        if let Some([chunk]) = self.topics.get_mut(usize::from(topic)).map(Vec::as_mut_slice) {
            // No choice to be made: the key is written where it stays.
            self.bytes += chunk.push_encoded(Kind::Data, time, key, value);
            return;
        }
        let mut bytes = std::mem::take(&mut self.key);
        bytes.clear();
        key(&mut bytes);
        let number = partitioner::partition(&bytes, self.partitions(topic));
        self.push(Partition { topic, number }, Kind::Data, time, Some(&bytes), value);
        self.key = bytes;
    }

    /// Appends a record to the partition of something else than its key.
    pub(crate) fn placed(
        &mut self,
        topic: TopicIndex,
        time: i64,
        partition_key: impl FnOnce(&mut Vec<u8>),
        key: impl FnOnce(&mut Vec<u8>),
        value: impl FnOnce(&mut Vec<u8>) -> bool,
    ) {
        let mut place = std::mem::take(&mut self.partition_key);
        place.clear();
        partition_key(&mut place);
        let number = partitioner::partition(&place, self.partitions(topic));
        self.partition_key = place;
        let mut bytes = std::mem::take(&mut self.key);
        bytes.clear();
        key(&mut bytes);
        self.push(Partition { topic, number }, Kind::Data, time, Some(&bytes), value);
        self.key = bytes;
    }

    #[inline]
    pub(crate) fn push(
        &mut self,
        to: Partition,
        kind: Kind,
        time: i64,
        key: Option<&[u8]>,
        value: impl FnOnce(&mut Vec<u8>) -> bool,
    ) {
        let chunk = self
            .topics
            .get_mut(usize::from(to.topic))
            .and_then(|chunks| chunks.get_mut(to.number as usize))
            .expect("a topic of the job and one of its partitions");
        let before = chunk.bytes.len();
        chunk.push_with(kind, time, key, value);
        self.bytes += chunk.bytes.len() - before;
    }

    /// Moves what was written into `into`, whose buffers of the commit before come back for reuse.
    pub fn take(&mut self, into: &mut BTreeMap<Partition, Chunk>) {
        let mut used = std::mem::take(into);
        for (topic, chunks) in (0..).zip(&mut self.topics) {
            for (number, chunk) in (0..).zip(chunks) {
                if !chunk.is_empty() {
                    let partition = Partition { topic, number };
                    let mut reuse = used.remove(&partition).unwrap_or_default();
                    reuse.clear();
                    into.insert(partition, std::mem::replace(chunk, reuse));
                }
            }
        }
        self.bytes = 0;
    }

    /// Takes buffers of a commit back, so that what is written next stays in memory that the processor still has at hand.
    pub fn give_back(&mut self, chunks: &mut BTreeMap<Partition, Chunk>) {
        for (partition, chunk) in chunks {
            let open = self.topics.get_mut(usize::from(partition.topic));
            let open = open.and_then(|chunks| chunks.get_mut(partition.number as usize));
            if let Some(open) =
                open.filter(|open| open.is_empty() && open.bytes.capacity() < chunk.bytes.capacity())
            {
                chunk.clear();
                std::mem::swap(open, chunk);
            }
        }
    }

    /// Forgets what was written.
    pub fn clear(&mut self) {
        self.topics.iter_mut().flatten().for_each(Chunk::clear);
        self.bytes = 0;
    }
}
