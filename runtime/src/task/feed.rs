//! What a task reads: one partition of one of its inputs, with the buffer between the log and the stage.
//!
//! Must not look into a record, nor know what time it is.

use crate::clock::Lane;
use crate::fail::Fatal;
use crate::job::{Input, Job, Role};
use crate::log::{Batch, Log};
use crate::stage::{InputId, Partition, TaskId};
use std::ops::Range;
use std::time::{Duration, Instant};

/// What a task reads: one partition of one of its inputs.
pub struct Feed {
    pub(crate) input: InputId,
    pub(crate) partition: Partition,
    pub(crate) table: bool,
    pub(crate) internal: bool,
    /// A source's one lane, or one for every upstream task.
    pub(crate) lanes: Range<usize>,
    /// Declared: how long a source must be at its end to be idle.
    pub(crate) idle_after: Option<Duration>,
    pub(super) bootstrap: bool,
    /// [time.bootstrap]: everything before this offset is read before anything else.
    pub(crate) bootstrap_end: Option<i64>,
    pub(crate) batch: Batch,
    /// The next record of the batch.
    pub(crate) cursor: usize,
    /// The event time of that record, once it has been asked for.
    pub(crate) head: Option<i64>,
    /// The event time of the record at a place of the batch, from when a run was chosen that ends before it.
    pub(crate) after: Option<(usize, i64)>,
    /// Offset of the next record.
    pub(crate) position: i64,
    /// There was nothing more to read, and since when.
    pub(crate) at_end: Option<Instant>,
    /// Fetched so far.
    pub(crate) bytes: u64,
}

impl Feed {
    /// One partition of an input, with its lanes added to those of the task.
    pub(super) fn new(
        job: &Job,
        task: TaskId,
        number: InputId,
        input: &Input,
        partition: u32,
        tasks: &[u32],
        lanes: &mut Vec<Lane>,
    ) -> Self {
        let topic = &job.topics[usize::from(input.topic)];
        let from = lanes.len();
        let mut idle_after = None;
        match topic.role {
            Role::Input { disorder, skew, idle, .. } => {
                idle_after = idle.map(|idle| Duration::from_micros(idle.unsigned_abs()));
                lanes.push(Lane::source(!input.table, disorder, skew));
            }
            _ => {
                let writer = job.stages.iter().position(|stage| stage.repartitions.contains(&input.topic));
                let upstream = writer.map_or(0, |writer| tasks[writer]);
                // A task that is fed by itself or by a later one cannot wait for its time.
                let holds = writer.is_some_and(|writer| writer < usize::from(task.stage));
                lanes.extend((0..upstream).map(|_| Lane { holds, ..Lane::upstream() }));
            }
        }
        Feed {
            input: number,
            partition: Partition { topic: input.topic, number: partition },
            table: input.table,
            internal: topic.role == Role::Repartition,
            lanes: from..lanes.len(),
            idle_after,
            bootstrap: input.bootstrap,
            bootstrap_end: None,
            batch: Batch::default(),
            cursor: 0,
            head: None,
            after: None,
            position: 0,
            at_end: None,
            bytes: 0,
        }
    }

    /// Records in the buffer.
    pub(crate) fn buffered(&self) -> usize {
        self.batch.len() - self.cursor
    }

    /// Fills the buffer if it is empty. False if there are records, but not here yet.
    pub(super) fn fill(&mut self, task: TaskId, log: &mut dyn Log, bytes: usize) -> Result<bool, Fatal> {
        if self.buffered() > 0 {
            return Ok(true);
        }
        self.cursor = 0;
        self.head = None;
        self.after = None;
        log.fetch(task, self.partition, self.position, bytes, &mut self.batch)?;
        if self.batch.is_empty() {
            // Places that hold no records, such as a broker's marks of commits, are behind us.
            self.position = self.position.max(self.batch.next);
            if log.end(self.partition)? > self.position {
                self.at_end = None;
                return Ok(false);
            }
            self.at_end.get_or_insert_with(Instant::now);
        } else {
            self.bytes += self.batch.bytes.len() as u64;
            self.at_end = None;
        }
        Ok(true)
    }

    /// Reads again from a position.
    pub(super) fn rewind(&mut self, position: i64) {
        self.batch.clear();
        self.cursor = 0;
        self.head = None;
        self.after = None;
        self.position = position;
        self.at_end = None;
    }
}
