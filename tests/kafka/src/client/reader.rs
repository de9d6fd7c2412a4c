//! Reading a topic to its end, with or without what transactions have not committed.

use super::{Client, PATIENCE, Written, offsets};
use crate::Error;
use rdkafka::ClientConfig;
use rdkafka::consumer::{BaseConsumer, Consumer};
use rdkafka::error::{KafkaError, RDKafkaErrorCode};
use rdkafka::message::{BorrowedMessage, Headers};
use rdkafka::topic_partition_list::{Offset, TopicPartitionList};
use rdkafka::{Message, Timestamp};
use std::time::{Duration, Instant};

/// What a reader sees of transactions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Isolation {
    /// What is committed, and nothing behind the first open transaction.
    Committed,
    /// Everything that lies in the topic.
    Uncommitted,
}

impl Isolation {
    /// The library's name for it.
    pub fn name(self) -> &'static str {
        match self {
            Isolation::Committed => "read_committed",
            Isolation::Uncommitted => "read_uncommitted",
        }
    }
}

/// The log's last batch may hold no record any more, after compaction; then no record leads up to the end.
/// The client has told us that nothing more is there, and this long nothing has come: longer than a new
/// leader takes to learn what was replicated.
const QUIET: Duration = Duration::from_secs(2);

/// Checks of the position cost more than a record; so many records lie between two of them.
const BETWEEN_CHECKS: usize = 10_000;

/// Reads all partitions of a topic from their beginnings, on from where the last call ended.
pub struct Reader {
    config: ClientConfig,
    consumer: BaseConsumer,
    topic: String,
    partitions: Vec<Partition>,
}

#[derive(Debug)]
struct Partition {
    /// Where reading began.
    first: i64,
    /// When the client last said that nothing more is there, if nothing has come since.
    dry: Option<Instant>,
}

impl Client {
    /// All that is in a topic now, by partition, in the order of offsets.
    pub fn read(&self, topic: &str, isolation: Isolation) -> Result<Vec<Vec<Written>>, Error> {
        let mut reader = self.reader(topic, isolation)?;
        let mut by_partition: Vec<Vec<Written>> = reader.partitions.iter().map(|_| Vec::new()).collect();
        for record in reader.to_end()? {
            if let Some(partition) =
                usize::try_from(record.partition).ok().and_then(|at| by_partition.get_mut(at))
            {
                partition.push(record);
            }
        }
        Ok(by_partition)
    }

    /// A reader that stands at the beginning of each partition of a topic; a missing topic is an error.
    pub fn reader(&self, topic: &str, isolation: Isolation) -> Result<Reader, Error> {
        let starts = self.offsets(topic)?;
        let mut config = self.config();
        config
            .set("isolation.level", isolation.name())
            // Named because the library insists; nobody joins it, and nothing is committed to it.
            .set("group.id", "reader-without-a-group")
            .set("enable.auto.commit", "false")
            .set("enable.auto.offset.store", "false")
            .set("enable.partition.eof", "true")
            // Records that are gone before they were read are an error, not a gap.
            .set("auto.offset.reset", "error")
            .set("fetch.wait.max.ms", "50")
            .set("fetch.error.backoff.ms", "50")
            .set("fetch.queue.backoff.ms", "5");
        let consumer: BaseConsumer = self.create(&config)?;
        let mut list = TopicPartitionList::new();
        for (partition, offsets) in (0..).zip(&starts) {
            let added = list.add_partition_offset(topic, partition, Offset::Offset(offsets.start));
            added.map_err(|error| Error::client(format_args!("{topic}/{partition}"), &error))?;
        }
        consumer.assign(&list).map_err(|error| Error::client(format_args!("assigning {topic}"), &error))?;
        let partitions = starts.iter().map(|offsets| Partition { first: offsets.start, dry: None }).collect();
        Ok(Reader { config, consumer, topic: topic.to_owned(), partitions })
    }
}

impl Reader {
    /// Reads on to what is the end of each partition at the moment of the call, for this isolation; records
    /// that are written meanwhile may be among them. Within a partition they are in the order of offsets.
    pub fn to_end(&mut self) -> Result<Vec<Written>, Error> {
        let ends = offsets::bounds(
            &self.config,
            &self.topic,
            i32::try_from(self.partitions.len()).unwrap_or(i32::MAX),
            Offset::End,
        )?;
        let mut records = Vec::new();
        let begun = Instant::now();
        let mut until = begun + PATIENCE;
        loop {
            let missing = self.missing(&ends, begun)?;
            if missing.is_empty() {
                return Ok(records);
            }
            let before = records.len();
            self.poll(&mut records, Duration::from_millis(20))?;
            if records.len() > before {
                until = Instant::now() + PATIENCE;
            } else if Instant::now() > until {
                return Err(Error::new(format!(
                    "reading {} stands still before {}",
                    self.topic,
                    missing.join(", ")
                )));
            }
        }
    }

    /// Reads on until `enough` says so of all that this call has read; an error after `patience`, which says
    /// how much there was.
    pub fn until(
        &mut self,
        patience: Duration,
        mut enough: impl FnMut(&[Written]) -> bool,
    ) -> Result<Vec<Written>, Error> {
        let mut records = Vec::new();
        let until = Instant::now() + patience;
        while !enough(&records) {
            if Instant::now() > until {
                let (had, topic) = (records.len(), &self.topic);
                return Err(Error::new(format!(
                    "after {patience:?} {had} records of {topic} are not enough"
                )));
            }
            self.poll(&mut records, Duration::from_millis(20))?;
        }
        Ok(records)
    }

    /// What has come since the last call; waits a moment for the first.
    pub fn some(&mut self) -> Result<Vec<Written>, Error> {
        let mut records = Vec::new();
        self.poll(&mut records, Duration::from_millis(5))?;
        Ok(records)
    }

    /// Takes what is there, and waits if nothing is.
    fn poll(&mut self, records: &mut Vec<Written>, wait: Duration) -> Result<(), Error> {
        let mut wait = wait;
        for _ in 0..BETWEEN_CHECKS {
            match self.consumer.poll(wait) {
                None => break,
                Some(Ok(message)) => {
                    let written = written(&message);
                    if let Some(partition) = at(&mut self.partitions, written.partition) {
                        partition.dry = None;
                    }
                    records.push(written);
                }
                Some(Err(KafkaError::PartitionEOF(partition))) => {
                    if let Some(partition) = at(&mut self.partitions, partition) {
                        partition.dry = Some(Instant::now());
                    }
                }
                Some(Err(error)) if passes(&error) => {}
                Some(Err(error)) => {
                    return Err(Error::client(format_args!("reading {}", self.topic), &error));
                }
            }
            wait = Duration::ZERO;
        }
        Ok(())
    }

    /// The partitions whose end is not reached. The client's position counts marks of transactions, which are
    /// no records. That nothing has come counts from when this call began to ask.
    fn missing(&self, ends: &[i64], begun: Instant) -> Result<Vec<String>, Error> {
        let positions = self.consumer.position().map_err(|error| Error::client("position", &error))?;
        let mut missing = Vec::new();
        for ((number, partition), end) in (0..).zip(&self.partitions).zip(ends) {
            let position = match positions.find_partition(&self.topic, number).map(|found| found.offset()) {
                Some(Offset::Offset(offset)) => offset,
                _ => partition.first,
            };
            if position < *end && partition.dry.is_none_or(|since| since.max(begun).elapsed() < QUIET) {
                missing.push(format!("{end} of partition {number} at {position}"));
            }
        }
        Ok(missing)
    }
}

fn at(partitions: &mut [Partition], number: i32) -> Option<&mut Partition> {
    partitions.get_mut(usize::try_from(number).ok()?)
}

/// Errors after which the library goes on by itself: nodes that are away, leaders that move.
fn passes(error: &KafkaError) -> bool {
    use RDKafkaErrorCode as Code;
    match error {
        KafkaError::MessageConsumption(code) => !matches!(
            code,
            Code::UnknownTopic
                | Code::UnknownPartition
                | Code::UnknownTopicOrPartition
                | Code::OffsetOutOfRange
                | Code::AutoOffsetReset
                | Code::TopicAuthorizationFailed
        ),
        _ => false,
    }
}

fn written(message: &BorrowedMessage<'_>) -> Written {
    let headers = message.headers().map(|headers| {
        let all = headers.iter().map(|header| (header.key.to_owned(), header.value.map(<[u8]>::to_vec)));
        all.collect()
    });
    Written {
        partition: message.partition(),
        offset: message.offset(),
        timestamp: match message.timestamp() {
            Timestamp::NotAvailable => None,
            Timestamp::CreateTime(millis) | Timestamp::LogAppendTime(millis) => Some(millis),
        },
        key: message.key().map(<[u8]>::to_vec),
        value: message.payload().map(<[u8]>::to_vec),
        headers: headers.unwrap_or_default(),
    }
}
