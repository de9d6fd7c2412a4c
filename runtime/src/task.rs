//! One task: a sub-topology and a partition. The way of a record through it reads from top to bottom:
//!
//! > [`Task::fill`] (log → buffer) → [`crate::chooser`] (which input next) → [`Task::take`] (a run to the stage, record
//! > by record through [`crate::context::each`]: decode, fused steps, state, outputs; then time) → [`Task::commit_into`]
//!
//! Owns the task's inputs, clock and counters, and their commit. It chooses nothing and waits for nothing.

use crate::clock::{Lane, TaskClock, UNSET};
use crate::context::{Cx, Origin};
use crate::counters::Counters;
use crate::fail::Fatal;
use crate::job::{Job, Role, StageSpec};
use crate::log::{Batch, Log};
use crate::outputs::Outputs;
use crate::record::{Kind, Record};
use crate::stage::{InputId, Partition, Stage, TaskId};
use crate::state::codec::State;
use crate::store::Store;
use crate::tokens::Tokens;
use std::ops::Range;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Records handed to a stage in one call.
const RUN: usize = 64;

/// What a task reads: one partition of one of its inputs.
pub struct Feed {
    pub(crate) input: InputId,
    pub(crate) partition: Partition,
    pub(crate) table: bool,
    pub(crate) internal: bool,
    /// A source's one lane, or one for every upstream task.
    lanes: Range<usize>,
    /// Declared: how long a source must be at its end to be idle.
    pub(crate) idle_after: Option<Duration>,
    bootstrap: bool,
    /// J3: everything before this offset is read before anything else.
    pub(crate) bootstrap_end: Option<i64>,
    pub(crate) batch: Batch,
    /// The next record of the batch.
    pub(crate) cursor: usize,
    /// The event time of that record, once it has been asked for.
    pub(crate) head: Option<i64>,
    /// Offset of the next record.
    pub(crate) position: i64,
    /// There was nothing more to read, and since when.
    pub(crate) at_end: Option<Instant>,
}

impl Feed {
    /// Records in the buffer.
    pub(crate) fn buffered(&self) -> usize {
        self.batch.len() - self.cursor
    }

    fn rewind(&mut self, position: i64) {
        self.batch.clear();
        self.cursor = 0;
        self.head = None;
        self.position = position;
        self.at_end = None;
    }
}

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
            let topic = &job.topics[usize::from(input.topic)];
            let numbers = if input.everywhere {
                0..partitions[usize::from(input.topic)]
            } else {
                id.partition..id.partition + 1
            };
            for partition in numbers {
                let from = lanes.len();
                let mut idle_after = None;
                match topic.role {
                    Role::Input { disorder, skew, idle, .. } => {
                        idle_after = idle.map(|idle| Duration::from_micros(idle.unsigned_abs()));
                        lanes.push(Lane::source(!input.table, disorder, skew));
                    }
                    _ => {
                        let writer =
                            job.stages.iter().position(|stage| stage.repartitions.contains(&input.topic));
                        let upstream = writer.map_or(0, |writer| tasks[writer]);
                        // A task that is fed by itself or by a later one cannot wait for its time.
                        let holds = writer.is_some_and(|writer| writer < usize::from(id.stage));
                        lanes.extend((0..upstream).map(|_| Lane { holds, ..Lane::upstream() }));
                    }
                }
                feeds.push(Feed {
                    input: InputId(number),
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
                    position: 0,
                    at_end: None,
                });
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
            shape: shape(job, spec),
            committed: (vec![0; feeds.len()], Vec::new()),
            feeds,
            dirty: false,
        }
    }

    /// Fills a feed's buffer if it is empty. False if there are records, but not here yet.
    pub(crate) fn fill(&mut self, feed: usize, log: &mut dyn Log, bytes: usize) -> Result<bool, Fatal> {
        let feed = &mut self.feeds[feed];
        if feed.buffered() > 0 {
            return Ok(true);
        }
        feed.cursor = 0;
        feed.head = None;
        log.fetch(feed.partition, feed.position, bytes, &mut feed.batch)?;
        if feed.batch.is_empty() {
            if log.end(feed.partition)? > feed.position {
                feed.at_end = None;
                return Ok(false);
            }
            feed.at_end.get_or_insert_with(Instant::now);
        } else {
            feed.at_end = None;
        }
        Ok(true)
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
        let Task { id, job, spec, stage, feeds, clock, counters, tokens, .. } = self;
        let Feed { lanes, batch, cursor, position, head, internal, .. } = &mut feeds[feed];
        let end = (*cursor + count).min(batch.len());
        if end == *cursor {
            return Ok(());
        }
        let mut cx = context(job, spec, *id, origin, clock, counters, outputs, tokens);
        if !*internal {
            wake(&mut cx, lanes.start);
        }
        let mut run = [Record::made(0); RUN];
        while *cursor < end {
            let next = batch.record(*cursor);
            if matches!(next.kind, Kind::Watermark | Kind::Idle) {
                control(&mut cx, stage.as_mut(), lanes, &next)?;
                *cursor += 1;
                continue;
            }
            let mut length = 0;
            while length < RUN && *cursor + length < end {
                let record = batch.record(*cursor + length);
                if matches!(record.kind, Kind::Watermark | Kind::Idle) {
                    break;
                }
                run[length] = record;
                length += 1;
            }
            stage.run(cx.origin.input, &run[..length], &mut cx)?;
            *cursor += length;
        }
        *position = batch.position_after(end - 1);
        *head = None;
        Ok(())
    }

    /// The source feeds have gone idle (a decision): time moves without them, and if nothing holds it any more, what
    /// was held back goes out (SEMANTICS T3, T6, W6).
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
        idle(&mut cx, stage.as_mut())
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

    /// Clock, lanes, bootstrap ends and counters, for the commit.
    pub(crate) fn encode(&self, out: &mut Vec<u8>) {
        out.clear();
        (self.feeds.len() as u32, self.clock.lanes() as u32).encode(out);
        self.clock.encode(out);
        for feed in &self.feeds {
            feed.bootstrap_end.encode(out);
        }
        self.shape.encode(out);
        self.counters.encode(out);
    }

    /// A job with other nodes goes on with time as it was and counts from zero; one with other inputs cannot.
    fn decode(&mut self, mut bytes: &[u8]) -> Option<()> {
        let input = &mut bytes;
        let (feeds, lanes) = <(u32, u32)>::decode(input)?;
        if (feeds as usize, lanes as usize) != (self.feeds.len(), self.clock.lanes()) {
            return None;
        }
        self.clock.decode(input)?;
        for feed in &mut self.feeds {
            feed.bootstrap_end = State::decode(input)?;
        }
        if u64::decode(input)? != self.shape {
            return Some(());
        }
        self.counters.decode(input)?;
        input.is_empty().then_some(())
    }

    /// The first start: positions from the log's beginnings, bootstrap ends as they are now. A later one: as committed.
    pub(crate) fn start(
        &mut self,
        log: &mut dyn Log,
        committed: Option<&Vec<u8>>,
        position: impl Fn(Partition) -> Option<i64>,
    ) -> Result<(), Fatal> {
        for feed in &mut self.feeds {
            feed.position = match position(feed.partition) {
                Some(position) => position,
                None => log.start(feed.partition)?,
            };
            if committed.is_none() && feed.bootstrap {
                feed.bootstrap_end = Some(log.end(feed.partition)?);
            }
        }
        let decoded = committed.is_none_or(|bytes| self.decode(bytes).is_some());
        let (id, clock) = (self.id, self.clock.now());
        let mut failed = None;
        self.stores(&mut |number, store| {
            if failed.is_none() {
                failed = restore(log, id, number, store, clock).err();
            }
        });
        self.keep();
        match failed {
            // What is kept says more than that the inputs differ.
            Some(fatal) => Err(fatal),
            None if decoded => Ok(()),
            None => Err(Fatal::configuration(
                format!("the inputs of {} are not those that its committed time is about", self.spec.name),
                "run with --fresh to start over without the old state",
            )),
        }
    }

    /// Remembers positions and clocks as committed.
    fn keep(&mut self) {
        let mut bytes = std::mem::take(&mut self.committed.1);
        self.encode(&mut bytes);
        self.committed.1 = bytes;
        for (kept, feed) in self.committed.0.iter_mut().zip(&self.feeds) {
            *kept = feed.position;
        }
        self.dirty = false;
    }

    /// What has happened is durable.
    pub(crate) fn committed(&mut self) {
        self.stores(&mut |_, store| store.committed());
        self.keep();
    }

    /// Nothing of what has happened since the last commit has.
    pub(crate) fn rollback(&mut self) -> Result<(), Fatal> {
        self.stores(&mut |_, store| store.rollback());
        let (positions, bytes) = std::mem::take(&mut self.committed);
        for (feed, position) in self.feeds.iter_mut().zip(&positions) {
            feed.rewind(*position);
        }
        self.dirty = false;
        let decoded = self.decode(&bytes);
        self.committed = (positions, bytes);
        decoded.ok_or_else(|| Fatal::corrupt("a task's clock in memory", "it cannot be decoded"))
    }
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
        observed: None,
        fatal: None,
    }
}

/// What the counters of a task are about, as a number.
fn shape(job: &Job, spec: &StageSpec) -> u64 {
    let mut all = Vec::new();
    for input in spec.inputs {
        job.topics[usize::from(input.topic)].name.to_owned().encode(&mut all);
    }
    job.nodes.iter().for_each(|node| node.name.to_owned().encode(&mut all));
    job.topics.iter().for_each(|topic| topic.name.to_owned().encode(&mut all));
    for site in job.sites {
        (site.node, site.what.to_owned(), u64::from(site.line)).encode(&mut all);
    }
    u64::from(crc32c::crc32c(&all)) << 32 | all.len() as u64
}

/// A lane has something again. If the whole task was idle, tasks below must hold their time back from here on.
fn wake(cx: &mut Cx<'_>, lane: usize) {
    if cx.clock.lane(lane).idle {
        let was_idle = cx.clock.is_idle();
        cx.clock.lane_mut(lane).idle = false;
        if was_idle && !cx.clock.is_idle() {
            cx.tell(Kind::Watermark);
        }
    }
}

/// The clock in what [`Task::encode`] wrote, microseconds since the epoch; `None` before the first record.
pub(crate) fn committed_clock(mut bytes: &[u8]) -> Option<i64> {
    let input = &mut bytes;
    <(u32, u32)>::decode(input)?;
    i64::decode(input).filter(|clock| *clock != UNSET)
}

/// What an upstream task says of its time (SPINE 3).
fn control(
    cx: &mut Cx<'_>,
    stage: &mut dyn Stage,
    lanes: &Range<usize>,
    record: &Record<'_>,
) -> Result<(), Fatal> {
    let number = record.key.and_then(|key| Some(u32::from_le_bytes(*key.first_chunk()?)));
    let lane = number.map(|number| lanes.start + number as usize).filter(|lane| lanes.contains(lane));
    let Some(lane) = lane else {
        let topic = cx.job.topics[usize::from(cx.origin.partition.topic)].name;
        return Err(Fatal::corrupt(
            format!("{topic}, partition {}, offset {}", cx.origin.partition.number, record.offset),
            "a watermark of an unknown task",
        ));
    };
    if record.kind == Kind::Watermark {
        wake(cx, lane);
    }
    let known = cx.clock.lane_mut(lane);
    known.watermark = known.watermark.max(record.time);
    known.idle = record.kind == Kind::Idle;
    if record.kind == Kind::Idle { idle(cx, stage) } else { cx.settle(stage) }
}

/// Lanes have gone idle.
fn idle(cx: &mut Cx<'_>, stage: &mut dyn Stage) -> Result<(), Fatal> {
    cx.settle(stage)?;
    if cx.clock.is_idle() {
        stage.idle(cx)?;
        if let Some(fatal) = cx.fatal.take() {
            return Err(fatal);
        }
        cx.tell(Kind::Idle);
    }
    Ok(())
}

fn restore(
    log: &mut dyn Log,
    id: TaskId,
    number: u16,
    store: &mut dyn Store,
    clock: i64,
) -> Result<(), Fatal> {
    let (name, layout) = (store.name(), store.layout().to_owned());
    log.restore(id, number, name, &layout, &mut |key, value| store.restore(key, value))?;
    store.restored(clock);
    Ok(())
}
