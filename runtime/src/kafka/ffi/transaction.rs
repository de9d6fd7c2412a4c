//! Transactions of a producer.

use super::client::Handle;
use super::error::Raised;
use super::list::Partitions;
use super::{millis, rd};
use std::time::Duration;

/// What a group knows a consumer by at one moment: who sends offsets later than that is refused.
pub struct Generation {
    raw: *mut rd::rd_kafka_consumer_group_metadata_t,
}

// SAFETY: plain memory without ties to a thread or to the client, and this is its only owner.
unsafe impl Send for Generation {}

impl Drop for Generation {
    fn drop(&mut self) {
        if !self.raw.is_null() {
            // SAFETY: ours alone, and not used again.
            unsafe { rd::rd_kafka_consumer_group_metadata_destroy(self.raw) };
        }
    }
}

impl Handle {
    pub fn init_transactions(&self, wait: Duration) -> Result<(), Raised> {
        // SAFETY: the client is alive; the error becomes ours.
        unsafe { Raised::take(rd::rd_kafka_init_transactions(self.raw(), millis(wait))) }
    }

    pub fn begin_transaction(&self) -> Result<(), Raised> {
        // SAFETY: as above.
        unsafe { Raised::take(rd::rd_kafka_begin_transaction(self.raw())) }
    }

    /// The group of a consumer, and its place in it as it is now.
    pub fn generation(&self) -> Generation {
        // SAFETY: the client is alive, and what is answered is ours; null if it is in no group.
        Generation { raw: unsafe { rd::rd_kafka_consumer_group_metadata(self.raw()) } }
    }

    /// Offsets become part of the transaction, as those of that generation. Waits for longer than it is told where no broker
    /// answers: as long as none does.
    pub fn send_offsets(
        &self,
        generation: &Generation,
        offsets: &Partitions,
        wait: Duration,
    ) -> Result<(), Raised> {
        // SAFETY: the client, the list and the group's metadata are alive (null is refused by the call); the error becomes ours.
        unsafe {
            let (list, wait) = (offsets.pointer(), millis(wait));
            Raised::take(rd::rd_kafka_send_offsets_to_transaction(self.raw(), list, generation.raw, wait))
        }
    }

    pub fn commit_transaction(&self, wait: Duration) -> Result<(), Raised> {
        // SAFETY: the client is alive; the error becomes ours.
        unsafe { Raised::take(rd::rd_kafka_commit_transaction(self.raw(), millis(wait))) }
    }

    pub fn abort_transaction(&self, wait: Duration) -> Result<(), Raised> {
        // SAFETY: as above.
        unsafe { Raised::take(rd::rd_kafka_abort_transaction(self.raw(), millis(wait))) }
    }
}
