//! A client object and the properties that it is made from.

use super::error::{Code, Raised};
use super::signals::{self, Signals};
use super::{rd, text};
use std::ffi::{CString, c_char};
use std::sync::Arc;

/// What a client object does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Consumer,
    /// Its delivery reports come as [`super::Events`].
    Producer,
}

/// Why a property was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// There is no property of this name.
    pub unknown: bool,
    pub text: String,
}

const TEXT: usize = 512;

/// Properties under construction.
pub struct Conf {
    raw: *mut rd::rd_kafka_conf_t,
}

impl Default for Conf {
    fn default() -> Self {
        // SAFETY: takes nothing, and aborts when there is no memory.
        Conf { raw: unsafe { rd::rd_kafka_conf_new() } }
    }
}

impl Conf {
    /// Sets one property; the last setting of a name holds.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), Refused> {
        let (Ok(name), Ok(value)) = (CString::new(name), CString::new(value)) else {
            return Err(Refused { unknown: false, text: "it contains a zero byte".to_string() });
        };
        let mut message = [0 as c_char; TEXT];
        // SAFETY: the properties are ours, both texts are terminated and copied, and the message has the length given.
        let outcome = unsafe {
            rd::rd_kafka_conf_set(self.raw, name.as_ptr(), value.as_ptr(), message.as_mut_ptr(), TEXT)
        };
        if outcome == rd::rd_kafka_conf_res_t::RD_KAFKA_CONF_OK {
            return Ok(());
        }
        Err(Refused {
            unknown: outcome == rd::rd_kafka_conf_res_t::RD_KAFKA_CONF_UNKNOWN,
            // SAFETY: the library terminates the message within its length; it began as zeros.
            text: unsafe { text(message.as_ptr()) },
        })
    }

    /// Makes the client object. Does not wait for a broker. `talk`: the library's log lines go to the standard error.
    pub fn client(self, kind: Kind, talk: bool) -> Result<Handle, String> {
        let signals = Arc::new(Signals::default());
        let mut message = [0 as c_char; TEXT];
        let raw_kind = match kind {
            Kind::Consumer => rd::rd_kafka_type_t::RD_KAFKA_CONSUMER,
            Kind::Producer => rd::rd_kafka_type_t::RD_KAFKA_PRODUCER,
        };
        // SAFETY: the properties are ours. The opaque pointer is into an `Arc` that the handle keeps until the client is
        // destroyed, and callbacks end before that. On success the client has taken the properties over, and we forget them;
        // on failure they stay ours and are freed with `self`.
        unsafe {
            rd::rd_kafka_conf_set_opaque(self.raw, Arc::as_ptr(&signals).cast_mut().cast());
            if !talk {
                rd::rd_kafka_conf_set_log_cb(self.raw, Some(signals::log));
            }
            match kind {
                Kind::Consumer => {
                    rd::rd_kafka_conf_set_error_cb(self.raw, Some(signals::error));
                    rd::rd_kafka_conf_set_rebalance_cb(self.raw, Some(signals::rebalance));
                }
                Kind::Producer => {
                    let events = rd::RD_KAFKA_EVENT_DR | rd::RD_KAFKA_EVENT_ERROR;
                    rd::rd_kafka_conf_set_events(self.raw, events);
                }
            }
            let raw = rd::rd_kafka_new(raw_kind, self.raw, message.as_mut_ptr(), TEXT);
            if raw.is_null() {
                return Err(text(message.as_ptr()));
            }
            std::mem::forget(self);
            Ok(Handle { raw, signals })
        }
    }
}

impl Drop for Conf {
    fn drop(&mut self) {
        // SAFETY: only reached while the properties are still ours.
        unsafe { rd::rd_kafka_conf_destroy(self.raw) };
    }
}

/// A client object: owned, and destroyed at the end. Queues and topics made from it must be dropped before it.
pub struct Handle {
    raw: *mut rd::rd_kafka_t,
    signals: Arc<Signals>,
}

// SAFETY: client objects may be used from any thread, and from several at once; the callbacks run on the thread that serves, and write
// behind a lock.
unsafe impl Send for Handle {}
unsafe impl Sync for Handle {}

impl Handle {
    pub(super) fn raw(&self) -> *mut rd::rd_kafka_t {
        self.raw
    }

    pub fn signals(&self) -> &Signals {
        &self.signals
    }

    /// Lets a consumer tell what is wrong with its brokers. A consumer's records and decisions come through its queue instead.
    pub fn serve(&self) {
        // SAFETY: the client is alive. Its main queue has not been joined with the consumer's, so no record is lost here.
        unsafe { rd::rd_kafka_poll(self.raw, 0) };
    }

    /// The error that ended this client, if one did.
    pub fn fatal(&self) -> Option<Raised> {
        let mut message = [0 as c_char; TEXT];
        // SAFETY: the client is alive, and the message has the length given and is terminated by the library.
        let (code, text) = unsafe {
            let code = rd::rd_kafka_fatal_error(self.raw, message.as_mut_ptr(), TEXT);
            (code, text(message.as_ptr()))
        };
        let fatal = code != Code::RD_KAFKA_RESP_ERR_NO_ERROR;
        fatal.then_some(Raised { code, text, fatal, retriable: false, abort: false })
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        // SAFETY: ours alone, and everything made from it is gone by the contract of this type. The flag keeps a member of a
        // group from waiting for it here: leaving is a step of its own with a deadline. Ends all threads that call back before
        // `signals` is dropped.
        unsafe { rd::rd_kafka_destroy_flags(self.raw, rd::RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_refused_by_name_and_by_value() {
        let mut conf = Conf::default();
        assert_eq!(conf.set("client.id", "me"), Ok(()));
        assert!(conf.set("colour", "red").expect_err("unknown").unknown);
        let refused = conf.set("session.timeout.ms", "soon").expect_err("not a number");
        assert!(!refused.unknown && refused.text.contains("session.timeout.ms"), "{refused:?}");
        assert!(conf.set("client.id", "a\0b").is_err());
    }

    #[test]
    fn a_client_is_made_and_let_go_without_a_broker() {
        let mut conf = Conf::default();
        conf.set("bootstrap.servers", "127.0.0.1:1").expect("a setting");
        let handle = conf.client(Kind::Producer, false).expect("a producer");
        assert!(handle.fatal().is_none());
    }
}
