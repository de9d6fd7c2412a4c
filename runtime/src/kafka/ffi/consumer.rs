//! A consumer's calls: membership, what is fetched from where, and the offsets of its group.

use super::client::Handle;
use super::error::Raised;
use super::list::Partitions;
use super::{millis, rd};
use std::ffi::CStr;
use std::time::Duration;

/// Whether the group changes assignments partition by partition.
///
/// # Safety
/// `client` is a live consumer.
pub(super) unsafe fn is_incremental(client: *mut rd::rd_kafka_t) -> bool {
    // SAFETY: a live consumer by this function's contract; the answer is null or a static text.
    unsafe {
        let protocol = rd::rd_kafka_rebalance_protocol(client);
        !protocol.is_null() && CStr::from_ptr(protocol) == c"COOPERATIVE"
    }
}

impl Handle {
    pub fn is_incremental(&self) -> bool {
        // SAFETY: the client is alive.
        unsafe { is_incremental(self.raw()) }
    }

    pub fn subscribe(&self, topics: &Partitions) -> Result<(), Raised> {
        // SAFETY: the client and the list are alive; the list is copied.
        Raised::check(unsafe { rd::rd_kafka_subscribe(self.raw(), topics.pointer()) })
    }

    /// Fetches these and no others; `None` gives back what was revoked.
    pub fn assign(&self, partitions: Option<&Partitions>) -> Result<(), Raised> {
        let list = partitions.map_or(std::ptr::null_mut(), Partitions::pointer);
        // SAFETY: the client is alive; the list is null, which the call knows, or alive, and is copied.
        Raised::check(unsafe { rd::rd_kafka_assign(self.raw(), list) })
    }

    pub fn assign_also(&self, partitions: &Partitions) -> Result<(), Raised> {
        // SAFETY: the client and the list are alive; the list is copied; the error becomes ours.
        unsafe { Raised::take(rd::rd_kafka_incremental_assign(self.raw(), partitions.pointer())) }
    }

    pub fn assign_without(&self, partitions: &Partitions) -> Result<(), Raised> {
        // SAFETY: as above.
        unsafe { Raised::take(rd::rd_kafka_incremental_unassign(self.raw(), partitions.pointer())) }
    }

    /// Goes on at the offsets of the list; partitions that could not say so in their own code.
    pub fn seek(&self, to: &Partitions, wait: Duration) -> Result<(), Raised> {
        // SAFETY: the client and the list are alive for the call, which writes each one's outcome into the list; the error
        // becomes ours.
        unsafe { Raised::take(rd::rd_kafka_seek_partitions(self.raw(), to.pointer(), millis(wait)))? };
        to.iter().map(|entry| Raised::check(entry.code)).find(Result::is_err).unwrap_or(Ok(()))
    }

    pub fn pause(&self, partitions: &Partitions) -> Result<(), Raised> {
        // SAFETY: the client and the list are alive.
        Raised::check(unsafe { rd::rd_kafka_pause_partitions(self.raw(), partitions.pointer()) })
    }

    pub fn resume(&self, partitions: &Partitions) -> Result<(), Raised> {
        // SAFETY: the client and the list are alive.
        Raised::check(unsafe { rd::rd_kafka_resume_partitions(self.raw(), partitions.pointer()) })
    }

    /// Fills in what the group has stored; each entry has its own code.
    pub fn committed(&self, partitions: &mut Partitions, wait: Duration) -> Result<(), Raised> {
        // SAFETY: the client is alive, and the list is lent to us alone and written by the call.
        Raised::check(unsafe { rd::rd_kafka_committed(self.raw(), partitions.pointer(), millis(wait)) })
    }

    /// Stores offsets outside of transactions, and waits for it.
    pub fn store(&self, offsets: &Partitions) -> Result<(), Raised> {
        // SAFETY: the client and the list are alive; 0 waits for the outcome.
        Raised::check(unsafe { rd::rd_kafka_commit(self.raw(), offsets.pointer(), 0) })
    }

    /// The offset after the last record of a partition, as the last answer to a fetch had it. No call to a broker.
    pub fn known_end(&self, topic: &CStr, partition: u32) -> Option<i64> {
        let partition = i32::try_from(partition).ok()?;
        let (mut first, mut next) = (0, 0);
        // SAFETY: the client is alive, the name terminated, and there are two places for the answers.
        let code = unsafe {
            rd::rd_kafka_get_watermark_offsets(self.raw(), topic.as_ptr(), partition, &mut first, &mut next)
        };
        (Raised::check(code).is_ok() && next >= 0).then_some(next)
    }

    /// Whether the group knows it as a member that has its partitions still.
    pub fn is_member(&self) -> bool {
        // SAFETY: the client is alive; the name is null or a text that is ours to free with the library's call.
        unsafe {
            let name = rd::rd_kafka_memberid(self.raw());
            if name.is_null() {
                return false;
            }
            let named = !CStr::from_ptr(name).is_empty();
            rd::rd_kafka_mem_free(self.raw(), name.cast());
            named && rd::rd_kafka_assignment_lost(self.raw()) == 0
        }
    }

    /// Leaves the group. May wait long for a broker that is away.
    pub fn leave(&self) {
        // SAFETY: the client is alive. Errors do not matter to one who leaves.
        unsafe { rd::rd_kafka_consumer_close(self.raw()) };
    }
}
