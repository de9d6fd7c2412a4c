//! The client calls by which tests prepare topics and judge what is in them.
//!
//! Over the safe interface of the client library, and nothing of ours: what a test believes about a job must
//! not rest on the job's own client. Meant to be obviously right; it is not meant to be fast.

mod admin;
mod offsets;
mod reader;
mod record;
pub mod rights;
mod transaction;
mod writer;

pub use admin::alive;
pub use reader::{Isolation, Reader};
pub use record::{Record, Written};
pub use transaction::Transactional;
pub use writer::Writer;

use crate::Error;
use rdkafka::ClientConfig;
use rdkafka::config::FromClientConfig;
use rdkafka::consumer::BaseConsumer;
use rdkafka::error::KafkaResult;
use std::fmt::Display;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How long a call may take, leader elections included, before it is an error.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How long one answer may take. A node that is paused accepts connections and questions, and answers nothing.
const ANSWER: Duration = Duration::from_secs(5);

/// Asks a broker by its address. Each call makes the client of the library that it needs; what writes is kept,
/// since a broker takes its time to make a producer known.
pub struct Client {
    bootstrap: String,
    writer: Mutex<Option<Writer>>,
}

impl Client {
    /// A client of the brokers at these addresses (`host:port,host:port`).
    pub fn new(bootstrap: &str) -> Client {
        Client { bootstrap: bootstrap.to_owned(), writer: Mutex::new(None) }
    }

    /// The library's configuration with the addresses and nothing else that matters, for tests that need a
    /// client of their own.
    pub fn config(&self) -> ClientConfig {
        let mut config = ClientConfig::new();
        config
            .set("bootstrap.servers", &self.bootstrap)
            .set("broker.address.family", "v4")
            .set("socket.timeout.ms", ANSWER.as_millis().to_string())
            // A node that comes back is met soon, and a topic just created is not taken for a missing one.
            .set("reconnect.backoff.ms", "50")
            .set("reconnect.backoff.max.ms", "500")
            .set("topic.metadata.refresh.fast.interval.ms", "50")
            .set("topic.metadata.propagation.max.ms", "5000");
        config
    }

    fn create<T: FromClientConfig>(&self, config: &ClientConfig) -> Result<T, Error> {
        config.create().map_err(|error| Error::client("a client", &error))
    }
}

/// Again until it succeeds: after the death of a node a partition has no leader for a while.
///
/// Each attempt has a client of its own. One that asks while brokers are coming up may remember that a partition
/// is unknown, and go on answering so from its memory when the brokers have long known better.
fn retry<T>(
    config: &ClientConfig,
    doing: impl Display,
    act: impl Fn(&BaseConsumer) -> KafkaResult<T>,
) -> Result<T, Error> {
    let until = Instant::now() + PATIENCE;
    loop {
        match config.create().and_then(|consumer: BaseConsumer| act(&consumer)) {
            Ok(value) => return Ok(value),
            Err(error) if Instant::now() > until => return Err(Error::client(doing, &error)),
            Err(_) => std::thread::sleep(Duration::from_millis(50)),
        }
    }
}
