//! A job's client of a real Apache Kafka: [`broker::Client`](crate::broker::Client) over librdkafka.
//!
//! One member of the job's group, one producer whose name stays with the worker, and one reader of changelogs, for one thread. Owns all
//! that is known about the client library; knows nothing of jobs, tasks or state. The only room that may name the crate, and its folder
//! `ffi` the only place with unsafe code.

mod absence;
mod admin;
mod client;
mod consumer;
mod deletion;
mod errors;
mod ffi;
mod group;
mod names;
mod producer;
mod reader;
mod rights;
mod sample;
mod sender;
mod settings;
mod transaction;
mod wanted;

use crate::broker::client::{Consequence, Failure, Use};
use crate::report::Reporter;
use consumer::Consumer;
use ffi::Partitions;
// Linked for what it replaces: `malloc` itself, in the client library as in everything else. That library allocates each message in
// one thread and frees it in another, which the system's allocator is slow at.
use mimalloc as _;
use names::Names;
use producer::Producer;
use reader::Reader;
use std::sync::Arc;
use std::time::Duration;

/// Who the client is and what it talks to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// `host:port`, separated by commas.
    pub brokers: String,
    /// The name of the job: of its group, and the first part of its members' names.
    pub group: String,
    /// The name of the process among those that run the job; the same after a restart.
    pub instance: String,
    /// The number of the worker in the process.
    pub slot: u32,
    /// What [`TopicNumber`](crate::broker::client::TopicNumber)s stand for.
    pub topics: Vec<String>,
    /// What the job does with each of them, for messages about rights; what is left out is not known.
    pub uses: Vec<Use>,
    /// With transactions; else records may be written again after a failure.
    pub exactly_once: bool,
    /// The user's properties of the client library, by name.
    pub properties: Vec<(String, String)>,
    /// How long to wait for a broker at the start.
    pub patience: Duration,
}

impl Options {
    pub fn new(brokers: &str, group: &str, instance: &str, slot: u32) -> Self {
        Options {
            brokers: brokers.to_string(),
            group: group.to_string(),
            instance: instance.to_string(),
            slot,
            topics: Vec::new(),
            uses: Vec::new(),
            exactly_once: true,
            properties: Vec::new(),
            patience: Duration::from_secs(8),
        }
    }

    /// The member's name, which is also its client id and that of its transactions: it outlives the process, so that its successor
    /// takes over at once.
    pub fn member(&self) -> String {
        format!("{}-{}-{}", self.group, self.instance, self.slot)
    }
}

/// One worker's client. All calls are made by one thread, which may be another than the one that opened it.
pub struct KafkaClient {
    options: Options,
    names: Arc<Names>,
    consumer: Option<Consumer>,
    reader: Option<Reader>,
    producer: Option<Producer>,
    report: Reporter,
    /// Without transactions: what the next commit stores.
    offsets: Option<Partitions>,
    /// A transaction is open.
    open: bool,
    /// A call has failed in a way that may mean that another process has taken this member's name.
    doubted: bool,
}

impl KafkaClient {
    /// Connects. A broker that does not answer, or does not let the job in, is a failure that says so, within
    /// [`Options::patience`]. The producer comes with the first call of `renew`.
    pub fn open(options: Options) -> Result<Self, Failure> {
        let names = Arc::new(Names::new(&options)?);
        // Properties that only one of the clients looks at are checked now, too.
        drop(Producer::new(&options, Arc::clone(&names), Reporter::default())?);
        let consumer = Consumer::new(&options, Arc::clone(&names))?;
        consumer.connect(options.patience)?;
        Ok(KafkaClient {
            options,
            names,
            consumer: Some(consumer),
            reader: None,
            producer: None,
            report: Reporter::default(),
            offsets: None,
            open: false,
            doubted: false,
        })
    }

    /// The last thing that went wrong with a broker and has not been followed by a delivery or a commit: the client goes on by
    /// itself.
    pub fn trouble(&self) -> Option<String> {
        let consumer = self.consumer.as_ref().and_then(|consumer| consumer.handle.signals().trouble());
        let producer = self.producer.as_ref().and_then(|producer| producer.handle.signals().trouble());
        let last = [consumer, producer].into_iter().flatten().max_by_key(|trouble| trouble.at)?;
        (last.at.elapsed() < Duration::from_secs(60)).then_some(last.text)
    }

    fn consumer(&self) -> Result<&Consumer, Failure> {
        self.consumer.as_ref().ok_or_else(closed)
    }

    fn member(&mut self) -> Result<&mut Consumer, Failure> {
        self.consumer.as_mut().ok_or_else(closed)
    }

    fn producer(&mut self) -> Result<&mut Producer, Failure> {
        let none = || Failure::new(Consequence::Renew, "there is no producer");
        self.producer.as_mut().ok_or_else(none)
    }

    /// Remembers a failure after which the name is not certain to be ours.
    fn note<T>(&mut self, outcome: Result<T, Failure>) -> Result<T, Failure> {
        let outcome = outcome.map_err(|failure| self.deleted(failure));
        self.doubted |= matches!(&outcome, Err(failure) if failure.consequence == Consequence::Renew);
        outcome
    }
}

fn closed() -> Failure {
    Failure::new(Consequence::Give, "the client of the brokers has been closed")
        .help("This is a mistake of the runtime: report it.")
}
