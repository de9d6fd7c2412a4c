//! The member of the group: what it fetches, and what of that is still wanted.
//!
//! The group's decisions are only recorded by the library's callback; they are acted upon when the job says so, so that it can commit
//! what is open before it gives partitions back.

use super::Options;
use super::errors::{Doing, closed, failure, lasting};
use super::ffi::{Code, Fetched, Handle, Partitions, Queue, Raised};
use super::group::Group;
use super::names::Names;
use super::settings::{Role, client};
use super::wanted::Wanted;
use crate::broker::client::{Consequence, Delivery, Failure, Membership, Message, Place, TopicNumber};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Records taken at once.
const BATCH: usize = 1024;
/// How long a listener may hang up before it is taken for its way.
const LASTING: Duration = Duration::from_secs(4);
/// How long a call about partitions may wait for the library's own threads.
const LOCAL: Duration = Duration::from_secs(5);

pub struct Consumer {
    // In the order in which they must be dropped.
    queue: Queue,
    pub handle: Handle,
    names: Arc<Names>,
    group: Group,
    wanted: Wanted,
    joined: bool,
}

impl Consumer {
    pub fn new(options: &Options, names: Arc<Names>) -> Result<Self, Failure> {
        let handle = client(options, Role::Member)?;
        let queue = Queue::new(&handle, BATCH);
        let wanted = Wanted::new(names.len());
        Ok(Consumer { queue, handle, names, group: Group::default(), wanted, joined: false })
    }

    pub fn failure(&self, doing: Doing<'_>, raised: &Raised) -> Failure {
        self.handle.serve();
        failure(&self.names, doing, raised, self.handle.signals().trouble().as_ref())
    }

    /// Waits until a broker answers; ends at once where waiting cannot help.
    pub fn connect(&self, patience: Duration) -> Result<(), Failure> {
        let start = Instant::now();
        let mut pause = Duration::from_millis(2);
        loop {
            let outcome = self.handle.metadata(None, Duration::from_millis(500));
            let Err(raised) = outcome else { return Ok(()) };
            self.handle.serve();
            let trouble = self.handle.signals().trouble();
            if let Some(failure) = trouble.as_ref().and_then(|trouble| closed(&self.names, trouble)) {
                return Err(failure);
            }
            if start.elapsed() >= patience.min(LASTING)
                && let Some(failure) = trouble.and_then(|trouble| lasting(&self.names, &trouble))
            {
                return Err(failure);
            }
            if start.elapsed() >= patience {
                let failure = self.failure(Doing::Connecting, &raised);
                return Err(Failure { consequence: Consequence::Give, ..failure });
            }
            // A refused connection fails the call at once, and so does the first answer of all: the library lets go of the address that
            // it was given for the one that it is told.
            std::thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(50));
        }
    }

    pub fn join(&mut self, topics: &[TopicNumber]) -> Result<(), Failure> {
        let mut list = Partitions::with_capacity(topics.len());
        for &topic in topics {
            list.add(self.names.topic(topic)?, 0, 0, "");
        }
        self.handle.subscribe(&list).map_err(|raised| self.failure(Doing::Group, &raised))?;
        self.joined = true;
        Ok(())
    }

    /// Fails for who is no member now. A group without members would take offsets from anybody, fenced off or not.
    pub fn belongs(&self) -> Result<(), Failure> {
        if self.joined && self.handle.is_member() {
            return Ok(());
        }
        let Names { group, member, .. } = &*self.names;
        Err(Failure::new(Consequence::Abort, format!("`{member}` is no member of the group `{group}` now")))
    }

    /// Whether it is a member whose place another process has taken. Waits for the group to say so: its answer may be a
    /// heartbeat away.
    pub fn replaced(&self, wait: Duration) -> Option<Failure> {
        if !self.joined {
            return None;
        }
        let end = Instant::now() + wait;
        loop {
            if let Some(fatal) = self.handle.fatal() {
                return Some(self.failure(Doing::Group, &fatal));
            }
            if Instant::now() >= end {
                return None;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub fn poll(
        &mut self,
        wait: Duration,
        take: &mut dyn FnMut(Delivery<'_>),
    ) -> Result<Option<Membership>, Failure> {
        self.handle.serve();
        let mut batch = self.queue.ready();
        if batch.is_empty() {
            self.group.hear(self.handle.signals().decisions(), self.handle.is_incremental());
            if let Some(membership) = self.group.tell(&self.names) {
                return Ok(Some(membership));
            }
            if !wait.is_zero() {
                drop(batch);
                batch = self.queue.next(wait);
            }
        }
        let mut failed = None;
        for fetched in batch.iter() {
            if let Err((topic, raised)) = deliver(&self.names, &mut self.wanted, fetched, take) {
                failed = failed.or(Some((topic, raised)));
            }
        }
        let fetched = !batch.is_empty();
        drop(batch);
        if let Some((topic, raised)) = failed {
            self.told(topic, raised)?;
        } else if fetched {
            self.handle.signals().clear();
        }
        self.group.hear(self.handle.signals().decisions(), self.handle.is_incremental());
        Ok(self.group.tell(&self.names))
    }

    /// An error that came in place of a record: one that time may mend is only remembered.
    fn told(&self, topic: Option<String>, raised: Raised) -> Result<(), Failure> {
        let raised = self.handle.fatal().unwrap_or(raised);
        let doing = topic.as_deref().map_or(Doing::Group, Doing::Reading);
        let failure = self.failure(doing, &raised);
        if failure.absent.is_some() {
            let Some(failure) = self.missing(&failure) else {
                self.handle.signals().record(raised.code as i32, raised.text);
                return Ok(());
            };
            return Err(failure);
        }
        let mended = !raised.fatal
            && (matches!(failure.consequence, Consequence::Retry | Consequence::Abort)
                || raised.code == Code::RD_KAFKA_RESP_ERR__MAX_POLL_EXCEEDED);
        if !mended {
            // A consumer has no transaction: what is not mended by waiting is not mended by a new producer either.
            return Err(Failure { consequence: Consequence::Give, ..failure });
        }
        self.handle.signals().record(raised.code as i32, raised.text);
        Ok(())
    }

    pub fn assign(&mut self, from: &[(Place, i64)]) -> Result<(), Failure> {
        let outcome = self.group.answer(&self.handle, from, &self.names);
        outcome.map_err(|raised| self.failure(Doing::Group, &raised))?;
        self.wanted.assign(from);
        Ok(())
    }

    pub fn seek(&mut self, place: Place, offset: i64) -> Result<(), Failure> {
        let list = self.list([(place, offset)])?;
        seek(&self.handle, &list).map_err(|raised| self.failure(Doing::Group, &raised))?;
        self.wanted.seek(place, offset);
        Ok(())
    }

    pub fn pause(&self, places: &[Place]) -> Result<(), Failure> {
        let list = self.list(places.iter().map(|&place| (place, 0)))?;
        self.handle.pause(&list).map_err(|raised| self.failure(Doing::Group, &raised))
    }

    /// Goes on, at our own positions: the library would go on behind the last thing that it told, and takes an end of a partition
    /// for a record, so that the one written there next would be lost.
    pub fn resume(&mut self, places: &[Place]) -> Result<(), Failure> {
        let list = self.list(places.iter().map(|&place| (place, 0)))?;
        self.handle.resume(&list).map_err(|raised| self.failure(Doing::Group, &raised))?;
        let at: Vec<_> = places.iter().filter_map(|&place| Some((place, self.wanted.next(place)?))).collect();
        if at.is_empty() {
            return Ok(());
        }
        let list = self.list(at)?;
        seek(&self.handle, &list).map_err(|raised| self.failure(Doing::Group, &raised))
    }

    /// Serves the group while nothing is fetched, so that a long restore does not lose the membership. Decisions are told by the
    /// next poll.
    pub fn attend(&mut self) {
        if self.wanted.is_empty() {
            self.handle.serve();
            // Nothing is assigned: what comes out is of before, and not wanted.
            drop(self.queue.ready());
        }
    }

    /// Answers what the group has decided and nobody will answer any more, now and from now on.
    pub fn settle(&mut self) {
        self.handle.signals().close();
        self.group.hear(self.handle.signals().decisions(), self.handle.is_incremental());
        self.group.settle(&self.handle);
    }

    fn list(&self, places: impl IntoIterator<Item = (Place, i64)>) -> Result<Partitions, Failure> {
        let mut list = Partitions::with_capacity(0);
        for (place, offset) in places {
            list.add(self.names.topic(place.topic)?, place.partition, offset, "");
        }
        Ok(list)
    }
}

/// Seeks, also right after an assignment, which is not carried out at once.
pub fn seek(handle: &Handle, list: &Partitions) -> Result<(), Raised> {
    let end = Instant::now() + LOCAL;
    loop {
        match handle.seek(list, LOCAL) {
            Err(raised) if raised.code == Code::RD_KAFKA_RESP_ERR__STATE && Instant::now() < end => {
                std::thread::sleep(Duration::from_millis(2));
            }
            outcome => return outcome,
        }
    }
}

/// Hands over what is wanted of one delivery; an error comes back with the topic that it is of.
#[inline]
fn deliver(
    names: &Names,
    wanted: &mut Wanted,
    fetched: Fetched<'_>,
    take: &mut dyn FnMut(Delivery<'_>),
) -> Result<(), (Option<String>, Raised)> {
    let code = fetched.code();
    let place = wanted.topic(names, fetched).map(|topic| Place { topic, partition: fetched.partition() });
    match (code, place) {
        (Code::RD_KAFKA_RESP_ERR_NO_ERROR, Some(place)) => {
            let offset = fetched.offset();
            if wanted.record(place, offset) {
                let (timestamp, key, value) = (fetched.timestamp(), fetched.key(), fetched.value());
                take(Delivery::Record(Message { place, offset, timestamp, key, value }));
            }
        }
        (Code::RD_KAFKA_RESP_ERR__PARTITION_EOF, Some(place)) => {
            let offset = fetched.offset();
            if wanted.end(place, offset) {
                take(Delivery::End { place, offset });
            }
        }
        (Code::RD_KAFKA_RESP_ERR_NO_ERROR | Code::RD_KAFKA_RESP_ERR__PARTITION_EOF, None) => {}
        (_, Some(place)) if !wanted.has(place) => {}
        _ => {
            let topic = fetched.topic().map(|name| name.to_string_lossy().into_owned());
            let text = fetched.value().map(|text| String::from_utf8_lossy(text).into_owned());
            let raised = Raised::of(code);
            return Err((topic, Raised { text: text.unwrap_or_else(|| raised.text.clone()), ..raised }));
        }
    }
    Ok(())
}
