//! A real Apache Kafka for tests, and the few client calls that judge what a job did on it.
//!
//! ```no_run
//! use riparian_kafka_tests::{Cluster, Isolation, Record};
//!
//! # fn main() -> Result<(), riparian_kafka_tests::Error> {
//! let cluster = Cluster::start(3)?; // downloads Kafka once into the user's cache folder
//! let client = cluster.client();
//! let topic = client.new_topic("orders", 4)?; // a name nobody else has
//! client.produce(&topic, [Record::of("alice", "10.00").at(1_000), Record::of("bob", "7.50").on(2)])?;
//! cluster.kill(1)?; // kill -9, at once
//! let by_partition = client.read(&topic, Isolation::Committed)?;
//! cluster.restart(1)?; // back, and known to the others
//! # Ok(()) }
//! ```
//!
//! - [`broker`]: fetches, starts, kills and pauses nodes. It knows nothing of what is in topics.
//! - [`client`]: creates topics, writes and reads them. It works against any broker by its address, and is
//!   written over the safe interface of the client library alone, so that what judges a job shares no code
//!   with it.
//!
//! A binary of tests has one cluster: [`Cluster::shared`] for one node, or a `OnceLock` of its own for more.
//! Topics and groups have names of their own ([`unique`]), so tests run side by side. Every call that can
//! fail gives an [`Error`] that reads as one sentence under `unwrap`. Nothing is skipped: without Java or
//! Maven each test fails with the line to run.

pub mod again;
pub mod broker;
pub mod client;
mod error;
pub mod faults;
pub mod latency;
pub mod ledger;
pub mod processor;
mod random;
pub mod restore;

pub use broker::{Cluster, Options, Secured};
pub use client::{Client, Isolation, Reader, Record, Transactional, Writer, Written};
pub use error::Error;
pub use random::Random;

use std::sync::atomic::{AtomicU32, Ordering};

/// A name that no other call in this process gives: `orders-0017`. For topics, groups and transactional ids.
pub fn unique(prefix: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("{prefix}-{:04}", NEXT.fetch_add(1, Ordering::Relaxed))
}
