//! Writing in transactions, as a program beside the job would.

use super::{ANSWER, Client, PATIENCE, Record, Writer};
use crate::Error;
use rdkafka::consumer::ConsumerGroupMetadata;
use rdkafka::error::KafkaError;
use rdkafka::producer::Producer;
use rdkafka::topic_partition_list::{Offset, TopicPartitionList};
use std::time::Duration;

/// A producer with a transactional id. Making one fences every earlier one of the same id and aborts what it
/// left open.
pub struct Transactional {
    writer: Writer,
}

impl Client {
    /// Becomes the producer of this transactional id. A transaction may stay open for `timeout`; then the
    /// broker aborts it.
    pub fn transactional(&self, id: &str, timeout: Duration) -> Result<Transactional, Error> {
        let answer = ANSWER.min(timeout.saturating_sub(Duration::from_millis(200))).as_millis().to_string();
        let timeout = timeout.as_millis().to_string();
        let settings = [
            ("transactional.id", id),
            ("transaction.timeout.ms", &timeout),
            // The library demands both: no longer than the transaction may last, and shorter than that.
            ("message.timeout.ms", &timeout),
            ("socket.timeout.ms", &answer),
        ];
        let writer = self.writer_with(&settings)?;
        let ready = writer.producer.init_transactions(PATIENCE);
        ready.map_err(|error| Error::client(format_args!("becoming producer {id}"), &error))?;
        Ok(Transactional { writer })
    }
}

impl Transactional {
    /// Begins a transaction.
    pub fn begin(&self) -> Result<(), Error> {
        self.writer.producer.begin_transaction().map_err(|error| Error::client("begin", &error))
    }

    /// Writes records into the open transaction and waits until they are in the topic, where uncommitted
    /// readers see them.
    pub fn write(&self, topic: &str, records: impl IntoIterator<Item = Record>) -> Result<(), Error> {
        self.writer.write(topic, records)
    }

    /// Puts the offsets of a group into the open transaction: for each partition of the topic, what is to be
    /// read next.
    pub fn offsets(
        &self,
        group: &ConsumerGroupMetadata,
        topic: &str,
        next: &[(i32, i64)],
    ) -> Result<(), Error> {
        let mut list = TopicPartitionList::new();
        for (partition, offset) in next {
            let added = list.add_partition_offset(topic, *partition, Offset::Offset(*offset));
            added.map_err(|error| Error::client("offsets", &error))?;
        }
        let sent = self.writer.producer.send_offsets_to_transaction(&list, group, PATIENCE);
        sent.map_err(|error| Error::client("offsets into the transaction", &error))
    }

    /// Commits what was written since `begin`.
    pub fn commit(&self) -> Result<(), Error> {
        self.repeat("commit", || self.writer.producer.commit_transaction(PATIENCE))
    }

    /// Aborts it.
    pub fn abort(&self) -> Result<(), Error> {
        self.repeat("abort", || self.writer.producer.abort_transaction(PATIENCE))
    }

    /// Again while the library says that it may be tried again.
    fn repeat(&self, doing: &str, act: impl Fn() -> Result<(), KafkaError>) -> Result<(), Error> {
        const TIMES: usize = 10;
        let mut last = Ok(());
        for _ in 0..TIMES {
            last = act();
            match &last {
                Err(KafkaError::Transaction(error)) if error.is_retriable() => {}
                _ => break,
            }
        }
        last.map_err(|error| Error::client(doing, &error))
    }
}
