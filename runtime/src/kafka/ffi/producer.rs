//! Records on their way out: by the batch, or one by one with a time.

use super::client::Handle;
use super::error::{Code, Raised};
use super::{millis, rd};
use std::ffi::{CStr, c_int, c_void};
use std::time::Duration;

/// A topic as a producer or a metadata call knows it. To be dropped before its client.
pub struct Topic {
    raw: *mut rd::rd_kafka_topic_t,
}

// SAFETY: topic objects may be used from any thread.
unsafe impl Send for Topic {}

impl Topic {
    pub fn new(client: &Handle, name: &CStr) -> Result<Self, Raised> {
        // SAFETY: the client is alive, the name terminated and copied; null stands for the client's own topic properties.
        let raw = unsafe { rd::rd_kafka_topic_new(client.raw(), name.as_ptr(), std::ptr::null_mut()) };
        if raw.is_null() {
            return Err(Raised::of(Code::RD_KAFKA_RESP_ERR_TOPIC_EXCEPTION));
        }
        Ok(Topic { raw })
    }

    pub(super) fn raw(&self) -> *mut rd::rd_kafka_topic_t {
        self.raw
    }
}

impl Drop for Topic {
    fn drop(&mut self) {
        // SAFETY: our reference alone, and its client is alive by the contract of this type.
        unsafe { rd::rd_kafka_topic_destroy(self.raw) };
    }
}

/// Records on their way into a producer: the memory of one batch, used again. Empty between calls.
#[derive(Default)]
pub struct Outbox {
    messages: Vec<rd::rd_kafka_message_t>,
}

// SAFETY: the messages point into slices that are borrowed for the length of one call, and are cleared at its end.
unsafe impl Send for Outbox {}

impl Outbox {
    /// Copies keys and values into the producer's queue. When that is full, `wait` may make room; `false` from it gives up with
    /// the code for a full queue.
    pub fn produce<'a>(
        &mut self,
        topic: &Topic,
        partition: u32,
        records: impl Iterator<Item = (Option<&'a [u8]>, Option<&'a [u8]>)>,
        wait: &mut dyn FnMut() -> bool,
    ) -> Result<(), Code> {
        let Ok(partition) = i32::try_from(partition) else {
            return Err(Code::RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION);
        };
        self.messages.clear();
        self.messages.extend(records.map(|(key, value)| {
            let ((key, key_len), (payload, len)) = (parts(key), parts(value));
            rd::rd_kafka_message_t {
                err: Code::RD_KAFKA_RESP_ERR_NO_ERROR,
                rkt: std::ptr::null_mut(),
                partition,
                payload,
                len,
                key,
                key_len,
                offset: 0,
                _private: std::ptr::null_mut(),
            }
        }));
        let outcome = self.hand_over(topic, partition, wait);
        self.messages.clear();
        outcome
    }

    fn hand_over(
        &mut self,
        topic: &Topic,
        partition: i32,
        wait: &mut dyn FnMut() -> bool,
    ) -> Result<(), Code> {
        while !self.messages.is_empty() {
            let count = c_int::try_from(self.messages.len()).unwrap_or(c_int::MAX);
            // SAFETY: topic and messages are alive; the slices they point into are borrowed by our caller. With the copy flag the
            // call reads them and keeps nothing; it writes the outcome of each into it.
            let done = unsafe {
                let messages = self.messages.as_mut_ptr();
                rd::rd_kafka_produce_batch(topic.raw, partition, rd::RD_KAFKA_MSG_F_COPY, messages, count)
            };
            if done == count {
                return Ok(());
            }
            // After the first that found the queue full none was taken, so what is left is in its order.
            self.messages.retain(|message| message.err != Code::RD_KAFKA_RESP_ERR_NO_ERROR);
            let full = Code::RD_KAFKA_RESP_ERR__QUEUE_FULL;
            if let Some(refused) = self.messages.iter().find(|message| message.err != full) {
                return Err(refused.err);
            }
            if !wait() {
                return Err(full);
            }
        }
        Ok(())
    }
}

fn parts(bytes: Option<&[u8]>) -> (*mut c_void, usize) {
    bytes.map_or((std::ptr::null_mut(), 0), |bytes| (bytes.as_ptr().cast_mut().cast(), bytes.len()))
}

impl Handle {
    /// Copies one record with a timestamp (milliseconds) into the queue.
    pub fn produce(
        &self,
        topic: &Topic,
        partition: u32,
        millis: i64,
        key: Option<&[u8]>,
        value: Option<&[u8]>,
    ) -> Result<(), Raised> {
        use rd::rd_kafka_vtype_t as Is;
        type Part = rd::rd_kafka_vu_s__bindgen_ty_1;
        let memory = |bytes| {
            let (ptr, size) = parts(bytes);
            Part { mem: rd::rd_kafka_vu_s__bindgen_ty_1__bindgen_ty_1 { ptr, size } }
        };
        let part = |vtype, u| rd::rd_kafka_vu_t { vtype, u };
        let parts = [
            part(Is::RD_KAFKA_VTYPE_RKT, Part { rkt: topic.raw }),
            part(Is::RD_KAFKA_VTYPE_PARTITION, Part { i32_: i32::try_from(partition).unwrap_or(i32::MAX) }),
            part(Is::RD_KAFKA_VTYPE_MSGFLAGS, Part { i: rd::RD_KAFKA_MSG_F_COPY }),
            part(Is::RD_KAFKA_VTYPE_TIMESTAMP, Part { i64_: millis }),
            part(Is::RD_KAFKA_VTYPE_KEY, memory(key)),
            part(Is::RD_KAFKA_VTYPE_VALUE, memory(value)),
        ];
        // SAFETY: client and topic are alive, each part has the field that its type names, and with the copy flag the bytes are
        // read during the call only; the error becomes ours.
        unsafe { Raised::take(rd::rd_kafka_produceva(self.raw(), parts.as_ptr(), parts.len())) }
    }

    /// Whether everything handed over has been dealt with; waits for that. Records that failed count as open until their event is
    /// taken.
    pub fn flush(&self, wait: Duration) -> bool {
        // SAFETY: the client is alive.
        unsafe { rd::rd_kafka_flush(self.raw(), millis(wait)) == Code::RD_KAFKA_RESP_ERR_NO_ERROR }
    }
}
