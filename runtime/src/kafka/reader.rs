//! Reads a partition from an offset to an end, apart from the group: changelogs. A sample of others is `sample`'s.

use super::Options;
use super::admin::ANSWER;
use super::consumer::Consumer;
use super::errors::{Doing, closed, failure};
use super::ffi::{Code, Fetched, Handle, Partitions, Queue, Raised, Topic};
use super::names::Names;
use super::settings::{Role, client};
use crate::broker::client::{Consequence, Failure, Place, TopicNumber};
use std::collections::BTreeSet;
use std::ffi::CStr;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Records taken at once.
const BATCH: usize = 4096;
/// How long nothing may come before it is a failure: longer than any transaction stays open, and than a broker may be away.
const PATIENCE: Duration = Duration::from_secs(120);
/// How long one wait is; between waits the membership is served.
pub(super) const WAIT: Duration = Duration::from_millis(250);

pub struct Reader {
    // In the order in which they must be dropped.
    pub(super) queue: Queue,
    pub handle: Handle,
    pub(super) names: Arc<Names>,
    /// Topics that this client has been told of.
    known: BTreeSet<TopicNumber>,
}

impl Reader {
    pub fn new(options: &Options, names: Arc<Names>) -> Result<Self, Failure> {
        let handle = client(options, Role::Reader)?;
        Ok(Reader { queue: Queue::new(&handle, BATCH), handle, names, known: BTreeSet::new() })
    }

    /// All committed records from `from` up to `end`. The end is reached when the library says that it stands there: the last offsets
    /// may hold no record that is handed over (marks of transactions, what was aborted or compacted away).
    pub fn read(
        &mut self,
        member: &mut Consumer,
        place: Place,
        from: i64,
        end: i64,
        take: &mut dyn FnMut(Option<&[u8]>, Option<&[u8]>),
    ) -> Result<(), Failure> {
        if from >= end {
            return Ok(());
        }
        let names = Arc::clone(&self.names);
        let topic = names.topic(place.topic)?;
        let topic_text = topic.to_string_lossy();
        let mut list = Partitions::with_capacity(1);
        list.add(topic, place.partition, from, "");
        let say = |handle: &Handle, raised: &Raised| {
            handle.serve();
            failure(&names, Doing::Reading(&topic_text), raised, handle.signals().trouble().as_ref())
        };
        self.get_to_know(place.topic, topic);
        self.handle.assign(Some(&list)).map_err(|raised| say(&self.handle, &raised))?;
        let outcome = self.pump(member, from, end, take).map_err(|raised| say(&self.handle, &raised));
        // Whatever came of it, nothing is fetched any more.
        let stopped = self.handle.assign(None).map_err(|raised| say(&self.handle, &raised));
        outcome.and(stopped)
    }

    /// Asks for a topic's leaders once: the library itself looks after topics that it does not know only once a second. What goes wrong
    /// here shows in the reading.
    pub(super) fn get_to_know(&mut self, number: TopicNumber, name: &CStr) {
        if self.known.insert(number)
            && let Ok(topic) = Topic::new(&self.handle, name)
        {
            let _ = self.handle.metadata(Some(&topic), ANSWER);
        }
    }

    fn pump(
        &mut self,
        member: &mut Consumer,
        from: i64,
        end: i64,
        take: &mut dyn FnMut(Option<&[u8]>, Option<&[u8]>),
    ) -> Result<(), Raised> {
        let mut position = from;
        let (mut heard, mut attended) = (Instant::now(), Instant::now());
        while position < end {
            self.handle.serve();
            let mut batch = self.queue.ready();
            if batch.is_empty() {
                drop(batch);
                batch = self.queue.next(WAIT);
            }
            let before = position;
            for fetched in batch.iter() {
                advance(fetched, end, &mut position, take)
                    .or_else(|raised| passing(&self.names, &self.handle, raised))?;
            }
            drop(batch);
            if position > before {
                heard = Instant::now();
            } else if heard.elapsed() > PATIENCE {
                return Err(Raised::of(Code::RD_KAFKA_RESP_ERR__TIMED_OUT));
            }
            if attended.elapsed() > WAIT {
                member.attend();
                attended = Instant::now();
            }
        }
        Ok(())
    }
}

/// Lets an error pass that time may mend.
pub(super) fn passing(names: &Names, handle: &Handle, raised: Raised) -> Result<(), Raised> {
    let trouble = handle.signals().trouble();
    let lasting = trouble.and_then(|trouble| closed(names, &trouble)).is_some();
    let means = failure(names, Doing::Group, &raised, None).consequence;
    if lasting || means != Consequence::Retry { Err(raised) } else { Ok(()) }
}

#[inline]
fn advance(
    fetched: Fetched<'_>,
    end: i64,
    position: &mut i64,
    take: &mut dyn FnMut(Option<&[u8]>, Option<&[u8]>),
) -> Result<(), Raised> {
    let offset = fetched.offset();
    match fetched.code() {
        Code::RD_KAFKA_RESP_ERR_NO_ERROR => {
            if (*position..end).contains(&offset) {
                take(fetched.key(), fetched.value());
            }
            *position = (*position).max(offset.saturating_add(1));
            Ok(())
        }
        Code::RD_KAFKA_RESP_ERR__PARTITION_EOF => {
            *position = (*position).max(offset);
            Ok(())
        }
        code => {
            let raised = Raised::of(code);
            let text = fetched.value().map(|text| String::from_utf8_lossy(text).into_owned());
            Err(Raised { text: text.unwrap_or_else(|| raised.text.clone()), ..raised })
        }
    }
}
