//! Where topics begin and end, and where groups are.

use super::{ANSWER, Client, Isolation, retry};
use crate::Error;
use rdkafka::ClientConfig;
use rdkafka::consumer::Consumer;
use rdkafka::error::{KafkaError, RDKafkaErrorCode};
use rdkafka::topic_partition_list::{Offset, TopicPartitionList};
use std::ops::Range;

impl Client {
    /// First offset and end of each partition, of all that is replicated: committed, aborted, open, and the
    /// marks of transactions.
    pub fn offsets(&self, topic: &str) -> Result<Vec<Range<i64>>, Error> {
        let partitions = self.partitions(topic)?;
        let mut config = self.config();
        config.set("isolation.level", Isolation::Uncommitted.name());
        // One by one: asked for both at once, the library answers an end for a beginning where only that answer failed.
        let firsts = bounds(&config, topic, partitions, Offset::Beginning)?;
        let ends = bounds(&config, topic, partitions, Offset::End)?;
        Ok(firsts.into_iter().zip(ends).map(|(first, end)| first..end).collect())
    }

    /// The end of each partition as a reader of this isolation sees it: with committed reads, where the first
    /// open transaction begins.
    pub fn ends(&self, topic: &str, isolation: Isolation) -> Result<Vec<i64>, Error> {
        let partitions = self.partitions(topic)?;
        let mut config = self.config();
        config.set("isolation.level", isolation.name());
        bounds(&config, topic, partitions, Offset::End)
    }

    /// What a group has committed for each partition of a topic: the offset to be read next.
    pub fn committed(&self, group: &str, topic: &str) -> Result<Vec<Option<i64>>, Error> {
        let partitions = self.partitions(topic)?;
        let mut config = self.config();
        config.set("group.id", group);
        retry(&config, format_args!("offsets of group {group} on {topic}"), |consumer| {
            let mut list = TopicPartitionList::new();
            list.add_partition_range(topic, 0, partitions - 1);
            let found = consumer.committed_offsets(list, ANSWER)?;
            let of = |partition| match found.find_partition(topic, partition)?.offset() {
                Offset::Offset(offset) => Some(offset),
                _ => None,
            };
            Ok((0..partitions).map(of).collect())
        })
    }
}

/// The first or the latest offset of each partition; what the latest is, the configured isolation level says.
pub(super) fn bounds(
    config: &ClientConfig,
    topic: &str,
    partitions: i32,
    which: Offset,
) -> Result<Vec<i64>, Error> {
    retry(config, format_args!("offsets of {topic}"), |consumer| {
        let mut list = TopicPartitionList::new();
        for partition in 0..partitions {
            list.add_partition_offset(topic, partition, which)?;
        }
        let found = consumer.offsets_for_times(list, ANSWER)?;
        let offset = |partition| {
            let unknown = || KafkaError::OffsetFetch(RDKafkaErrorCode::UnknownPartition);
            let element = found.find_partition(topic, partition).ok_or_else(unknown)?;
            element.error()?;
            match element.offset() {
                Offset::Offset(offset) => Ok(offset),
                _ => Err(unknown()),
            }
        };
        (0..partitions).map(offset).collect()
    })
}
