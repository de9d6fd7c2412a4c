//! What the job asks of a broker's client: the calls of one consumer and one producer, and how each can fail.
//!
//! Implemented over a real client library (room `kafka`, feature `kafka`), and over the simulated broker of the tests,
//! so that the commit protocol above it is one and the same. Knows topics by number in the order in which they were given to
//! the client, and nothing of jobs, tasks or state.

use crate::record::Chunk;
use crate::report::Reporter;
use std::fmt;
use std::time::Duration;

/// A topic, by its place in the list that the client was opened with.
pub type TopicNumber = u16;

/// What a job does with a topic: which rights it needs there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    Reads,
    Writes,
    /// It is named after the job: made, read, written and deleted.
    Owns,
}

/// A partition of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub topic: TopicNumber,
    pub partition: u32,
}

/// One record as fetched; borrowed from the client's buffer for the length of a call.
#[derive(Clone, Copy, Debug)]
pub struct Message<'a> {
    pub place: Place,
    pub offset: i64,
    /// The record's timestamp, milliseconds since the epoch.
    pub timestamp: i64,
    pub key: Option<&'a [u8]>,
    pub value: Option<&'a [u8]>,
}

/// What comes out of a poll.
#[derive(Clone, Copy, Debug)]
pub enum Delivery<'a> {
    Record(Message<'a>),
    /// Everything before this offset has been delivered, and there was nothing more when it was fetched: for a committed
    /// reader the end is where the oldest open transaction begins.
    End {
        place: Place,
        offset: i64,
    },
}

/// What the group has decided about this member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Membership {
    /// All partitions are to be given back. What is open may still be committed, then [`Client::assign`] with nothing gives
    /// them back.
    Revoked,
    /// They are already somebody else's: nothing can be committed any more. [`Client::assign`] with nothing goes on.
    Lost,
    /// These are this member's now, all of them. Nothing is fetched before [`Client::assign`].
    Assigned(Vec<Place>),
}

/// An offset of a group, with what was stored beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    pub offset: i64,
    pub metadata: String,
}

/// How records of a chunk are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Key, value and time as they are: topics that others read.
    Plain,
    /// Kind and time (in full microseconds) in front of the value: internal topics. See [`super::envelope`].
    Enveloped,
    /// Key and value alone; the time does not matter: changelogs.
    Entries,
}

/// How a topic is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTopic {
    pub topic: TopicNumber,
    pub partitions: u32,
    /// `cleanup.policy=compact` and the like.
    pub settings: Vec<(&'static str, String)>,
}

/// What a failed call means for the one who made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consequence {
    /// Nothing has happened; the call may be made again. A broker is away, or has no time.
    Retry,
    /// The open transaction cannot be committed: [`Client::abort`], and back to the last commit. Also when the member's
    /// generation is over.
    Abort,
    /// The producer is of no use any more, and whether the open transaction was committed is unknown: [`Client::renew`],
    /// then ask for what is committed.
    Renew,
    /// Not before somebody has changed something: the message says what.
    Give,
}

/// Why a call failed, for people, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub consequence: Consequence,
    /// What went wrong, naming the topic or broker.
    pub message: String,
    /// What to do about it; empty where nothing needs to be done.
    pub help: String,
    /// The topic that the brokers say they do not have, where that is why.
    pub absent: Option<String>,
    /// The group has given the member's name to another one.
    pub replaced: bool,
    /// The brokers have not been asked to commit: nothing of the transaction is.
    pub unasked: bool,
}

impl Failure {
    pub fn new(consequence: Consequence, message: impl Into<String>) -> Self {
        let message = message.into();
        Failure { consequence, message, help: String::new(), absent: None, replaced: false, unasked: false }
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// A record for a partition, and how it lies there.
pub type Trace = (Place, Chunk, Form);

/// One member of the job's group with one producer. All calls are made by one thread.
///
/// A producer's transaction holds records and offsets together; of a client that was opened without transactions (`at least
/// once`) [`Client::commit`] waits for the records, then stores the offsets.
pub trait Client {
    /// What tells one cluster from another.
    fn cluster(&mut self) -> Result<String, Failure>;

    /// Partitions of a topic; `None` if there is no such topic.
    fn partitions(&mut self, topic: TopicNumber) -> Result<Option<u32>, Failure>;

    /// How many replicas the partition of a topic has that has the fewest. `None`: there is no such topic, or it cannot be said.
    fn replicas(&mut self, _topic: TopicNumber) -> Result<Option<u32>, Failure> {
        Ok(None)
    }

    /// Fails where the job has no right to do with its topics what it will do with them, as far as they are there and the brokers say.
    fn check_rights(&mut self) -> Result<(), Failure> {
        Ok(())
    }

    /// Name and value of the settings of topics that are there, in the topics' order; nothing of one of which the brokers do not tell.
    fn settings(&mut self, topics: &[TopicNumber]) -> Result<Vec<Vec<(String, String)>>, Failure> {
        Ok(vec![Vec::new(); topics.len()])
    }

    /// Creates topics; that one is there already is no failure.
    fn create(&mut self, topics: &[NewTopic]) -> Result<(), Failure>;

    /// The first offset that is kept, and the one after the last, open transactions included.
    fn offsets(&mut self, place: Place) -> Result<(i64, i64), Failure>;

    /// Becomes a member of the group, which shares out the partitions of these topics.
    fn join(&mut self, topics: &[TopicNumber]) -> Result<(), Failure>;

    /// Hands over what has been fetched, waiting up to `wait` if nothing has; also serves the group. What the group has
    /// decided is told once.
    fn poll(
        &mut self,
        wait: Duration,
        take: &mut dyn FnMut(Delivery<'_>),
    ) -> Result<Option<Membership>, Failure>;

    /// Fetches these partitions, each from an offset, and no others. They may be others than the group's: a table that every
    /// task reads. With nothing: gives back what was revoked. Deliveries of before are not handed over any more.
    fn assign(&mut self, from: &[(Place, i64)]) -> Result<(), Failure>;

    /// Goes on fetching a partition elsewhere; deliveries of before are not handed over any more.
    fn seek(&mut self, place: Place, offset: i64) -> Result<(), Failure>;

    /// Stops fetching partitions, and goes on. What is paused may still be delivered a little.
    fn pause(&mut self, places: &[Place]) -> Result<(), Failure>;

    /// See [`Client::pause`].
    fn resume(&mut self, places: &[Place]) -> Result<(), Failure>;

    /// What the group has stored for partitions, in their order. Waits until no open transaction could change it.
    fn stored(&mut self, places: &[Place]) -> Result<Vec<Option<Stored>>, Failure>;

    /// Reads committed keys and values of a partition from an offset up to `end`, passing over what was aborted; waits for
    /// transactions that are still open before it. For changelogs, apart from what is assigned.
    fn read(
        &mut self,
        place: Place,
        from: i64,
        end: i64,
        take: &mut dyn FnMut(Option<&[u8]>, Option<&[u8]>),
    ) -> Result<(), Failure>;

    /// Looks at committed records of ranges of offsets, at most one of each partition: what is there and decided, as far as it comes
    /// within about `within`. Apart from what is assigned.
    fn sample(
        &mut self,
        ranges: &[(Place, i64, i64)],
        within: Duration,
        take: &mut dyn FnMut(Message<'_>),
    ) -> Result<(), Failure>;

    /// Opens a transaction.
    fn begin(&mut self) -> Result<(), Failure>;

    /// Writes records to a partition in the open transaction. Whether they arrive is known at the commit.
    fn send(&mut self, to: Place, records: &Chunk, form: Form) -> Result<(), Failure>;

    /// Stores offsets for the group in the open transaction, as the member that this client is now.
    fn send_offsets(&mut self, offsets: &[(Place, Stored)]) -> Result<(), Failure>;

    /// All records and offsets of the transaction become visible.
    fn commit(&mut self) -> Result<(), Failure>;

    /// None of them ever will.
    fn abort(&mut self) -> Result<(), Failure>;

    /// Makes a transaction of one record for each partition and of offsets, and aborts it when all have arrived. Offsets that the group
    /// does not take are of no matter.
    fn void(&mut self, _traces: &[Trace], _offsets: &[(Place, Stored)]) -> Result<(), Failure> {
        Ok(())
    }

    /// A new producer of the same name: an older one of that name is fenced off, and its open transaction is over when this
    /// returns. Also called once at the start.
    fn renew(&mut self) -> Result<(), Failure>;

    /// Deletes what lies before an offset in each place, if the broker allows it; records of internal topics that have been
    /// read. May be done later, or not at all: nothing depends on it but space.
    fn trim(&mut self, _before: &[(Place, i64)]) {}

    /// Deletes these topics and all offsets of the group, so that the job can start over. Refused while the group has
    /// members.
    fn forget(&mut self, _topics: &[TopicNumber]) -> Result<(), Failure> {
        Err(Failure::new(Consequence::Give, "this client cannot delete topics"))
    }

    /// The offset after the last record of a place, as far as the client has heard of it: no call, and never an error.
    fn known_end(&self, _place: Place) -> Option<i64> {
        None
    }

    /// Where calls that take long because brokers do not answer say so while they do.
    fn watch(&mut self, _report: &Reporter) {}

    /// What is wrong with the brokers just now, where the client goes on by itself.
    fn trouble(&self) -> Option<String> {
        None
    }

    /// Lets time go by before a call is made again.
    fn nap(&mut self, time: Duration) {
        std::thread::sleep(time);
    }

    /// Leaves the group and lets go of everything, within about `deadline`.
    fn close(&mut self, deadline: Duration);
}
