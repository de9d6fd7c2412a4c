//! The one call of the client library that knows no limit of time, on a thread of its own.
//!
//! While no broker answers, offsets for a transaction wait in the library until one does, whatever time was allowed. Whoever waits here
//! can give up: the thread keeps the client object until the call comes back, and lets go of it then.

use super::ffi::{Code, Generation, Handle, Partitions, Raised};
use super::producer::CALL;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender as Channel, channel};
use std::time::Duration;

/// Hands offsets over for one client object.
pub struct Sender {
    asked: Channel<(Generation, Partitions)>,
    answers: Receiver<Result<(), Raised>>,
    busy: bool,
}

impl Sender {
    pub fn start(handle: &Arc<Handle>) -> Result<Self, Raised> {
        let (asked, asks) = channel::<(Generation, Partitions)>();
        let (answer, answers) = channel();
        let handle = Arc::clone(handle);
        let work = move || {
            for (generation, offsets) in asks {
                if answer.send(handle.send_offsets(&generation, &offsets, CALL)).is_err() {
                    break;
                }
            }
        };
        match std::thread::Builder::new().name("kafka-offsets".to_string()).spawn(work) {
            Ok(_) => Ok(Sender { asked, answers, busy: false }),
            Err(error) => Err(Raised {
                text: format!("a thread does not start: {error}"),
                ..Raised::of(Code::RD_KAFKA_RESP_ERR__CRIT_SYS_RESOURCE)
            }),
        }
    }

    /// Only when the last one has been answered.
    pub fn send(&mut self, generation: Generation, offsets: Partitions) {
        // The thread ends with this end of the channel.
        self.busy = self.asked.send((generation, offsets)).is_ok();
    }

    /// What has come of it, if it is known within that time.
    pub fn outcome(&mut self, wait: Duration) -> Option<Result<(), Raised>> {
        match self.answers.recv_timeout(wait) {
            Ok(outcome) => {
                self.busy = false;
                Some(outcome)
            }
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Err(Raised::of(Code::RD_KAFKA_RESP_ERR__FAIL))),
        }
    }

    pub fn is_busy(&self) -> bool {
        self.busy
    }
}
