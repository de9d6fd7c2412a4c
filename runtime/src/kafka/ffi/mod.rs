//! The only unsafe code of the client: small owners of librdkafka's objects, each freed once and in the right order.
//!
//! Every call of the C library that the room makes is here, as a safe method that lends or copies plain data. Knows nothing of
//! jobs, and does not decide what a failure means.

mod admin;
mod client;
mod configs;
mod consumer;
mod deletion;
mod error;
mod events;
mod fetch;
mod list;
mod producer;
mod rights;
mod signals;
mod transaction;

pub use admin::{Extent, NewTopic};
pub use client::{Conf, Handle, Kind};
pub use error::{Code, Raised};
pub use events::Events;
pub use fetch::{Fetched, Queue};
pub use list::Partitions;
pub use producer::{Outbox, Topic};
pub use signals::{Decision, Trouble};
pub use transaction::Generation;

use rdkafka::bindings as rd;
use std::ffi::{CStr, c_char, c_int};
use std::time::Duration;

/// A duration as the C library takes it: whole milliseconds, rounded up so that a short wait is still one.
fn millis(duration: Duration) -> c_int {
    c_int::try_from(duration.as_micros().div_ceil(1000)).unwrap_or(c_int::MAX)
}

/// A text of the C library; empty if there is none.
///
/// # Safety
/// `text` is null, or ends with a zero byte and lives through the call.
unsafe fn text(text: *const c_char) -> String {
    if text.is_null() {
        return String::new();
    }
    // SAFETY: not null, and by this function's contract terminated and alive.
    unsafe { CStr::from_ptr(text) }.to_string_lossy().into_owned()
}
