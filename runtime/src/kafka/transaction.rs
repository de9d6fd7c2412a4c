//! The transactions of the producer, and what is left of them where there are none.
//!
//! A call whose outcome is not known in time makes the producer useless: a new one of the same name settles it.

use super::consumer::Consumer;
use super::errors::Doing;
use super::ffi::{Code, Generation, Partitions, Raised};
use super::producer::{CALL, Producer, SLICE};
use super::sender::Sender;
use crate::broker::client::{Consequence, Failure, Trace};
use std::time::{Duration, Instant};

/// How long one try takes before failed records' events are looked at, without which it would not end.
const TRY: Duration = Duration::from_millis(500);

/// How long a call may take beyond its own limit before it is given up.
const SLACK: Duration = Duration::from_secs(2);

/// Makes a call again as long as it says that it may be, and there is time.
fn again(
    producer: &mut Producer,
    limit: Duration,
    mut call: impl FnMut(&mut Producer) -> Result<(), Raised>,
) -> Result<(), Raised> {
    let since = Instant::now();
    let end = since + limit;
    loop {
        match call(producer) {
            Err(raised) if raised.retriable && !raised.fatal && !raised.abort && Instant::now() < end => {
                producer.events(Duration::ZERO);
                producer.still_waits(since);
                std::thread::sleep(Duration::from_millis(5));
            }
            outcome => return outcome,
        }
    }
}

/// What is left unknown after a call that was tried for long.
fn unknown(failure: Failure) -> Failure {
    match failure.consequence {
        Consequence::Retry => Failure { consequence: Consequence::Renew, ..failure },
        _ => failure,
    }
}

impl Producer {
    /// Fences off an older producer of the name and ends its transaction.
    pub fn init(&mut self) -> Result<(), Failure> {
        // A client that has no connection yet looks for the coordinator in vain, and again only after half a second. What goes wrong
        // here shows in the call itself. (Another half a second passes there if a transaction of the name is still open, which the
        // library waits for without a knob.)
        let _ = self.handle.metadata(None, CALL);
        let outcome = again(self, CALL * 2, |producer| producer.handle.init_transactions(CALL));
        outcome.map_err(|raised| {
            let failure = self.failure(Doing::Transaction, &raised);
            // There was nothing before it, and it is made anew with each try.
            match failure.consequence {
                Consequence::Renew | Consequence::Abort => {
                    Failure { consequence: Consequence::Retry, ..failure }
                }
                _ => failure,
            }
        })
    }

    pub fn begin(&mut self) -> Result<(), Failure> {
        self.forget();
        self.handle.begin_transaction().map_err(|raised| {
            let failure = self.failure(Doing::Transaction, &raised);
            unknown(failure)
        })
    }

    pub fn send_offsets(&mut self, member: &Consumer, offsets: &Partitions) -> Result<(), Failure> {
        let send = |producer: &mut Producer| producer.hand_over(member.handle.generation(), offsets.clone());
        let outcome = again(self, CALL, send);
        outcome.map_err(|raised| {
            if self.is_stuck() {
                let failure = self.failure(Doing::Transaction, &raised);
                return Failure { consequence: Consequence::Renew, ..failure };
            }
            // The transaction has failed on its own before: why says more than that it cannot take offsets any more.
            if raised.code == Code::RD_KAFKA_RESP_ERR__STATE
                && let Some(failure) = self.broken()
            {
                return failure;
            }
            let failure = self.failure(Doing::Group, &raised);
            match failure.consequence {
                Consequence::Retry => Failure { consequence: Consequence::Abort, ..failure },
                _ => failure,
            }
        })
    }

    /// On the thread that is for it: the library's call does not come back while no broker answers.
    fn hand_over(&mut self, generation: Generation, offsets: Partitions) -> Result<(), Raised> {
        let since = Instant::now();
        let mut end = since + CALL + SLACK;
        let mut sender = match self.sender.take() {
            Some(sender) => sender,
            None => Sender::start(&self.handle)?,
        };
        sender.send(generation, offsets);
        self.sender = Some(sender);
        let mut was_broken = false;
        while Instant::now() < end {
            if let Some(outcome) = self.sender.as_mut().and_then(|sender| sender.outcome(SLICE)) {
                return outcome;
            }
            self.still_waits(since);
            if !was_broken && self.broken().is_some() {
                was_broken = true;
                end = end.min(Instant::now() + SLACK);
            }
        }
        Err(Raised::of(Code::RD_KAFKA_RESP_ERR__TIMED_OUT))
    }

    /// A call has not come back: no other can be made. It ends with the client when it does.
    fn is_stuck(&self) -> bool {
        self.sender.as_ref().is_some_and(Sender::is_busy)
    }

    pub fn commit(&mut self) -> Result<(), Failure> {
        self.flush().map_err(|failure| Failure { unasked: true, ..failure })?;
        let outcome = again(self, CALL, |producer| producer.handle.commit_transaction(CALL));
        outcome.map_err(|raised| {
            let failure = self.failure(Doing::Transaction, &raised);
            unknown(failure)
        })
    }

    /// See [`crate::broker::Client::void`].
    pub fn void(&mut self, member: &Consumer, traces: &[Trace], offsets: &Partitions) -> Result<(), Failure> {
        self.begin()?;
        for (to, record, form) in traces {
            self.send(*to, record, *form)?;
        }
        self.flush()?;
        if !offsets.is_empty() {
            // Its first half makes them part of the transaction; whether the group takes them does not matter.
            let _ = self.send_offsets(member, offsets);
        }
        self.abort()
    }

    pub fn abort(&mut self) -> Result<(), Failure> {
        let outcome = again(self, CALL * 2, |producer| {
            producer.forget();
            producer.handle.abort_transaction(TRY)
        });
        self.forget();
        outcome.map_err(|raised| {
            let failure = self.failure(Doing::Transaction, &raised);
            match failure.consequence {
                // An abort that cannot be made is made by the next producer.
                Consequence::Retry | Consequence::Abort => {
                    Failure { consequence: Consequence::Renew, ..failure }
                }
                _ => failure,
            }
        })
    }
}
