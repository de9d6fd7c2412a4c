//! One commit on a broker: records, changelog and offsets in one transaction; then local state.
//!
//! Whatever goes wrong on the way ends in one of two places: everything of the epoch is committed, or nothing is and the tasks
//! go back to the last commit. An answer that does not come is asked for: a new producer of the same name ends what the
//! old one left open, and the group's offsets say how it ended.

use super::client::{Client, Consequence, Failure, Form, Place, Stored};
use super::sabotage::Sabotage;
use super::stamp::{self, Stamp};
use super::topics::{Topics, place};
use super::trouble::patiently;
use super::{BrokerLog, made_up, recover};
use crate::fail::Fatal;
use crate::history::{self, Mark};
use crate::log::{Epoch, Log, Outcome};
use crate::record::{Chunk, Kind};
use crate::stage::TaskId;
use std::collections::BTreeMap;

/// What stands in front of the keys of a changelog's entries.
pub(super) const ENTRY: u8 = 0;
/// The key of the record that says how the entries are laid out.
pub(super) const LAYOUT: &[u8] = &[1];

const GONE_THROUGH: &str = "it had gone through nevertheless: on from here";
const TAKEN_BACK: &str = "nothing of it counts: back to the last commit, and on from there";

impl<C: Client, L: Log> BrokerLog<C, L> {
    pub(super) fn commit_epoch(&mut self, epoch: &Epoch<'_>) -> Result<Outcome, Fatal> {
        let stamps = self.next_stamps(epoch);
        if self.is_sabotaged(Sabotage::LocalFirst) {
            self.keep(epoch, &stamps)?;
        }
        if let (true, Some((task, stamp))) = (self.options.record, stamps.iter().next()) {
            self.note(&history::ahead(mark(*task, stamp), epoch.choices))?;
        }
        let written = self.write(epoch, &stamps).map_err(|failure| Failure { unasked: true, ..failure });
        let outcome = match written.and_then(|()| self.client.commit()) {
            Ok(()) => Outcome::Committed,
            Err(failure) => {
                let why = failure.message.clone();
                if self.client.trouble().is_some() {
                    self.options.report.away(&why);
                }
                let is_unasked = failure.unasked;
                if is_unasked {
                    // Known before it is made sure of, which takes until brokers answer.
                    self.options.report.commit_failed(&why, TAKEN_BACK);
                }
                let outcome = self.recover_from(failure, epoch, &stamps)?;
                match outcome {
                    Outcome::Committed => self.options.report.commit_failed(&why, GONE_THROUGH),
                    _ if !is_unasked => self.options.report.commit_failed(&why, TAKEN_BACK),
                    _ => {}
                }
                outcome
            }
        };
        match outcome {
            Outcome::Committed => {
                self.keep(epoch, &stamps)?;
                self.trim();
                self.options.report.pulse().committed();
                Ok(Outcome::Committed)
            }
            _ if self.is_sabotaged(Sabotage::NoRollback) => Ok(Outcome::Committed),
            Outcome::Aborted => {
                self.void()?;
                Ok(Outcome::Aborted)
            }
            other => Ok(other),
        }
    }

    /// The stamps of the tasks of an epoch, as they will be once it is committed.
    fn next_stamps(&self, epoch: &Epoch<'_>) -> BTreeMap<TaskId, Stamp> {
        let mut stamps = BTreeMap::new();
        for (task, clock) in epoch.clocks {
            let (incarnation, number) = match self.stamps.get(task) {
                Some(before) => (before.incarnation, before.epoch + 1),
                None => (made_up(), 1),
            };
            let ahead = i64::from(self.is_sabotaged(Sabotage::OffsetOffByOne) && number % 4 == 0);
            let positions = epoch
                .positions
                .range((*task, crate::stage::Partition { topic: 0, number: 0 })..)
                .take_while(|((of, _), _)| of == task)
                .map(|((_, from), position)| {
                    (stamp::topic_mark(self.topics.name(from.topic)), from.number, position + ahead)
                })
                .collect();
            let written = self.written(epoch, *task);
            let stage = self.job.stages[usize::from(task.stage)].name.to_owned();
            let writer = if self.is_sabotaged(Sabotage::AnonymousStamp) { 0 } else { self.writer };
            let clock = clock.clone();
            stamps.insert(
                *task,
                Stamp { stage, incarnation, writer, epoch: number, positions, clock, written },
            );
        }
        stamps
    }

    /// The job's own topics that hold something of a task once an epoch is committed.
    fn written(&self, epoch: &Epoch<'_>, task: TaskId) -> Vec<u32> {
        let mut written = self.stamps.get(&task).map(|stamp| stamp.written.clone()).unwrap_or_default();
        let changelogs = epoch.changelog.keys().filter(|(of, _)| *of == task);
        let changelogs =
            changelogs.filter_map(|(task, store)| Some(self.topics.changelog(*task, *store)?.topic));
        let sent = self.job.stages[usize::from(task.stage)].repartitions.iter().copied();
        let sent = sent.filter(|topic| epoch.outputs.keys().any(|to| to.topic == *topic));
        for topic in changelogs.chain(sent) {
            let mark = stamp::topic_mark(self.topics.name(topic));
            if let Err(at) = written.binary_search(&mark) {
                written.insert(at, mark);
            }
        }
        written
    }

    /// Everything of the transaction but its end.
    fn write(&mut self, epoch: &Epoch<'_>, stamps: &BTreeMap<TaskId, Stamp>) -> Result<(), Failure> {
        let offsets = self.offsets(epoch, stamps);
        patiently(&mut self.client, &self.options.report, |client| client.begin())?;
        if self.is_sabotaged(Sabotage::OffsetsFirst) {
            self.client.send_offsets(&offsets)?;
            self.client.commit()?;
            self.client.begin()?;
        }
        for (to, chunk) in epoch.outputs {
            let to = place(*to);
            if self.is_internal(to) {
                let kept = self.is_sabotaged(Sabotage::DroppedWatermark).then(|| without_watermarks(chunk));
                self.client.send(to, kept.as_ref().unwrap_or(chunk), Form::Enveloped)?;
            } else {
                self.client.send(to, chunk, Form::Plain)?;
            }
        }
        let late = std::mem::take(&mut self.late);
        let changelog = if self.is_sabotaged(Sabotage::LateChangelog) {
            self.late = epoch.changelog.clone();
            &late
        } else {
            epoch.changelog
        };
        for ((task, store), chunk) in changelog {
            if let Some(to) = self.topics.changelog(*task, *store) {
                let mut entries = std::mem::take(&mut self.entries);
                self.lay_out(*task, *store, chunk, &mut entries);
                let sent = self.client.send(to, &entries, Form::Entries);
                self.entries = entries;
                sent?;
            }
        }
        if !self.is_sabotaged(Sabotage::OffsetsFirst) {
            self.client.send_offsets(&offsets)?;
        }
        Ok(())
    }

    /// Records of a changelog: the entries, and in front of the first of all that this worker writes how they are laid out.
    fn lay_out(&self, task: TaskId, store: u16, chunk: &Chunk, entries: &mut Chunk) {
        entries.clear();
        let described = self.topics.stores[usize::from(task.stage)].get(usize::from(store));
        if let Some(described) = described.filter(|_| !self.described.contains(&(task, store))) {
            entries.push(Kind::Data, 0, Some(LAYOUT), Some(described.layout.as_bytes()));
        }
        let mut key = vec![ENTRY];
        for record in chunk.records(0) {
            key.truncate(1);
            key.extend_from_slice(record.key.unwrap_or_default());
            entries.push(Kind::Data, record.time, Some(&key), record.value);
        }
    }

    /// What the group stores: for every partition that tasks of the epoch read the earliest of their positions, and beside
    /// each task's home its stamp.
    pub(super) fn offsets(
        &self,
        epoch: &Epoch<'_>,
        stamps: &BTreeMap<TaskId, Stamp>,
    ) -> Vec<(Place, Stored)> {
        let stamp_of = |task: &TaskId| stamps.get(task).or_else(|| self.stamps.get(task));
        let mut offsets: BTreeMap<Place, Stored> = BTreeMap::new();
        for (task, from) in epoch.positions.keys() {
            let place = place(*from);
            let is_home = Topics::home(self.job, *task) == Some(place);
            if !is_home && (!self.topics.shared.contains(&place.topic) || place.partition != task.partition) {
                continue;
            }
            // Other tasks may read it, or have their stamps there, whether they were part of this epoch or not.
            let name = self.topics.name(place.topic);
            let positions =
                self.tasks.iter().filter_map(|task| stamp_of(task)?.position(name, place.partition));
            let at_home = self.tasks.iter().filter(|task| Topics::home(self.job, **task) == Some(place));
            let stored = Stored {
                offset: positions.min().unwrap_or_default(),
                metadata: stamp::to_text(at_home.filter_map(stamp_of)),
            };
            offsets.insert(place, stored);
        }
        offsets.into_iter().collect()
    }

    /// After a failure: everything or nothing of the epoch.
    fn recover_from(
        &mut self,
        failure: Failure,
        epoch: &Epoch<'_>,
        stamps: &BTreeMap<TaskId, Stamp>,
    ) -> Result<Outcome, Fatal> {
        let is_unasked = failure.unasked;
        match failure.consequence {
            Consequence::Give => return Err(self.topics.refused(self.job, failure)),
            Consequence::Abort | Consequence::Retry => {
                match patiently(&mut self.client, &self.options.report, |client| client.abort()) {
                    Ok(()) => return Ok(Outcome::Aborted),
                    Err(failure) if failure.consequence == Consequence::Give => {
                        return Err(self.topics.refused(self.job, failure));
                    }
                    Err(_) => {}
                }
            }
            Consequence::Renew => {}
        }
        if is_unasked {
            self.leave(epoch, stamps);
        }
        self.call(|client| client.renew())?;
        // Before the group's offsets are looked at: they may be undecided for ever.
        self.void()?;
        if self.is_sabotaged(Sabotage::UnknownIsCommitted) {
            return Ok(Outcome::Committed);
        }
        if self.is_sabotaged(Sabotage::UnknownIsAborted) {
            return Ok(Outcome::Aborted);
        }
        // All of the epoch's tasks were in one transaction: one of them tells. Whoever has taken the task over in between may have
        // done the very same: the stamp says by whom.
        let Some((task, wanted)) = stamps.iter().next() else { return Ok(Outcome::Aborted) };
        let found = self.stored_stamps(&[*task])?;
        if found.get(task) == Some(wanted) {
            return Ok(Outcome::Committed);
        }
        self.leave(epoch, stamps);
        Ok(Outcome::Aborted)
    }

    /// Now and then: records of internal topics that every task has read are deleted.
    fn trim(&mut self) {
        self.since_trim += 1;
        if self.since_trim < self.options.trim_every {
            return;
        }
        self.since_trim = 0;
        let mut before: BTreeMap<Place, i64> = BTreeMap::new();
        for task in &self.tasks {
            let Some(stamp) = self.stamps.get(task) else { continue };
            for input in self.job.stages[usize::from(task.stage)].inputs {
                let place = Place { topic: input.topic, partition: task.partition };
                let position = stamp.position(self.topics.name(input.topic), task.partition);
                if let (true, Some(position)) = (self.is_internal(place), position) {
                    let first = before.entry(place).or_insert(position);
                    *first = position.min(*first);
                }
            }
        }
        let before: Vec<(Place, i64)> = before.into_iter().collect();
        if !before.is_empty() {
            self.client.trim(&before);
        }
    }

    /// Writes a record of choices into local state, and nothing else.
    pub(super) fn note(&mut self, record: &[u8]) -> Result<(), Fatal> {
        let noted = self.local.commit(&Epoch {
            outputs: &BTreeMap::new(),
            changelog: &BTreeMap::new(),
            positions: &BTreeMap::new(),
            clocks: &BTreeMap::new(),
            choices: record,
        });
        noted.map(|_| ()).map_err(Fatal::of_local_state)
    }

    /// The broker has committed an epoch: so does local state.
    fn keep(&mut self, epoch: &Epoch<'_>, stamps: &BTreeMap<TaskId, Stamp>) -> Result<(), Fatal> {
        self.stamps.extend(stamps.iter().map(|(task, stamp)| (*task, stamp.clone())));
        for (of, chunk) in epoch.changelog {
            // Its description in front of the first, and the mark that a transaction leaves behind.
            let besides = i64::from(self.described.insert(*of)) + i64::from(self.job.exactly_once);
            *self.reached.entry(*of).or_default() += i64::from(chunk.count) + besides;
        }
        // Those of tasks that were given back stay: another worker may have gone on with one of them in this very directory.
        let (mut with_tails, others) =
            std::mem::take(&mut self.tails).into_iter().partition(|((of, _), _)| self.tasks.contains(of));
        self.tails = others;
        let changelog = if with_tails.is_empty() {
            epoch.changelog
        } else {
            for (of, chunk) in epoch.changelog {
                let whole = with_tails.entry(*of).or_default();
                whole.bytes.extend_from_slice(&chunk.bytes);
                whole.count += chunk.count;
            }
            &with_tails
        };
        let confirmed = match self.options.record {
            true => history::confirmed(stamps.iter().map(|(task, stamp)| mark(*task, stamp))),
            false => Vec::new(),
        };
        let mut clocks = BTreeMap::new();
        for (task, stamp) in stamps {
            let is_whole = !self.unwritten.iter().any(|(of, _)| of == task);
            clocks.insert(*task, recover::local_note(stamp, &self.reached, *task, is_whole));
        }
        let kept = self.local.commit(&Epoch {
            outputs: &BTreeMap::new(),
            changelog,
            positions: &BTreeMap::new(),
            clocks: &clocks,
            choices: &confirmed,
        });
        match kept.map_err(Fatal::of_local_state)? {
            Outcome::Committed => Ok(()),
            _ => Err(Fatal::of_local_state(Fatal::corrupt("local state", "it was not written"))),
        }
    }
}

/// What a stamp confirms of recorded choices.
pub(super) fn mark(task: TaskId, stamp: &Stamp) -> Mark {
    Mark { writer: stamp.writer, task, epoch: stamp.epoch }
}

fn without_watermarks(chunk: &Chunk) -> Chunk {
    let mut kept = Chunk::default();
    for record in chunk.records(0).filter(|record| record.kind != Kind::Watermark) {
        kept.push(record.kind, record.time, record.key, record.value);
    }
    kept
}
