//! The client library alone: counts the committed records of a topic and does nothing with them.

use crate::{Client, Error};
use rdkafka::consumer::{BaseConsumer, Consumer};
use rdkafka::error::KafkaError;
use rdkafka::topic_partition_list::{Offset, TopicPartitionList};
use std::time::{Duration, Instant};

/// Longest time without any record before the end.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Bare {
    consumer: BaseConsumer,
    topic: String,
    /// Whose end has been reached.
    partitions: Vec<bool>,
    pub records: u64,
}

impl Bare {
    /// Stands at the beginning of each partition.
    pub fn open(client: &Client, topic: &str) -> Result<Bare, Error> {
        let partitions = client.partitions(topic)?;
        let mut config = client.config();
        // As the job sets them where they decide about speed.
        config
            .set("group.id", "reader-without-a-group")
            .set("enable.auto.commit", "false")
            .set("enable.auto.offset.store", "false")
            .set("enable.partition.eof", "true")
            .set("fetch.message.max.bytes", "1048576")
            .set("fetch.wait.max.ms", "10")
            .set("fetch.queue.backoff.ms", "5")
            .set("queued.max.messages.kbytes", "32768")
            .set("isolation.level", "read_committed");
        let consumer: BaseConsumer = config.create().map_err(|error| Error::client("a client", &error))?;
        let mut list = TopicPartitionList::new();
        for partition in 0..partitions {
            let added = list.add_partition_offset(topic, partition, Offset::Beginning);
            added.map_err(|error| Error::client(format_args!("{topic}/{partition}"), &error))?;
        }
        consumer.assign(&list).map_err(|error| Error::client(format_args!("assigning {topic}"), &error))?;
        let partitions = vec![false; partitions.unsigned_abs() as usize];
        Ok(Bare { consumer, topic: topic.to_owned(), partitions, records: 0 })
    }

    /// Reads until the library has said of each partition that nothing more is there. It says so once each time that it gets
    /// there: only for a topic to which nobody writes.
    pub fn read_to_end(&mut self) -> Result<(), Error> {
        let (mut last, mut before) = (Instant::now(), 0);
        while self.partitions.contains(&false) {
            if !self.poll(Duration::from_millis(100))? {
                if self.records > before {
                    (last, before) = (Instant::now(), self.records);
                } else if last.elapsed() > PATIENCE {
                    return Err(Error::new(format!("reading {} stands still", self.topic)));
                }
            }
        }
        Ok(())
    }

    /// Reads what comes, for a while.
    pub fn read_for(&mut self, time: Duration) -> Result<(), Error> {
        let until = Instant::now() + time;
        while Instant::now() < until {
            self.poll(Duration::from_millis(100))?;
        }
        Ok(())
    }

    /// Takes one record or one end; false if nothing has come.
    fn poll(&mut self, wait: Duration) -> Result<bool, Error> {
        match self.consumer.poll(wait) {
            None => return Ok(false),
            Some(Ok(_)) => self.records += 1,
            Some(Err(KafkaError::PartitionEOF(partition))) => {
                if let Some(ended) = self.partitions.get_mut(partition.unsigned_abs() as usize) {
                    *ended = true;
                }
            }
            Some(Err(error)) => return Err(Error::client(format_args!("reading {}", self.topic), &error)),
        }
        Ok(true)
    }
}
