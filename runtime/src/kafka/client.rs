//! The calls of the contract, each handed to the part that owns it.

use super::ffi::Partitions;
use super::producer::Producer;
use super::reader::Reader;
use super::{KafkaClient, admin, deletion, rights};
use crate::broker::Client;
use crate::broker::client::{
    Delivery, Failure, Form, Membership, Message, NewTopic, Place, Stored, TopicNumber, Trace,
};
use crate::record::Chunk;
use crate::report::Reporter;
use std::sync::{Arc, mpsc};
use std::time::Duration;

/// A little more than two heartbeats: how long it takes to hear that somebody else has the member's place.
const HEARTBEATS: Duration = Duration::from_millis(1200);

impl Client for KafkaClient {
    fn cluster(&mut self) -> Result<String, Failure> {
        admin::cluster(self.consumer()?)
    }

    fn partitions(&mut self, topic: TopicNumber) -> Result<Option<u32>, Failure> {
        let extent = admin::extent(self.consumer()?, &self.names, topic)?;
        Ok(extent.map(|extent| extent.partitions))
    }

    fn replicas(&mut self, topic: TopicNumber) -> Result<Option<u32>, Failure> {
        let extent = admin::extent(self.consumer()?, &self.names, topic)?;
        Ok(extent.map(|extent| extent.replicas))
    }

    fn settings(&mut self, topics: &[TopicNumber]) -> Result<Vec<Vec<(String, String)>>, Failure> {
        admin::settings(self.consumer()?, &self.names, topics)
    }

    fn check_rights(&mut self) -> Result<(), Failure> {
        rights::missing(&self.consumer()?.handle, &self.names).map_or(Ok(()), Err)
    }

    fn create(&mut self, topics: &[NewTopic]) -> Result<(), Failure> {
        admin::create(self.consumer()?, &self.names, topics)
    }

    fn offsets(&mut self, place: Place) -> Result<(i64, i64), Failure> {
        self.found(admin::offsets(self.consumer()?, &self.names, place))
    }

    fn join(&mut self, topics: &[TopicNumber]) -> Result<(), Failure> {
        self.member()?.join(topics)
    }

    fn poll(
        &mut self,
        wait: Duration,
        take: &mut dyn FnMut(Delivery<'_>),
    ) -> Result<Option<Membership>, Failure> {
        self.member()?.poll(wait, take)
    }

    fn assign(&mut self, from: &[(Place, i64)]) -> Result<(), Failure> {
        self.member()?.assign(from)
    }

    fn seek(&mut self, place: Place, offset: i64) -> Result<(), Failure> {
        self.member()?.seek(place, offset)
    }

    fn pause(&mut self, places: &[Place]) -> Result<(), Failure> {
        self.consumer()?.pause(places)
    }

    fn resume(&mut self, places: &[Place]) -> Result<(), Failure> {
        self.member()?.resume(places)
    }

    fn stored(&mut self, places: &[Place]) -> Result<Vec<Option<Stored>>, Failure> {
        self.found(admin::stored(self.consumer()?, &self.names, places))
    }

    fn read(
        &mut self,
        place: Place,
        from: i64,
        end: i64,
        take: &mut dyn FnMut(Option<&[u8]>, Option<&[u8]>),
    ) -> Result<(), Failure> {
        let mut reader = match self.reader.take() {
            Some(reader) => reader,
            None => Reader::new(&self.options, Arc::clone(&self.names))?,
        };
        let outcome = reader.read(self.member()?, place, from, end, take);
        self.reader = Some(reader);
        self.found(outcome)
    }

    fn sample(
        &mut self,
        ranges: &[(Place, i64, i64)],
        within: Duration,
        take: &mut dyn FnMut(Message<'_>),
    ) -> Result<(), Failure> {
        let mut reader = match self.reader.take() {
            Some(reader) => reader,
            None => Reader::new(&self.options, Arc::clone(&self.names))?,
        };
        let outcome = reader.sample(self.member()?, ranges, within, take);
        self.reader = Some(reader);
        outcome
    }

    fn trim(&mut self, before: &[(Place, i64)]) {
        if let Ok(member) = self.consumer() {
            deletion::trim(member, &self.names, before);
        }
    }

    fn forget(&mut self, topics: &[TopicNumber]) -> Result<(), Failure> {
        deletion::forget(self.consumer()?, &self.names, &self.options.group, topics)
    }

    fn begin(&mut self) -> Result<(), Failure> {
        self.offsets = None;
        if !self.options.exactly_once {
            return self.producer().map(|_| ());
        }
        let outcome = self.producer().and_then(Producer::begin);
        self.open = outcome.is_ok();
        self.note(outcome)
    }

    fn send(&mut self, to: Place, records: &Chunk, form: Form) -> Result<(), Failure> {
        let outcome = self.producer().and_then(|producer| producer.send(to, records, form));
        self.note(outcome)
    }

    fn send_offsets(&mut self, offsets: &[(Place, Stored)]) -> Result<(), Failure> {
        let list = self.listed(offsets)?;
        if list.is_empty() {
            return Ok(());
        }
        self.consumer()?.belongs()?;
        if !self.options.exactly_once {
            self.offsets = Some(list);
            return Ok(());
        }
        let member = self.consumer.as_ref().ok_or_else(super::closed)?;
        let outcome = match &mut self.producer {
            Some(producer) => producer.send_offsets(member, &list),
            None => self.producer().map(|_| ()),
        };
        self.note(outcome)
    }

    fn commit(&mut self) -> Result<(), Failure> {
        let outcome = if self.options.exactly_once {
            self.producer().and_then(Producer::commit)
        } else {
            let offsets = self.offsets.take();
            self.producer().and_then(Producer::flush).and_then(|()| match offsets {
                Some(offsets) => admin::store(self.consumer()?, &offsets),
                None => Ok(()),
            })
        };
        self.open &= outcome.is_err();
        if let (Ok(()), Some(producer)) = (&outcome, &self.producer) {
            // Brokers answer again: what was wrong before is over.
            producer.handle.signals().clear();
        }
        self.note(outcome)
    }

    fn abort(&mut self) -> Result<(), Failure> {
        self.offsets = None;
        self.open = false;
        let transactions = self.options.exactly_once;
        let outcome = self.producer().and_then(|producer| {
            if transactions {
                return producer.abort();
            }
            // What is on its way may arrive: this mode allows it.
            producer.forget();
            Ok(())
        });
        self.note(outcome)
    }

    fn void(&mut self, traces: &[Trace], offsets: &[(Place, Stored)]) -> Result<(), Failure> {
        let offsets = self.listed(offsets)?;
        let member = self.consumer.as_ref().ok_or_else(super::closed)?;
        let outcome = match &mut self.producer {
            Some(producer) => producer.void(member, traces, &offsets),
            None => self.producer().map(|_| ()),
        };
        self.note(outcome)
    }

    fn renew(&mut self) -> Result<(), Failure> {
        if self.doubted
            && let Some(failure) = self.consumer()?.replaced(HEARTBEATS)
        {
            return Err(failure);
        }
        self.open = false;
        self.offsets = None;
        self.producer = None;
        let mut producer = Producer::new(&self.options, Arc::clone(&self.names), self.report.clone())?;
        if self.options.exactly_once {
            producer.init()?;
        }
        self.producer = Some(producer);
        self.doubted = false;
        Ok(())
    }

    fn known_end(&self, place: Place) -> Option<i64> {
        self.consumer.as_ref()?.handle.known_end(self.names.topic(place.topic).ok()?, place.partition)
    }

    fn watch(&mut self, report: &Reporter) {
        self.report = report.clone();
    }

    fn trouble(&self) -> Option<String> {
        KafkaClient::trouble(self)
    }

    fn close(&mut self, deadline: Duration) {
        self.end(true, deadline);
    }
}

/// Lets go of everything as a crash would: the group keeps the member's place for its successor.
impl Drop for KafkaClient {
    fn drop(&mut self) {
        self.end(false, Duration::from_secs(2));
    }
}

impl KafkaClient {
    fn listed(&self, offsets: &[(Place, Stored)]) -> Result<Partitions, Failure> {
        let mut list = Partitions::with_capacity(offsets.len());
        for (place, stored) in offsets {
            list.add(self.names.topic(place.topic)?, place.partition, stored.offset, &stored.metadata);
        }
        Ok(list)
    }

    /// On a thread of its own: the library's own end knows no deadline. What is not over by then ends in the background.
    fn end(&mut self, leave: bool, deadline: Duration) {
        let (consumer, reader, producer) = (self.consumer.take(), self.reader.take(), self.producer.take());
        if consumer.is_none() && reader.is_none() && producer.is_none() {
            return;
        }
        let open = std::mem::take(&mut self.open);
        let (done, over) = mpsc::channel();
        let end = move || {
            if let Some(mut producer) = producer
                && open
                && leave
            {
                // Else readers would wait for the transaction's timeout. Nobody is left to be told of a failure.
                let _ = producer.abort();
            }
            drop(reader);
            if let Some(mut consumer) = consumer {
                consumer.settle();
                if leave {
                    consumer.handle.leave();
                }
            }
            let _ = done.send(());
        };
        if std::thread::Builder::new().name("kafka-close".to_string()).spawn(end).is_ok() {
            let _ = over.recv_timeout(deadline);
        }
    }
}
