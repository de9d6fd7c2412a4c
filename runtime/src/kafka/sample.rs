//! A sample of partitions, apart from the group: what is there and decided, as far as it comes in time.

use super::consumer::Consumer;
use super::errors::{Doing, failure};
use super::ffi::{Code, Handle, Partitions, Raised};
use super::reader::{Reader, WAIT, passing};
use crate::broker::client::{Failure, Message, Place};
use std::collections::BTreeMap;
use std::ffi::CStr;
use std::sync::Arc;
use std::time::{Duration, Instant};

impl Reader {
    /// Committed records of ranges of offsets, as far as they come in time; see [`crate::broker::Client::sample`].
    pub fn sample(
        &mut self,
        member: &mut Consumer,
        ranges: &[(Place, i64, i64)],
        within: Duration,
        take: &mut dyn FnMut(Message<'_>),
    ) -> Result<(), Failure> {
        let names = Arc::clone(&self.names);
        let mut list = Partitions::with_capacity(ranges.len());
        for (place, from, _) in ranges {
            let topic = names.topic(place.topic)?;
            self.get_to_know(place.topic, topic);
            list.add(topic, place.partition, *from, "");
        }
        let first = ranges.first().map_or(Ok(""), |(place, ..)| names.topic(place.topic).map(text_of))?;
        let say = |handle: &Handle, topic: Option<&str>, raised: &Raised| {
            handle.serve();
            let doing = Doing::Reading(topic.unwrap_or(first));
            failure(&names, doing, raised, handle.signals().trouble().as_ref())
        };
        self.handle.assign(Some(&list)).map_err(|raised| say(&self.handle, None, &raised))?;
        let outcome = self.look(member, ranges, within, take);
        let outcome = outcome.map_err(|(topic, raised)| say(&self.handle, topic.as_deref(), &raised));
        let stopped = self.handle.assign(None).map_err(|raised| say(&self.handle, None, &raised));
        outcome.and(stopped)
    }

    fn look(
        &mut self,
        member: &mut Consumer,
        ranges: &[(Place, i64, i64)],
        within: Duration,
        take: &mut dyn FnMut(Message<'_>),
    ) -> Result<(), (Option<String>, Raised)> {
        let mut ends: BTreeMap<Place, i64> = ranges.iter().map(|(place, _, end)| (*place, *end)).collect();
        let (until, mut attended) = (Instant::now() + within, Instant::now());
        while !ends.is_empty() && Instant::now() < until {
            self.handle.serve();
            let mut batch = self.queue.ready();
            if batch.is_empty() {
                drop(batch);
                batch = self.queue.next(WAIT);
            }
            for fetched in batch.iter() {
                let (offset, partition) = (fetched.offset(), fetched.partition());
                let topic = fetched.topic().and_then(|name| self.names.number(name));
                let place = topic.map(|topic| Place { topic, partition });
                match (fetched.code(), place) {
                    (Code::RD_KAFKA_RESP_ERR_NO_ERROR, Some(place)) => {
                        let end = ends.get(&place).copied().unwrap_or(i64::MIN);
                        if offset < end {
                            let (key, value) = (fetched.key(), fetched.value());
                            take(Message { place, offset, timestamp: fetched.timestamp(), key, value });
                        }
                        if offset.saturating_add(1) >= end {
                            ends.remove(&place);
                        }
                    }
                    // What is not decided yet is not waited for.
                    (Code::RD_KAFKA_RESP_ERR__PARTITION_EOF, Some(place)) => {
                        ends.remove(&place);
                    }
                    (Code::RD_KAFKA_RESP_ERR_NO_ERROR | Code::RD_KAFKA_RESP_ERR__PARTITION_EOF, None) => {}
                    (code, _) => passing(&self.names, &self.handle, Raised::of(code))
                        .map_err(|raised| (fetched.topic().map(|name| text_of(name).to_owned()), raised))?,
                }
            }
            drop(batch);
            if attended.elapsed() > WAIT {
                member.attend();
                attended = Instant::now();
            }
        }
        Ok(())
    }
}

/// Names of topics are ASCII.
fn text_of(name: &CStr) -> &str {
    name.to_str().unwrap_or_default()
}
