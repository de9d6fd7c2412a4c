//! One task: a sub-topology and a partition. The way of a record through it reads from top to bottom:
//!
//! > [`Task::fill`] (log → buffer) → [`crate::chooser`] (which input next) → [`Task::take`] (a run to the stage, record
//! > by record through [`crate::context::each`]: decode, fused steps, state, outputs; then time) → [`Task::encode`] (the commit)
//!
//! Owns the task's inputs, clock and counters. It chooses nothing and waits for nothing.

mod checkpoint;
mod feed;
mod time;

pub(crate) use checkpoint::committed_clock;
pub(crate) use feed::Feed;

use crate::clock::{TaskClock, UNSET};
use crate::context::{Cx, Origin};
use crate::counters::Counters;
use crate::fail::Fatal;
use crate::job::{Job, StageSpec};
use crate::log::{Batch, Log};
use crate::outputs::Outputs;
use crate::record::{Kind, Record};
use crate::stage::{InputId, Partition, Stage, TaskId};
use crate::store::Store;
use crate::tokens::Tokens;
use crate::wire::json::{Ahead, Marks};
use std::ops::Range;
use std::sync::Arc;

/// Records handed to a stage in one call: what is found ahead in them stays in the processor's nearest memory.
const RUN: usize = 64;

pub struct Task {
    pub(crate) id: TaskId,
    job: &'static Job,
    spec: &'static StageSpec,
    stage: Box<dyn Stage>,
    tokens: Arc<Tokens>,
    pub(crate) feeds: Vec<Feed>,
    pub(crate) clock: TaskClock,
    pub(crate) counters: Counters,
    /// Something has happened since the last commit.
    pub(crate) dirty: bool,
    /// It has never been committed: the ends of its bootstrap [time.bootstrap] are part of the first commit.
    pub(crate) unsaved: bool,
    /// Memory for what is found ahead of the stage in a run's records.
    marks: Marks,
    /// Of the counters: inputs, nodes, topics and places of the job.
    shape: u64,
    /// Positions, and the rest encoded, as of the last commit.
    committed: (Vec<i64>, Vec<u8>),
}

impl Task {
    /// A task with empty state. `partitions` of each topic; `tasks` of each stage.
    pub(crate) fn new(
        job: &'static Job,
        id: TaskId,
        partitions: &[u32],
        tasks: &[u32],
        tokens: Arc<Tokens>,
    ) -> Self {
        let spec = &job.stages[usize::from(id.stage)];
        let mut lanes = Vec::new();
        let mut feeds = Vec::new();
        for (number, input) in (0..).zip(spec.inputs) {
            let numbers = if input.everywhere {
                0..partitions[usize::from(input.topic)]
            } else {
                id.partition..id.partition + 1
            };
            for partition in numbers {
                feeds.push(Feed::new(job, id, InputId(number), input, partition, tasks, &mut lanes));
            }
        }
        Task {
            tokens,
            id,
            job,
            spec,
            stage: (spec.make)(),
            clock: TaskClock::new(lanes),
            counters: Counters::new(spec.inputs.len(), job.nodes.len(), job.topics.len()),
            shape: checkpoint::shape(job, spec),
            committed: (vec![0; feeds.len()], Vec::new()),
            feeds,
            marks: Marks::default(),
            dirty: false,
            unsaved: false,
        }
    }

    /// Fills a feed's buffer if it is empty. False if there are records, but not here yet.
    pub(crate) fn fill(&mut self, feed: usize, log: &mut dyn Log, bytes: usize) -> Result<bool, Fatal> {
        self.feeds[feed].fill(self.id, log, bytes)
    }

    /// How old a record is, for the choice among inputs.
    pub(crate) fn age(&self, feed: &Feed, record: &Record<'_>) -> i64 {
        match record.kind {
            Kind::Data if !feed.internal => self.stage.event_time(feed.input, record).unwrap_or(UNSET),
            Kind::TooLarge => UNSET,
            _ => record.time,
        }
    }

    /// Takes the next `count` buffered records of a feed through the stage.
    pub(crate) fn take(&mut self, feed: usize, count: usize, outputs: &mut Outputs) -> Result<(), Fatal> {
        self.dirty = true;
        let origin = origin(self.spec, &self.feeds[feed]);
        let Task { id, job, spec, stage, feeds, clock, counters, tokens, marks, .. } = self;
        let Feed { lanes, batch, cursor, position, head, internal, .. } = &mut feeds[feed];
        let end = (*cursor + count).min(batch.len());
        if end == *cursor {
            return Ok(());
        }
        let mut cx = context(job, spec, *id, origin, clock, counters, outputs, tokens);
        if !*internal {
            time::wake(&mut cx, lanes.start);
        }
        while *cursor < end {
            let next = batch.record(*cursor);
            if is_control(next.kind) {
                time::control(&mut cx, stage.as_mut(), lanes, &next)?;
                *cursor += 1;
                continue;
            }
            let spans = batch.spans[*cursor..end].iter().take(RUN);
            let length = spans.take_while(|span| !is_control(span.kind)).count();
            let records = *cursor..*cursor + length;
            match length {
                1 => run::<1>(stage.as_mut(), batch, records, marks, &mut cx)?,
                2..=8 => run::<8>(stage.as_mut(), batch, records, marks, &mut cx)?,
                _ => run::<RUN>(stage.as_mut(), batch, records, marks, &mut cx)?,
            }
            *cursor += length;
        }
        *position = batch.position_after(end - 1);
        *head = None;
        Ok(())
    }

    /// The source feeds have gone idle (a decision): time moves without them, and if nothing holds it any more, what
    /// was held back goes out (spec: time.idle, time.all-idle, window.changes).
    pub(crate) fn go_idle(&mut self, feeds: &[usize], outputs: &mut Outputs) -> Result<(), Fatal> {
        self.dirty = true;
        for feed in feeds {
            for lane in self.feeds[*feed].lanes.clone() {
                self.clock.lane_mut(lane).idle = true;
            }
        }
        let Some(feed) = feeds.first() else { return Ok(()) };
        let origin = origin(self.spec, &self.feeds[*feed]);
        let Task { id, job, spec, stage, clock, counters, tokens, .. } = self;
        let mut cx = context(job, spec, *id, origin, clock, counters, outputs, tokens);
        time::idle(&mut cx, stage.as_mut())
    }

    /// The clock moves to `to` by decision (`advance to` of a test).
    pub(crate) fn advance_to(&mut self, to: i64, outputs: &mut Outputs) -> Result<(), Fatal> {
        self.dirty = true;
        let Some(feed) = self.feeds.first() else { return Ok(()) };
        let origin = origin(self.spec, feed);
        let Task { id, job, spec, stage, clock, counters, tokens, .. } = self;
        let mut cx = context(job, spec, *id, origin, clock, counters, outputs, tokens);
        let moved = cx.clock.force(to);
        cx.moved(stage.as_mut(), moved)
    }

    /// The feed is a source that holds time and is not idle.
    pub(crate) fn holds_time(&self, feed: usize) -> bool {
        let feed = &self.feeds[feed];
        !feed.internal && !feed.table && feed.lanes.clone().any(|lane| !self.clock.lane(lane).idle)
    }

    pub(crate) fn stores(&mut self, visit: &mut dyn FnMut(u16, &mut dyn Store)) {
        let mut number = 0;
        self.stage.stores(&mut |store| {
            visit(number, store);
            number += 1;
        });
    }

    pub(crate) fn positions(&self) -> impl Iterator<Item = ((TaskId, Partition), i64)> + '_ {
        self.feeds.iter().map(|feed| ((self.id, feed.partition), feed.position))
    }
}

/// It speaks of time, and is no record of the stage's.
fn is_control(kind: Kind) -> bool {
    matches!(kind, Kind::Watermark | Kind::Idle)
}

/// Hands at most `N` records of a batch to a stage.
fn run<const N: usize>(
    stage: &mut dyn Stage,
    batch: &Batch,
    records: Range<usize>,
    marks: &mut Marks,
    cx: &mut Cx<'_>,
) -> Result<(), Fatal> {
    let (start, bytes) = batch.around(records.clone());
    let ahead = Ahead::new(bytes, std::mem::take(marks));
    let length = records.len().min(N);
    let run: [Record<'_>; N] = std::array::from_fn(|at| match batch.spans.get(records.start + at) {
        Some(_) if at < length => batch.record_within(records.start + at, start, &ahead),
        _ => Record::made(0),
    });
    let result = stage.run(cx.origin.input, &run[..length], cx);
    *marks = ahead.into_spare();
    result
}

fn origin(spec: &StageSpec, feed: &Feed) -> Origin {
    let input = &spec.inputs[usize::from(feed.input.0)];
    Origin {
        input: feed.input,
        partition: feed.partition,
        lane: feed.lanes.start,
        site: input.site,
        show: input.show,
    }
}

#[allow(clippy::too_many_arguments, reason = "the parts of a task, borrowed apart")]
fn context<'a>(
    job: &'static Job,
    spec: &'static StageSpec,
    task: TaskId,
    origin: Origin,
    clock: &'a mut TaskClock,
    counters: &'a mut Counters,
    outputs: &'a mut Outputs,
    tokens: &'a Tokens,
) -> Cx<'a> {
    Cx {
        tokens,
        job,
        spec,
        task,
        upstream: task.partition,
        origin,
        clock,
        counters,
        outputs,
        filtered: false,
        handed_on: false,
        fanned_out: None,
        observed: None,
        fatal: None,
    }
}
