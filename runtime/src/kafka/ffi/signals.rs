//! What the C library tells through callbacks: what the group has decided, and what is wrong with the brokers.
//!
//! The callbacks only record; everything is acted upon by the thread that owns the client, when it next looks.

use super::error::Code;
use super::list::Partitions;
use super::{rd, text};
use std::ffi::{c_char, c_int, c_void};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// A decision of the group, with the partitions it is about.
#[derive(Debug)]
pub enum Decision {
    Assigned(Partitions),
    /// `lost`: somebody else may own them already.
    Revoked {
        partitions: Partitions,
        lost: bool,
    },
}

/// The last thing that went wrong with a broker.
#[derive(Clone, Debug)]
pub struct Trouble {
    /// As a number: it comes as one.
    pub code: i32,
    pub text: String,
    pub at: Instant,
}

impl Trouble {
    pub fn is(&self, code: Code) -> bool {
        self.code == code as i32
    }
}

/// The recorder of one client object.
#[derive(Debug, Default)]
pub struct Signals {
    decisions: Mutex<Vec<Decision>>,
    trouble: Mutex<Option<Trouble>>,
    closing: AtomicBool,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Signals {
    /// Decisions not yet taken, oldest first.
    pub fn decisions(&self) -> Vec<Decision> {
        std::mem::take(&mut *lock(&self.decisions))
    }

    pub fn trouble(&self) -> Option<Trouble> {
        lock(&self.trouble).clone()
    }

    pub fn record(&self, code: i32, text: String) {
        let mut trouble = lock(&self.trouble);
        let at = Instant::now();
        match &mut *trouble {
            // That all are away says less than why the last one is.
            Some(last) if code == Code::RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN as i32 => last.at = at,
            trouble => *trouble = Some(Trouble { code, text, at }),
        }
    }

    pub fn clear(&self) {
        *lock(&self.trouble) = None;
    }

    /// From now on what the group takes back is given back at once.
    pub fn close(&self) {
        self.closing.store(true, Ordering::Release);
    }
}

/// The group's callback; runs inside a fetch or the closing call, on the thread that makes it.
pub(super) unsafe extern "C" fn rebalance(
    client: *mut rd::rd_kafka_t,
    code: Code,
    partitions: *mut rd::rd_kafka_topic_partition_list_t,
    opaque: *mut c_void,
) {
    // SAFETY: the opaque pointer is the `Signals` that the handle owns, and callbacks end before the handle is freed; the client is
    // alive in its own callback; the list belongs to the library for the length of the call and is copied.
    unsafe {
        let signals = &*opaque.cast_const().cast::<Signals>();
        if signals.closing.load(Ordering::Acquire) {
            if super::consumer::is_incremental(client) {
                let error = rd::rd_kafka_incremental_unassign(client, partitions);
                if !error.is_null() {
                    rd::rd_kafka_error_destroy(error);
                }
            } else {
                rd::rd_kafka_assign(client, std::ptr::null());
            }
            return;
        }
        let lost = rd::rd_kafka_assignment_lost(client) != 0;
        let partitions = Partitions::copied(partitions);
        lock(&signals.decisions).push(if code == Code::RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS {
            Decision::Assigned(partitions)
        } else {
            Decision::Revoked { partitions, lost }
        });
        // The fetch that we are inside of ends now instead of waiting on.
        rd::rd_kafka_yield(client);
    }
}

/// What is wrong with a broker; runs inside [`super::Handle::serve`].
pub(super) unsafe extern "C" fn error(
    _client: *mut rd::rd_kafka_t,
    code: c_int,
    reason: *const c_char,
    opaque: *mut c_void,
) {
    // SAFETY: the opaque pointer is the handle's `Signals`, alive as long as callbacks are; the reason is a text for this call.
    unsafe { (*opaque.cast_const().cast::<Signals>()).record(code, text(reason)) };
}

/// The library's own log lines, on any of its threads. Why a connection has failed is at times only said there.
pub(super) unsafe extern "C" fn log(
    client: *const rd::rd_kafka_t,
    _level: c_int,
    facility: *const c_char,
    line: *const c_char,
) {
    // SAFETY: client, facility and line are null or live for this call; the opaque pointer of a client of ours is null before
    // it is made, then its handle's `Signals`, and the library's threads end before that is dropped.
    unsafe {
        if client.is_null() || text(facility) != "FAIL" {
            return;
        }
        if let Some(signals) = rd::rd_kafka_opaque(client).cast_const().cast::<Signals>().as_ref() {
            let mut trouble = lock(&signals.trouble);
            if trouble.as_ref().is_none_or(|last| last.is(Code::RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN)) {
                let code = Code::RD_KAFKA_RESP_ERR__TRANSPORT as i32;
                *trouble = Some(Trouble { code, text: text(line), at: Instant::now() });
            }
        }
    }
}
