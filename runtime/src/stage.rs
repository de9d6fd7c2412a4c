//! What generated code implements: one fused sub-topology.

use crate::fail::Fatal;
use crate::job::TopicIndex;
use crate::record::Record;
use crate::store::Store;

/// Index into a stage's inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InputId(pub u16);

/// One sub-topology and its state. One virtual call per run of records of one input; inside it everything is
/// monomorphic. The context type is [`crate::context::Cx`].
pub trait Stage: Send {
    /// Records of one input, in order, up to where another input's head is older.
    fn run(
        &mut self,
        input: InputId,
        run: &[Record<'_>],
        cx: &mut crate::context::Cx<'_>,
    ) -> Result<(), Fatal>;

    /// The event time of a record of a source, for the choice of the next record among several inputs. `None`: it
    /// has none (undecodable); it is taken as soon as its predecessor has been. Never called for internal topics.
    fn event_time(&self, input: InputId, record: &Record<'_>) -> Option<i64>;

    /// The task's clock has reached [`Stage::deadline`]: close windows, emit what is pending. `to` is the clock.
    fn advance(&mut self, to: i64, cx: &mut crate::context::Cx<'_>) -> Result<(), Fatal>;

    /// All inputs are idle: emit what `at most every` still holds back (spec: window.changes).
    fn idle(&mut self, cx: &mut crate::context::Cx<'_>) -> Result<(), Fatal>;

    /// The next clock at which [`Stage::advance`] has something to do; `i64::MAX` for never.
    fn deadline(&self) -> i64;

    /// Visits every store, always in the same order.
    fn stores(&mut self, visit: &mut dyn FnMut(&mut dyn Store));
}

/// A topic partition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Partition {
    pub topic: TopicIndex,
    pub number: u32,
}

/// A task: one sub-topology (index into the job's stages) and one partition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId {
    pub stage: u16,
    pub partition: u32,
}

impl TaskId {
    /// For people: `stage/partition`.
    pub fn text(self, job: &crate::job::Job) -> String {
        let stage = job.stages.get(usize::from(self.stage)).map_or("?", |stage| stage.name);
        format!("{stage}/{}", self.partition)
    }
}
