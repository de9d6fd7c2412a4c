//! Transactions of a producer.

use super::client::Handle;
use super::error::Raised;
use super::list::Partitions;
use super::{millis, rd};
use std::time::Duration;

impl Handle {
    pub fn init_transactions(&self, wait: Duration) -> Result<(), Raised> {
        // SAFETY: the client is alive; the error becomes ours.
        unsafe { Raised::take(rd::rd_kafka_init_transactions(self.raw(), millis(wait))) }
    }

    pub fn begin_transaction(&self) -> Result<(), Raised> {
        // SAFETY: as above.
        unsafe { Raised::take(rd::rd_kafka_begin_transaction(self.raw())) }
    }

    /// Offsets become part of the transaction, under the consumer's generation as it is now.
    pub fn send_offsets(
        &self,
        consumer: &Handle,
        offsets: &Partitions,
        wait: Duration,
    ) -> Result<(), Raised> {
        // SAFETY: both clients and the list are alive; the group's metadata is ours and freed after the call that reads it (null if the
        // consumer has no group, which the call refuses); the error becomes ours.
        unsafe {
            let group = rd::rd_kafka_consumer_group_metadata(consumer.raw());
            let (list, wait) = (offsets.pointer(), millis(wait));
            let error = rd::rd_kafka_send_offsets_to_transaction(self.raw(), list, group, wait);
            if !group.is_null() {
                rd::rd_kafka_consumer_group_metadata_destroy(group);
            }
            Raised::take(error)
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
