//! The log: where records come from and where one epoch's results become visible, all or nothing.
//!
//! Implementations: [`crate::embedded`]; [`crate::broker`], over the client of a real broker or of the simulated one.

use crate::fail::Fatal;
use crate::record::{Chunk, Record, Within};
use crate::stage::{Partition, TaskId};
use crate::wire::json::Ahead;
use std::collections::BTreeMap;
use std::ops::Range;
use std::time::Duration;

/// Records fetched from one partition, in one buffer.
#[derive(Debug, Default)]
pub struct Batch {
    /// What the spans point into.
    pub bytes: Vec<u8>,
    pub spans: Vec<Span>,
    /// The position after the last record: what to fetch next, and what to commit once all are processed.
    pub next: i64,
}

/// One record in a [`Batch`]; ranges are `(start, end)` in its bytes, `None` for null.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    pub offset: i64,
    pub time: i64,
    pub key: Option<(u32, u32)>,
    pub value: Option<(u32, u32)>,
    pub kind: crate::record::Kind,
}

impl Batch {
    pub fn clear(&mut self) {
        self.bytes.clear();
        self.spans.clear();
    }

    pub fn len(&self) -> usize {
        self.spans.len()
    }

    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    #[inline]
    pub fn record(&self, index: usize) -> Record<'_> {
        let span = &self.spans[index];
        let slice = |(start, end): (u32, u32)| &self.bytes[start as usize..end as usize];
        Record {
            offset: span.offset,
            time: span.time,
            key: span.key.map(slice),
            value: span.value.map(slice),
            kind: span.kind,
            ahead: None,
        }
    }

    /// What the values of these records stand in, and where in [`Batch::bytes`] it begins.
    pub(crate) fn around(&self, records: Range<usize>) -> (usize, &[u8]) {
        let spans = self.spans.get(records).unwrap_or_default();
        let start = spans.iter().find_map(|span| span.value).map_or(0, |(start, _)| start as usize);
        let end = spans.iter().rev().find_map(|span| span.value).map_or(start, |(_, end)| end as usize);
        (start, self.bytes.get(start..end).unwrap_or_default())
    }

    /// A record of a run whose bytes begin at `start`.
    #[inline]
    pub(crate) fn record_within<'a>(&'a self, index: usize, start: usize, run: &'a Ahead<'a>) -> Record<'a> {
        let value = self.spans[index].value;
        let ahead = value.and_then(|(from, to)| {
            Some(Within::new(run, (from as usize).checked_sub(start)?, (to - from) as usize))
        });
        Record { ahead, ..self.record(index) }
    }

    /// The position after record `index`: the offset of the next one, else [`Batch::next`].
    pub fn position_after(&self, index: usize) -> i64 {
        self.spans.get(index + 1).map_or(self.next, |s| s.offset)
    }
}

/// What one worker has done since its last commit.
#[derive(Debug)]
pub struct Epoch<'a> {
    /// Outputs, dead letters and internal topics.
    pub outputs: &'a BTreeMap<Partition, Chunk>,
    /// Per task and store (index in the order of [`crate::stage::Stage::stores`]): key and value records, coalesced.
    pub changelog: &'a BTreeMap<(TaskId, u16), Chunk>,
    /// Next position per task and input partition.
    pub positions: &'a BTreeMap<(TaskId, Partition), i64>,
    /// Each task's clock, lanes, idle decisions and counters, encoded by the task.
    pub clocks: &'a BTreeMap<TaskId, Vec<u8>>,
    /// The order in which tasks took their runs in this epoch, encoded by the worker: feeding it back replays the run.
    pub choices: &'a [u8],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Committed,
    Aborted,
    Unknown,
}

/// What was committed before this start.
#[derive(Debug, Default)]
pub struct Recovered {
    pub positions: BTreeMap<(TaskId, Partition), i64>,
    pub clocks: BTreeMap<TaskId, Vec<u8>>,
}

/// What is decided from outside about the tasks of a worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// They are to be given away: what is open is committed first, then [`Log::release`].
    Revoked,
    /// They are somebody else's already: what is open cannot be committed any more.
    Lost,
    /// These are the worker's from now on, in order.
    Assigned(Vec<TaskId>),
}

pub trait Log {
    /// Whether a worker's tasks come and go by [`Log::attend`]. Else it has all of them from the start.
    fn shares_tasks(&self) -> bool {
        false
    }

    /// Called between runs: takes in what has arrived, and says what has been decided about the tasks.
    fn attend(&mut self) -> Result<Option<Change>, Fatal> {
        Ok(None)
    }

    /// There is nothing to do: comes back when there may be, at the latest after `most`.
    fn wait(&mut self, most: Duration) -> Result<(), Fatal> {
        std::thread::sleep(most);
        Ok(())
    }

    /// The tasks are given back.
    fn release(&mut self) -> Result<(), Fatal> {
        Ok(())
    }

    /// The tasks that were assigned are ready, and read on from these positions.
    fn take_up(&mut self, _positions: &BTreeMap<(TaskId, Partition), i64>) -> Result<(), Fatal> {
        Ok(())
    }

    /// Settled once per topic, before the first run, and the same for ever after.
    fn partitions(&self, topic: crate::job::TopicIndex) -> u32;

    /// Up to about `bytes` of records from a position on, into `batch` (cleared first); none if there are no more. Several
    /// tasks may read a partition, each at its own pace.
    fn fetch(
        &mut self,
        reader: TaskId,
        partition: Partition,
        position: i64,
        bytes: usize,
        batch: &mut Batch,
    ) -> Result<(), Fatal>;

    /// Where a partition's records begin.
    fn start(&mut self, partition: Partition) -> Result<i64, Fatal>;

    /// The position after the last committed record (idle means having reached it; spec: time.idle).
    fn end(&mut self, partition: Partition) -> Result<i64, Fatal>;

    /// [`Log::end`] for a table that is read up to here before anything else; what others have not committed yet counts.
    fn bootstrap_end(&mut self, partition: Partition) -> Result<i64, Fatal> {
        self.end(partition)
    }

    /// [`Log::end`] as far as it is known without asking anybody, also of what others have not committed yet: for those who
    /// look from outside, never for a decision.
    fn known_end(&mut self, partition: Partition) -> Option<i64> {
        self.end(partition).ok().filter(|end| *end != i64::MAX)
    }

    /// No record will ever come after the position: the end of a finite file, or of a closed standard input. A run
    /// whose sources are all finished, and read, ends by itself.
    fn finished(&mut self, _partition: Partition, _position: i64) -> Result<bool, Fatal> {
        Ok(false)
    }

    /// All of it or nothing.
    fn commit(&mut self, epoch: &Epoch<'_>) -> Result<Outcome, Fatal>;

    /// Positions and clocks of the worker's tasks as of the last commit.
    fn recover(&mut self) -> Result<Recovered, Fatal>;

    /// Replays a store's committed contents into `put`; `layout` is checked against what was written (spec: evolution.layout). Called
    /// once for every store of every task before the first commit, also when there is nothing to restore: it is how
    /// the log learns the store's name.
    fn restore(
        &mut self,
        task: TaskId,
        store: u16,
        name: &str,
        layout: &str,
        put: &mut dyn FnMut(&[u8], Option<&[u8]>) -> Result<(), Fatal>,
    ) -> Result<(), Fatal>;

    /// The worker offers a store for a snapshot after a commit; the log takes it when its changelog has outgrown it.
    fn wants_snapshot(&self, task: TaskId, store: u16) -> bool;

    fn snapshot(
        &mut self,
        task: TaskId,
        store: u16,
        name: &str,
        layout: &str,
        entries: &mut dyn FnMut(&mut dyn FnMut(&[u8], &[u8])),
    ) -> Result<(), Fatal>;
}
