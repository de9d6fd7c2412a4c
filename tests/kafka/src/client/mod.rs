//! The client calls by which tests prepare topics and judge what is in them.
//!
//! Over the safe interface of the client library, and nothing of ours: what a test believes about a job must not rest on the job's
//! own client. Meant to be obviously right; it is not meant to be fast.

mod admin;
mod offsets;
mod reader;
mod record;
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
use std::time::Duration;

/// How long a call may take, leader elections included, before it is an error.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Asks a broker by its address. Cheap: each call makes the client it needs.
#[derive(Clone, Debug)]
pub struct Client {
    bootstrap: String,
}

impl Client {
    /// A client of the brokers at these addresses (`host:port,host:port`).
    pub fn new(bootstrap: &str) -> Client {
        Client { bootstrap: bootstrap.to_owned() }
    }

    /// The library's configuration with the addresses and nothing else that matters, for tests that need a client of their own.
    pub fn config(&self) -> ClientConfig {
        let mut config = ClientConfig::new();
        config
            .set("bootstrap.servers", &self.bootstrap)
            .set("broker.address.family", "v4")
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
