//! Where topics begin and end, and where groups are.

use super::{Client, Isolation, PATIENCE};
use crate::Error;
use rdkafka::consumer::{BaseConsumer, Consumer};
use rdkafka::topic_partition_list::{Offset, TopicPartitionList};
use std::ops::Range;
use std::time::{Duration, Instant};

impl Client {
    /// First offset and end of each partition, of all that is replicated: committed, aborted, open, and the marks of transactions.
    pub fn offsets(&self, topic: &str) -> Result<Vec<Range<i64>>, Error> {
        let mut config = self.config();
        config.set("isolation.level", Isolation::Uncommitted.name());
        let consumer: BaseConsumer = self.create(&config)?;
        let mut all = Vec::new();
        for partition in 0..self.partitions(topic)? {
            let (first, end) = retry(format_args!("offsets of {topic}/{partition}"), || {
                consumer.fetch_watermarks(topic, partition, Duration::from_secs(5))
            })?;
            all.push(first..end);
        }
        Ok(all)
    }

    /// The end of each partition as a reader of this isolation sees it: with committed reads, where the first open transaction begins.
    pub fn ends(&self, topic: &str, isolation: Isolation) -> Result<Vec<i64>, Error> {
        let mut config = self.config();
        config.set("isolation.level", isolation.name());
        let consumer: BaseConsumer = self.create(&config)?;
        let mut ends = Vec::new();
        for partition in 0..self.partitions(topic)? {
            ends.push(end(&consumer, topic, partition)?);
        }
        Ok(ends)
    }

    /// What a group has committed for each partition of a topic: the offset to be read next.
    pub fn committed(&self, group: &str, topic: &str) -> Result<Vec<Option<i64>>, Error> {
        let mut list = TopicPartitionList::new();
        for partition in 0..self.partitions(topic)? {
            list.add_partition(topic, partition);
        }
        let mut config = self.config();
        config.set("group.id", group);
        let consumer: BaseConsumer = self.create(&config)?;
        let found = retry(format_args!("offsets of group {group}"), || {
            consumer.committed_offsets(list.clone(), Duration::from_secs(5))
        })?;
        Ok(found
            .elements()
            .iter()
            .map(|element| match element.offset() {
                Offset::Offset(offset) => Some(offset),
                _ => None,
            })
            .collect())
    }
}

/// The broker is asked for the latest offset; what that is, the consumer's isolation level says.
pub(super) fn end(consumer: &BaseConsumer, topic: &str, partition: i32) -> Result<i64, Error> {
    let doing = format!("end of {topic}/{partition}");
    let mut list = TopicPartitionList::new();
    let added = list.add_partition_offset(topic, partition, Offset::End);
    added.map_err(|error| Error::client(&doing, &error))?;
    let found = retry(&doing, || consumer.offsets_for_times(list.clone(), Duration::from_secs(5)))?;
    let element = found.elements().into_iter().next();
    match element.map(|element| (element.error(), element.offset())) {
        Some((Ok(()), Offset::Offset(offset))) => Ok(offset),
        Some((Err(error), _)) => Err(Error::client(doing, &error)),
        other => Err(Error::new(format!("{doing}: the broker answers {other:?}"))),
    }
}

/// Again until it succeeds: after the death of a node a partition has no leader for a while.
fn retry<T>(
    doing: impl std::fmt::Display,
    act: impl Fn() -> rdkafka::error::KafkaResult<T>,
) -> Result<T, Error> {
    let until = Instant::now() + PATIENCE;
    loop {
        match act() {
            Ok(value) => return Ok(value),
            Err(error) if Instant::now() > until => return Err(Error::client(doing, &error)),
            Err(_) => std::thread::sleep(Duration::from_millis(50)),
        }
    }
}
