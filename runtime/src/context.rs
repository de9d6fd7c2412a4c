//! What a stage sees of its task while it runs: time, outputs, counters, dead letters. And the loops over a run.
//!
//! The context decides nothing about operators; it carries out what they say.

use crate::clock::{Moved, TaskClock};
use crate::counters::{Counters, Counts};
use crate::dead_letter;
use crate::fail::{Fatal, Reject, Site};
use crate::job::{Job, NodeIndex, Route, Show, StageSpec, TopicIndex};
use crate::outputs::Outputs;
use crate::record::{Kind, Record};
use crate::stage::{InputId, Partition, Stage, TaskId};
use crate::state::codec::{State, decode_all};
use crate::tokens::Tokens;
use riparian_functions::Fail;

/// The context of one run.
pub struct Cx<'a> {
    pub(crate) job: &'static Job,
    pub(crate) spec: &'static StageSpec,
    pub(crate) task: TaskId,
    /// This task's number among all that write its internal topics.
    pub(crate) upstream: u32,
    pub(crate) origin: Origin,
    pub(crate) clock: &'a mut TaskClock,
    pub(crate) counters: &'a mut Counters,
    pub(crate) outputs: &'a mut Outputs,
    pub(crate) tokens: &'a Tokens,
    /// The node at work has dropped its record by a condition.
    pub(crate) filtered: bool,
    /// The node has sent the record to an internal topic that it reads itself.
    pub(crate) handed_on: bool,
    /// The node has made rows of the record, which are counted one by one; true once one of them has been.
    pub(crate) fanned_out: Option<bool>,
    /// The event time of the record, once it has been read.
    pub(crate) observed: Option<i64>,
    /// A route said `stop`, or something is corrupt: the loop ends after this record.
    pub(crate) fatal: Option<Fatal>,
}

/// Where the records of a run come from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Origin {
    pub(crate) input: InputId,
    pub(crate) partition: Partition,
    /// Of a source; internal topics have many.
    pub(crate) lane: usize,
    pub(crate) site: Site,
    pub(crate) show: Show,
}

impl Cx<'_> {
    /// The task's clock before this record, microseconds since the epoch: what lateness is judged by. While advancing,
    /// the time that has been reached.
    #[inline]
    pub fn clock(&self) -> i64 {
        self.clock.now()
    }

    /// The record's event time is `time`: its lane's watermark moves, and the clock with it once the record is done
    /// (spec: time.watermark). Fails if it is before the epoch, or too far ahead (spec: time.invalid).
    #[inline]
    pub fn observe(&mut self, time: i64, record: &Record<'_>) -> Result<(), Fail> {
        self.clock.observe(self.origin.lane, time, record.time)?;
        self.observed = Some(time);
        Ok(())
    }

    /// A record reaches a node. Its failures stay its own: whatever becomes of the record here is counted and goes where
    /// the node's routes say, and other consumers of the record do not notice.
    #[inline]
    pub fn node(
        &mut self,
        node: NodeIndex,
        record: &Record<'_>,
        body: impl FnOnce(&mut Self) -> Result<(), Reject>,
    ) {
        let around = (std::mem::take(&mut self.handed_on), self.fanned_out.take());
        let result = body(self);
        let handed_on = std::mem::replace(&mut self.handed_on, around.0);
        let fanned_out = std::mem::replace(&mut self.fanned_out, around.1);
        if (handed_on || fanned_out.is_some()) && result.is_ok() {
            return;
        }
        self.counters.nodes[usize::from(node)].entered += 1;
        self.count(node, record, result);
    }

    /// One of the rows that the record became at this node. What becomes of it is its own, and the others go on; the
    /// first that is counted counts as the record, the others as fanned out.
    #[inline]
    pub fn row(
        &mut self,
        node: NodeIndex,
        record: &Record<'_>,
        body: impl FnOnce(&mut Self) -> Result<(), Reject>,
    ) {
        let around = (std::mem::take(&mut self.handed_on), self.fanned_out.take());
        let result = body(self);
        let handed_on = std::mem::replace(&mut self.handed_on, around.0);
        let within = std::mem::replace(&mut self.fanned_out, around.1);
        if handed_on && result.is_ok() {
            return;
        }
        if let (Some(counted), Ok(())) = (within, &result) {
            // It has become rows itself, which were counted in its place: one of them as the record, but once only.
            if counted && self.fanned_out.replace(true) == Some(true) {
                let counts = &mut self.counters.nodes[usize::from(node)];
                counts.entered -= 1;
                counts.fan_out += 1;
            }
            return;
        }
        let counts = &mut self.counters.nodes[usize::from(node)];
        match self.fanned_out.replace(true) {
            Some(true) => counts.fan_out += 1,
            _ => counts.entered += 1,
        }
        self.count(node, record, result);
    }

    /// A row that comes out because its time has come: of a record that has been counted, so it counts as fanned out.
    pub fn made(
        &mut self,
        node: NodeIndex,
        time: i64,
        body: impl FnOnce(&Record<'_>, &mut Self) -> Result<(), Reject>,
    ) {
        let record = Record::made(time);
        let around = (std::mem::take(&mut self.handed_on), self.fanned_out.replace(true));
        self.row(node, &record, |cx| body(&record, cx));
        (self.handed_on, self.fanned_out) = around;
    }

    /// What became of a record, or of one of its rows.
    #[inline]
    fn count(&mut self, node: NodeIndex, record: &Record<'_>, result: Result<(), Reject>) {
        let filtered = std::mem::take(&mut self.filtered);
        let counts = &mut self.counters.nodes[usize::from(node)];
        match result {
            Ok(()) if filtered => counts.filtered += 1,
            Ok(()) => counts.used += 1,
            Err(reject) => {
                count_refused(counts, reject.fail);
                self.refuse(reject, record);
            }
        }
    }

    /// The node drops the record by its condition, or the source has nothing to read in it: `return cx.filtered()`.
    #[inline]
    pub fn filtered(&mut self) -> Result<(), Reject> {
        self.filtered = true;
        Ok(())
    }

    /// The node goes on behind an internal topic: the record is counted there, once, whatever becomes of it.
    #[inline]
    pub fn handed_on(&mut self) {
        self.handed_on = true;
    }

    /// A join found no row: `return cx.unmatched(JOIN)`.
    #[inline]
    pub fn unmatched(&mut self, site: Site) -> Result<(), Reject> {
        Err(Reject { site, fail: Fail::Unmatched })
    }

    /// The record's window has closed: `return cx.late(WINDOW)`.
    #[inline]
    pub fn late(&mut self, site: Site) -> Result<(), Reject> {
        Err(Reject { site, fail: Fail::Late })
    }

    /// The record becomes so many rows at its node, each of which goes through [`Cx::row`]; one that becomes none is
    /// filtered.
    #[inline]
    pub fn fan_out(&mut self, rows: usize) {
        if rows == 0 {
            self.filtered = true;
        } else {
            self.fanned_out = Some(false);
        }
    }

    /// The pseudonym of a value in a vault.
    pub fn token(&mut self, vault: &str, value: impl std::fmt::Display) -> String {
        match self.tokens.get(vault) {
            Some(key) => crate::functions::hash::token(key, vault, &value.to_string()),
            None => {
                // The worker has looked for every vault's key at its start.
                self.fatal.get_or_insert(Fatal::configuration(
                    format!("the vault \"{vault}\" has no key"),
                    "name it in riparian.toml, under [tokens]",
                ));
                String::new()
            }
        }
    }

    /// Sends a record to the partition of its key. `key` and `value` append their encoded form.
    #[inline]
    pub fn send(
        &mut self,
        topic: TopicIndex,
        time: i64,
        key: impl FnOnce(&mut Vec<u8>),
        value: impl FnOnce(&mut Vec<u8>),
    ) {
        self.counters.sent[usize::from(topic)] += 1;
        self.outputs.keyed(topic, time, key, |out| {
            value(out);
            true
        });
    }

    /// Sends a record of a topic that is partitioned by something else than its key (spec: declarations.deferred.partition).
    pub fn send_placed(
        &mut self,
        topic: TopicIndex,
        time: i64,
        partition_key: impl FnOnce(&mut Vec<u8>),
        key: impl FnOnce(&mut Vec<u8>),
        value: impl FnOnce(&mut Vec<u8>),
    ) {
        self.counters.sent[usize::from(topic)] += 1;
        self.outputs.placed(topic, time, partition_key, key, |out| {
            value(out);
            true
        });
    }

    /// Sends a record of a topic without a key; it stays with its task's partition number.
    #[inline]
    pub fn send_unkeyed(&mut self, topic: TopicIndex, time: i64, value: impl FnOnce(&mut Vec<u8>)) {
        let to = self.own_partition(topic);
        self.counters.sent[usize::from(topic)] += 1;
        self.outputs.push(to, Kind::Data, time, None, |out| {
            value(out);
            true
        });
    }

    /// Deletes a row of a table topic: a record without a value.
    #[inline]
    pub fn delete(&mut self, topic: TopicIndex, time: i64, key: impl FnOnce(&mut Vec<u8>)) {
        self.counters.sent[usize::from(topic)] += 1;
        self.outputs.keyed(topic, time, key, |_| false);
    }

    /// Sends a row to the task that owns its new key, through an internal topic.
    #[inline]
    pub fn repartition<K: State, V: State>(&mut self, topic: TopicIndex, time: i64, key: &K, row: &V) {
        self.send(topic, time, |out| key.encode(out), |out| row.encode(out));
    }

    /// As [`Cx::repartition`], to the task that has a table's rows of the same key: `place` is the key as the table's
    /// topic has it on the wire, by which whoever writes there places it (spec: join.place, declarations.topic.key).
    #[inline]
    pub fn repartition_beside<K: State, V: State>(
        &mut self,
        topic: TopicIndex,
        time: i64,
        place: impl FnOnce(&mut Vec<u8>),
        key: &K,
        row: &V,
    ) {
        self.send_placed(topic, time, place, |out| key.encode(out), |out| row.encode(out));
    }

    /// A group's row could not be made, on account of `cause` or because its time had come.
    pub(crate) fn failed(&mut self, reject: Reject, cause: Option<&Record<'_>>) {
        if let Some(site) = self.job.sites.get(usize::from(reject.site.0)) {
            self.counters.nodes[usize::from(site.node)].failed += 1;
        }
        match cause {
            Some(record) => self.refuse(reject, record),
            None => self.refuse(reject, &Record::made(self.clock())),
        }
    }

    /// What became of a row that a closing window has given to other nodes; they count for themselves.
    pub fn passed_on(&mut self, result: Result<(), Reject>) {
        self.filtered = false;
        self.handed_on = false;
        if let Err(reject) = result {
            self.failed(reject, None);
        }
    }

    fn own_partition(&self, topic: TopicIndex) -> Partition {
        Partition { topic, number: self.task.partition % self.outputs.partitions(topic).max(1) }
    }

    /// A record cannot be used: counted by place and reason, and sent where the place's route says.
    #[cold]
    fn refuse(&mut self, reject: Reject, record: &Record<'_>) {
        *self.counters.refused.entry((reject.site, reject.fail)).or_default() += 1;
        let Some(site) = self.job.sites.get(usize::from(reject.site.0)) else {
            self.fatal =
                Some(Fatal::corrupt("the job's table of places", format!("no entry {}", reject.site.0)));
            return;
        };
        let route = match reject.fail {
            Fail::Late => site.late,
            Fail::Unmatched => site.unmatched,
            _ => site.bad,
        };
        let letter = dead_letter::Letter {
            job: self.job,
            site,
            fail: reject.fail,
            origin: &self.origin,
            record,
            time: self.observed,
            clock: self.clock.now(),
        };
        match route {
            Route::To(topic) => {
                let to = self.own_partition(topic);
                self.counters.sent[usize::from(topic)] += 1;
                self.outputs.push(to, Kind::Data, letter.time(), None, |out| {
                    letter.encode(out);
                    true
                });
            }
            Route::Drop { .. } => {}
            Route::Stop => {
                self.fatal.get_or_insert(Fatal::Stopped {
                    site: reject.site,
                    fail: reject.fail,
                    record: letter.place(),
                    coordinates: letter.coordinates(),
                });
            }
        }
    }

    fn input_counts(&mut self) -> &mut Counts {
        &mut self.counters.inputs[usize::from(self.origin.input.0)]
    }

    /// A record (or a decision) is done: the clock moves, the stage closes what is due, downstream hears of it.
    #[inline]
    pub(crate) fn settle<S: Stage + ?Sized>(&mut self, stage: &mut S) -> Result<(), Fatal> {
        let moved = self.clock.settle();
        self.moved(stage, moved)
    }

    #[inline]
    pub(crate) fn moved<S: Stage + ?Sized>(&mut self, stage: &mut S, moved: Moved) -> Result<(), Fatal> {
        if moved.to > moved.from {
            if moved.to >= stage.deadline() {
                stage.advance(moved.to, self)?;
            }
            if moved.crosses_a_second() {
                self.tell(Kind::Watermark);
            }
        }
        match self.fatal.take() {
            Some(fatal) => Err(fatal),
            None => Ok(()),
        }
    }

    /// Writes this task's clock, or that it is idle, into every partition of the internal topics it writes.
    pub(crate) fn tell(&mut self, kind: Kind) {
        let number = self.upstream.to_le_bytes();
        let now = self.clock.now();
        for topic in self.spec.repartitions {
            for partition in 0..self.outputs.partitions(*topic) {
                let to = Partition { topic: *topic, number: partition };
                self.outputs.push(to, kind, now, Some(&number), |_| false);
            }
        }
    }
}

fn count_refused(counts: &mut Counts, fail: Fail) {
    match fail {
        Fail::Late => counts.late += 1,
        Fail::Unmatched => counts.unmatched += 1,
        _ => counts.dead += 1,
    }
}

/// Calls `f` for each record of a source. After each one the clock moves, and what is due happens.
#[inline]
pub fn each<S: Stage>(
    stage: &mut S,
    run: &[Record<'_>],
    cx: &mut Cx<'_>,
    mut f: impl FnMut(&mut S, &Record<'_>, &mut Cx<'_>) -> Result<(), Reject>,
) -> Result<(), Fatal> {
    for record in run {
        cx.observed = None;
        let result = match record.kind {
            Kind::TooLarge => Err(Reject { site: cx.origin.site, fail: Fail::TooLarge }),
            _ => f(stage, record, cx),
        };
        let filtered = std::mem::take(&mut cx.filtered);
        let counts = cx.input_counts();
        counts.entered += 1;
        match result {
            // A record without a value, where the topic allows it: nothing to read, and no mistake (spec: errors.null).
            Ok(()) if filtered => counts.filtered += 1,
            Ok(()) => counts.used += 1,
            Err(reject) => {
                counts.dead += 1;
                cx.refuse(reject, record);
            }
        }
        cx.settle(stage)?;
    }
    cx.observed = None;
    Ok(())
}

/// Calls `f` for each row of an internal topic, decoded. Its lanes move by watermark records alone.
#[inline]
pub fn each_row<S: Stage, K: State, V: State>(
    stage: &mut S,
    run: &[Record<'_>],
    cx: &mut Cx<'_>,
    mut f: impl FnMut(&mut S, &K, &V, &Record<'_>, &mut Cx<'_>),
) -> Result<(), Fatal> {
    for record in run {
        let key = record.key.and_then(decode_all::<K>);
        let row = record.value.and_then(decode_all::<V>);
        let (Some(key), Some(row)) = (key, row) else {
            let topic = cx.job.topics[usize::from(cx.origin.partition.topic)].name;
            return Err(Fatal::corrupt(
                format!("{topic}, partition {}, offset {}", cx.origin.partition.number, record.offset),
                "the record is not a row of this job",
            ));
        };
        f(stage, &key, &row, record, cx);
        let counts = cx.input_counts();
        counts.entered += 1;
        counts.used += 1;
        if let Some(fatal) = cx.fatal.take() {
            return Err(fatal);
        }
    }
    Ok(())
}
