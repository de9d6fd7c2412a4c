//! A consumer's queue, and the records that come out of it by the batch.

use super::client::Handle;
use super::error::Code;
use super::{millis, rd};
use std::ffi::CStr;
use std::marker::PhantomData;
use std::time::Duration;

/// The queue of a consumer: records, ends of partitions, errors; serving it also runs the group's callback.
pub struct Queue {
    raw: *mut rd::rd_kafka_queue_t,
    buffer: Vec<*mut rd::rd_kafka_message_t>,
}

// SAFETY: queues may be used from any thread; the buffer holds nothing between calls.
unsafe impl Send for Queue {}

impl Queue {
    /// Hands over up to `batch` records at once. To be dropped before the client.
    pub fn new(consumer: &Handle, batch: usize) -> Self {
        // SAFETY: the client is alive and a consumer of a group, which has such a queue.
        let raw = unsafe { rd::rd_kafka_queue_get_consumer(consumer.raw()) };
        Queue { raw, buffer: vec![std::ptr::null_mut(); batch] }
    }

    /// What is there now, without waiting.
    pub fn ready(&mut self) -> Batch<'_> {
        let size = self.buffer.len();
        self.fetch(Duration::ZERO, size)
    }

    /// Waits for one record. (With room for more, the call would wait until that is full.)
    pub fn next(&mut self, wait: Duration) -> Batch<'_> {
        self.fetch(wait, 1)
    }

    fn fetch(&mut self, wait: Duration, size: usize) -> Batch<'_> {
        // SAFETY: the queue is alive and the buffer has at least `size` places, of which the call fills the first ones with
        // messages that become ours.
        let count = unsafe {
            rd::rd_kafka_consume_batch_queue(self.raw, millis(wait), self.buffer.as_mut_ptr(), size)
        };
        // -1 stands for an error that is told as one of the messages.
        let count = usize::try_from(count).unwrap_or(0);
        Batch { messages: &self.buffer[..count] }
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        // SAFETY: our reference alone, and its client is alive by the contract of `new`.
        unsafe { rd::rd_kafka_queue_destroy(self.raw) };
    }
}

/// Records that were fetched together; freed together.
pub struct Batch<'q> {
    messages: &'q [*mut rd::rd_kafka_message_t],
}

impl Batch<'_> {
    pub fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = Fetched<'_>> {
        self.messages.iter().map(|&raw| Fetched { raw, life: PhantomData })
    }
}

impl Drop for Batch<'_> {
    fn drop(&mut self) {
        for &message in self.messages {
            // SAFETY: each was handed to us by the fetch, and nothing lent from it outlives the batch.
            unsafe { rd::rd_kafka_message_destroy(message) };
        }
    }
}

/// One record, or one thing to tell of a partition, by its [`Fetched::code`].
#[derive(Clone, Copy)]
pub struct Fetched<'a> {
    raw: *const rd::rd_kafka_message_t,
    life: PhantomData<&'a rd::rd_kafka_message_t>,
}

impl<'a> Fetched<'a> {
    fn message(self) -> &'a rd::rd_kafka_message_t {
        // SAFETY: the batch that lends it keeps it alive and unchanged.
        unsafe { &*self.raw }
    }

    pub fn code(self) -> Code {
        self.message().err
    }

    /// One number for one topic of one client, as long as something of it is fetched; 0: of no topic.
    pub fn topic_identity(self) -> usize {
        self.message().rkt as usize
    }

    pub fn topic(self) -> Option<&'a CStr> {
        let topic = self.message().rkt;
        // SAFETY: not null, and kept alive by the message; its name is terminated and lives as long.
        (!topic.is_null()).then(|| unsafe { CStr::from_ptr(rd::rd_kafka_topic_name(topic)) })
    }

    pub fn partition(self) -> u32 {
        u32::try_from(self.message().partition).unwrap_or(u32::MAX)
    }

    pub fn offset(self) -> i64 {
        self.message().offset
    }

    /// Milliseconds since the epoch; -1 if the record has none.
    pub fn timestamp(self) -> i64 {
        let mut kind = rd::rd_kafka_timestamp_type_t::RD_KAFKA_TIMESTAMP_NOT_AVAILABLE;
        // SAFETY: a live message, and a place for the kind.
        unsafe { rd::rd_kafka_message_timestamp(self.raw, &mut kind) }
    }

    pub fn key(self) -> Option<&'a [u8]> {
        let message = self.message();
        // SAFETY: null or `key_len` bytes of the message.
        unsafe { bytes(message.key.cast(), message.key_len) }
    }

    /// The value; of an error its text.
    pub fn value(self) -> Option<&'a [u8]> {
        let message = self.message();
        // SAFETY: null or `len` bytes of the message.
        unsafe { bytes(message.payload.cast(), message.len) }
    }
}

/// # Safety
/// `start` is null, or the start of `length` bytes that live for `'a`.
unsafe fn bytes<'a>(start: *const u8, length: usize) -> Option<&'a [u8]> {
    // SAFETY: by this function's contract.
    (!start.is_null()).then(|| unsafe { std::slice::from_raw_parts(start, length) })
}
