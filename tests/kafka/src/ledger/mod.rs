//! The ledger: a job whose every lost or doubled record shows, its input, its processes and its judge.
//!
//! Transfers go in; postings, balances and counts per minute come out. The judge knows the input and recomputes everything.

mod judge;
mod process;
mod seen;
mod transfers;

pub use judge::{Judge, Verdict};
pub use process::{Process, Start};
pub use seen::OBSERVED;
pub use transfers::{ACCOUNTS, TOPIC, Transfer, Transfers};

use crate::{Client, Error};

/// Makes the topics of the job as the judge needs them: nothing is compacted away, nor deleted because its event time is old.
pub fn make_topics(client: &Client, partitions: i32) -> Result<(), Error> {
    for topic in [TOPIC, "bank.postings.v1", "bank.balances.v1", "bank.minutes.v1", "bank.dead_letters.v1"] {
        client.create_topic(topic, partitions, &[("retention.ms", "-1")])?;
    }
    Ok(())
}
