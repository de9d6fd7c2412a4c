//! Whether a topic that brokers do not know is gone: one that has just come back, or has not heard yet of what another has made,
//! does not know it either.

use super::KafkaClient;
use super::consumer::Consumer;
use super::ffi::{Code, Handle, Topic};
use crate::broker::client::{Consequence, Failure};
use std::ffi::{CStr, CString};
use std::time::Duration;

/// How long one question may take. No answer says nothing.
const WAIT: Duration = Duration::from_secs(1);
/// So often, and so far apart, brokers have to say that there is no such topic.
const TIMES: u32 = 4;
const APART: Duration = Duration::from_millis(400);

/// Whether brokers say just now that there is no such topic; `None`: they do not answer.
pub fn is_absent(handle: &Handle, name: &CStr) -> Option<bool> {
    Some(partitions(handle, name)? == 0)
}

/// Whether brokers say for a while that a topic is there with no more than so many partitions.
pub fn has_at_most(handle: &Handle, name: &CStr, most: u32) -> bool {
    for_a_while(|| partitions(handle, name).is_some_and(|count| (1..=most).contains(&count)))
}

/// How many partitions of a topic brokers know just now, none of one that they do not know; `None`: they do not answer.
fn partitions(handle: &Handle, name: &CStr) -> Option<u32> {
    let topic = Topic::new(handle, name).ok()?;
    match handle.metadata(Some(&topic), WAIT).ok()? {
        Some(Ok(extent)) => Some(extent.partitions),
        Some(Err(Code::RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART)) => Some(0),
        Some(Err(_)) | None => None,
    }
}

fn for_a_while(is_so: impl Fn() -> bool) -> bool {
    (0..TIMES).all(|time| {
        if time > 0 {
            std::thread::sleep(APART);
        }
        is_so()
    })
}

impl Consumer {
    /// Whether brokers say for a while that there is no such topic.
    pub fn is_gone(&self, name: &CStr) -> bool {
        for_a_while(|| is_absent(&self.handle, name) == Some(true))
    }

    /// A failure that says that a topic is missing, as it is meant: `None` if the topic is there, or may be.
    pub fn missing(&self, failure: &Failure) -> Option<Failure> {
        let topic = failure.absent.as_deref()?;
        let name = CString::new(topic).ok()?;
        self.is_gone(&name).then(|| gone(topic))
    }
}

fn gone(topic: &str) -> Failure {
    let failure = Failure::new(Consequence::Give, format!("topic `{topic}` has been deleted"));
    Failure { absent: Some(topic.to_owned()), ..failure.help("Make it again.") }
}

impl KafkaClient {
    /// The outcome of a question or a read: a topic that is there after all is asked again.
    pub(super) fn found<T>(&self, outcome: Result<T, Failure>) -> Result<T, Failure> {
        outcome.map_err(|failure| match (&failure.absent, &self.consumer) {
            (Some(_), Some(member)) => {
                let again = || Failure { consequence: Consequence::Retry, absent: None, ..failure.clone() };
                member.missing(&failure).unwrap_or_else(again)
            }
            _ => failure,
        })
    }

    /// What a failure of the producer comes from, if one of the topics that it writes has been deleted: records for it are only late at
    /// first, and what fails then may be those of another.
    pub(super) fn deleted(&self, failure: Failure) -> Failure {
        let (Some(member), Some(producer)) = (&self.consumer, &self.producer) else { return failure };
        if let Some(gone) = member.missing(&failure) {
            // Of one that this producer has not found before nobody knows whether it was ever there.
            let was_there = producer.written().any(|name| name.to_str().ok() == failure.absent.as_deref());
            return if was_there { gone } else { failure };
        }
        for name in producer.written() {
            match is_absent(&member.handle, name) {
                Some(true) if member.is_gone(name) => return gone(&name.to_string_lossy()),
                Some(_) => {}
                // Brokers that are away are asked once.
                None => break,
            }
        }
        match failure.absent {
            // It is there after all.
            Some(_) => Failure { consequence: Consequence::Abort, absent: None, ..failure },
            None => failure,
        }
    }
}
