//! What a test asks of a job, whoever runs it.

use crate::interpret::{Counts, Emission, Stopped};
use crate::model::{TopicId, Value};
use crate::plan::NodeId;

/// One job under a test, every topic with one partition.
///
/// Nothing is read unless a method says so; a player of its own accord decides nothing about time.
pub trait Player {
    /// A record as it stands in a topic.
    type Record;
    /// Why the job could not be run; a test that fails is no error.
    type Error;

    /// A row that the test gives, one value per field of the topic's schema; `none` where the row does not write the
    /// field. `time` is the log's own, microseconds since the epoch.
    fn given(&self, topic: TopicId, time: i64, values: &[Value]) -> Result<Self::Record, Self::Error>;

    /// Whether the job reads the topic.
    fn reads(&self, topic: TopicId) -> bool;

    /// Appends a record to a topic that the job reads. `own`: the job itself has written it.
    fn append(
        &mut self,
        topic: TopicId,
        offset: i64,
        record: &Self::Record,
        own: bool,
    ) -> Result<(), Self::Error>;

    /// Reads all inputs to their end.
    fn run(&mut self) -> Result<(), Self::Error>;

    /// Reads all inputs to their end and takes them as idle.
    fn idle(&mut self) -> Result<(), Self::Error>;

    /// Reads all inputs to their end and sets every clock to `time`.
    fn advance_to(&mut self, time: i64) -> Result<(), Self::Error>;

    /// Stops the job and starts it on what it has committed.
    fn restart(&mut self) -> Result<(), Self::Error>;

    /// What was written since the last call, per topic in order: to look at, and as it stands in its topic.
    fn take(&mut self) -> Result<Vec<(Emission, Self::Record)>, Self::Error>;

    /// `late`, `dead` and `unmatched` of a node so far.
    fn losses(&mut self, node: NodeId) -> Result<Counts, Self::Error>;

    /// A route said `stop`.
    fn stopped(&mut self) -> Result<Option<Stopped>, Self::Error>;
}
