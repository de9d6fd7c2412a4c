//! Writing in bulk: every record is delivered, or the call says why one was not.

use super::{ANSWER, Client, PATIENCE, Record};
use crate::Error;
use rdkafka::client::ClientContext;
use rdkafka::error::{KafkaError, RDKafkaErrorCode};
use rdkafka::message::DeliveryResult;
use rdkafka::producer::{BaseProducer, BaseRecord, Producer, ProducerContext};
use rdkafka::{ClientConfig, Message};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Writes records outside of transactions.
pub struct Writer {
    pub(super) producer: BaseProducer<Deliveries>,
}

/// Remembers the first record that was not delivered.
#[derive(Default)]
pub(super) struct Deliveries {
    failed: Mutex<Option<Error>>,
}

impl ClientContext for Deliveries {}

impl ProducerContext for Deliveries {
    type DeliveryOpaque = ();

    fn delivery(&self, result: &DeliveryResult<'_>, (): ()) {
        if let Err((error, message)) = result {
            let doing = format_args!("a record to {}/{}", message.topic(), message.partition());
            let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
            failed.get_or_insert_with(|| Error::client(doing, error));
        }
    }
}

impl Client {
    /// Writes records outside of any transaction and waits until all are on all in-sync replicas.
    pub fn produce(&self, topic: &str, records: impl IntoIterator<Item = Record>) -> Result<(), Error> {
        let mut kept = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        // One that has failed may have failed for good.
        let writer = match kept.take() {
            Some(writer) => writer,
            None => self.writer()?,
        };
        writer.write(topic, records)?;
        *kept = Some(writer);
        Ok(())
    }

    /// A writer of one's own, for threads that write side by side.
    pub fn writer(&self) -> Result<Writer, Error> {
        self.writer_with(&[])
    }

    /// With settings of the library, by its names for them.
    pub fn writer_with(&self, settings: &[(&str, &str)]) -> Result<Writer, Error> {
        let mut config: ClientConfig = self.config();
        config
            .set("enable.idempotence", "true")
            // As Java's producers choose; the library's own choice is another.
            .set("partitioner", "murmur2_random")
            .set("request.timeout.ms", ANSWER.as_millis().to_string())
            .set("message.timeout.ms", PATIENCE.as_millis().to_string())
            .set("linger.ms", "2");
        for (name, value) in settings {
            config.set(*name, *value);
        }
        let producer = config.create_with_context(Deliveries::default());
        Ok(Writer { producer: producer.map_err(|error| Error::client("a producer", &error))? })
    }
}

impl Writer {
    /// Writes records in order and waits until all are on all in-sync replicas.
    pub fn write(&self, topic: &str, records: impl IntoIterator<Item = Record>) -> Result<(), Error> {
        for record in records {
            self.send(topic, &record)?;
        }
        self.flush()
    }

    /// Hands a record over without waiting for it, except for room.
    pub fn send(&self, topic: &str, record: &Record) -> Result<(), Error> {
        let mut next = BaseRecord::to(topic);
        if let Some(partition) = record.partition {
            next = next.partition(partition);
        }
        if let Some(timestamp) = record.timestamp {
            next = next.timestamp(timestamp);
        }
        if let Some(key) = &record.key {
            next = next.key(key);
        }
        if let Some(value) = &record.value {
            next = next.payload(value);
        }
        let until = Instant::now() + PATIENCE;
        loop {
            match self.producer.send(next) {
                Ok(()) => break,
                Err((KafkaError::MessageProduction(RDKafkaErrorCode::QueueFull), refused))
                    if Instant::now() < until =>
                {
                    self.producer.poll(Duration::from_millis(10));
                    next = refused;
                }
                Err((error, _)) => return Err(Error::client(format_args!("a record to {topic}"), &error)),
            }
        }
        self.producer.poll(Duration::ZERO);
        Ok(())
    }

    /// Waits until everything handed over is delivered; an error is the first record's that was not.
    pub fn flush(&self) -> Result<(), Error> {
        let until = Instant::now() + 2 * PATIENCE;
        while self.producer.in_flight_count() > 0 {
            if Instant::now() > until {
                return Err(Error::new("records stay undelivered"));
            }
            self.producer.poll(Duration::from_millis(5));
        }
        self.failure()
    }

    /// What failed since it was last asked.
    pub(super) fn failure(&self) -> Result<(), Error> {
        let failed = self.producer.context().failed.lock().unwrap_or_else(PoisonError::into_inner).take();
        failed.map_or(Ok(()), Err)
    }
}
