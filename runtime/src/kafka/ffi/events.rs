//! Delivery reports of records that failed, and brokers' errors, as events that the producer's thread takes.
//!
//! As events because the library then waits for the end of a flush on a condition instead of in steps of ten milliseconds; the price
//! is that a flush never ends while a failed record's event is not taken.

use super::client::Handle;
use super::error::Code;
use super::{millis, rd, text};
use std::ffi::CStr;
use std::time::Duration;

/// What a producer tells: records that did not arrive, brokers that are away.
pub struct Events {
    raw: *mut rd::rd_kafka_queue_t,
}

// SAFETY: queues may be used from any thread.
unsafe impl Send for Events {}

impl Events {
    /// To be dropped before the client.
    pub fn new(producer: &Handle) -> Self {
        // SAFETY: the client is alive.
        Events { raw: unsafe { rd::rd_kafka_queue_get_main(producer.raw()) } }
    }

    /// Takes one event, waiting for it; `false`: there was none. `undelivered` gets the topic of a record that did not arrive and
    /// why; brokers' errors go to the client's signals.
    pub fn take(
        &self,
        producer: &Handle,
        wait: Duration,
        undelivered: &mut dyn FnMut(Option<&CStr>, Code),
    ) -> bool {
        // SAFETY: the queue is alive; the event becomes ours, is freed at the end, and what is lent from it is not kept.
        unsafe {
            let event = rd::rd_kafka_queue_poll(self.raw, millis(wait));
            if event.is_null() {
                return false;
            }
            match rd::rd_kafka_event_type(event) {
                rd::RD_KAFKA_EVENT_DR => loop {
                    let message = rd::rd_kafka_event_message_next(event);
                    let Some(message) = message.as_ref() else { break };
                    let name = rd::rd_kafka_topic_name(message.rkt);
                    if message.err != Code::RD_KAFKA_RESP_ERR_NO_ERROR {
                        undelivered((!name.is_null()).then(|| CStr::from_ptr(name)), message.err);
                    }
                },
                rd::RD_KAFKA_EVENT_ERROR => {
                    let code = rd::rd_kafka_event_error(event) as i32;
                    producer.signals().record(code, text(rd::rd_kafka_event_error_string(event)));
                }
                _ => {}
            }
            rd::rd_kafka_event_destroy(event);
            true
        }
    }
}

impl Drop for Events {
    fn drop(&mut self) {
        // SAFETY: our reference alone, and its client is alive by the contract of `new`.
        unsafe { rd::rd_kafka_queue_destroy(self.raw) };
    }
}
