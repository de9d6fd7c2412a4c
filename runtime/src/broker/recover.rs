//! What is committed of the tasks that a worker gets, and where their state comes from.
//!
//! The group's offsets say what is committed; local state says what it holds. Where the two agree it is used as it is; where it
//! is behind, the changelog's tail is read on top; where it is of another life, the whole changelog.

use super::BrokerLog;
use super::client::{Client, Place};
use super::commit::{ENTRY, LAYOUT, mark};
use super::progress::Progress;
use super::sabotage::Sabotage;
use super::stamp::{self, Stamp};
use super::topics::Topics;
use super::trouble::patiently;
use crate::fail::Fatal;
use crate::history;
use crate::log::Log;
use crate::record::{Chunk, Kind};
use crate::stage::TaskId;
use crate::varint;
use std::collections::BTreeMap;

/// Where the state of a task comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// Nothing has ever been committed.
    Fresh,
    /// Local state is what the broker has committed. By store: an offset of the changelog before which it has everything.
    Local(BTreeMap<u16, i64>),
    /// Local state, then the changelog from these offsets on.
    Tail(BTreeMap<u16, i64>),
    /// The whole changelog.
    Changelog,
}

/// What local state notes of a task: its stamp, and how far into each changelog it has everything.
pub(super) fn local_note(
    stamp: &Stamp,
    reached: &BTreeMap<(TaskId, u16), i64>,
    task: TaskId,
    is_whole: bool,
) -> Vec<u8> {
    let mut note = vec![u8::from(is_whole)];
    stamp.encode(&mut note);
    for ((_, store), offset) in reached.iter().filter(|((of, _), _)| *of == task) {
        varint::put(&mut note, u64::from(*store));
        varint::put(&mut note, offset.cast_unsigned());
    }
    note
}

fn read_note(mut note: &[u8]) -> Option<(Stamp, BTreeMap<u16, i64>)> {
    let (is_whole, rest) = note.split_first()?;
    note = rest;
    let stamp = Stamp::decode(&mut note)?;
    let mut reached = BTreeMap::new();
    while !note.is_empty() {
        let store = varint::take(&mut note)?.try_into().ok()?;
        reached.insert(store, varint::take(&mut note)?.cast_signed());
    }
    (*is_whole == 1).then_some((stamp, reached))
}

impl<C: Client, L: Log> BrokerLog<C, L> {
    /// What is committed of the worker's tasks; also settles where the state of each is to come from.
    pub(super) fn find_stamps(&mut self) -> Result<BTreeMap<TaskId, Stamp>, Fatal> {
        let tasks = self.tasks.clone();
        let mut stamps = self.stored_stamps(&tasks)?;
        if self.is_sabotaged(Sabotage::TrustMemory) {
            stamps.extend(self.stamps.iter().map(|(task, stamp)| (*task, stamp.clone())));
            stamps.retain(|task, _| tasks.contains(task));
        }
        let notes = self.local.recover().map_err(Fatal::of_local_state)?.clocks;
        for task in &tasks {
            let note = notes.get(task).and_then(|note| read_note(note));
            let source = match (stamps.get(task), note) {
                (_, Some((_, reached))) if self.is_sabotaged(Sabotage::TrustLocal) => Source::Local(reached),
                // What was written before the first offsets were stored is taken: the records it comes from are taken again.
                (None, _) if !self.job.exactly_once => Source::Changelog,
                (None, _) => Source::Fresh,
                (Some(committed), Some((here, reached))) if here == *committed => Source::Local(reached),
                (Some(committed), Some((here, reached)))
                    if here.incarnation == committed.incarnation && here.epoch < committed.epoch =>
                {
                    Source::Tail(reached)
                }
                (Some(_), _) => Source::Changelog,
            };
            self.sources.insert(*task, source);
        }
        if self.options.record && !stamps.is_empty() {
            // Whoever had the tasks before may have been killed before it could.
            self.note(&history::confirmed(stamps.iter().map(|(task, stamp)| mark(*task, stamp))))?;
        }
        self.stamps.clone_from(&stamps);
        Ok(stamps)
    }

    /// The stamps that stand beside the group's offsets.
    pub(super) fn stored_stamps(&mut self, tasks: &[TaskId]) -> Result<BTreeMap<TaskId, Stamp>, Fatal> {
        let mut homes: Vec<Place> = tasks.iter().filter_map(|task| Topics::home(self.job, *task)).collect();
        homes.sort_unstable();
        homes.dedup();
        let stored = self.call(|client| client.stored(&homes))?;
        let mut stamps = BTreeMap::new();
        for (home, stored) in homes.iter().zip(stored) {
            let Some(stored) = stored else { continue };
            let Some(found) = stamp::of_text(&stored.metadata) else {
                return Err(Fatal::configuration(
                    format!(
                        "the group {} has an offset for `{}`, partition {}, that this job has not stored",
                        super::group(self.job),
                        self.topics.name(home.topic),
                        home.partition
                    ),
                    "run with --fresh to start over; a job's offsets belong to its state and cannot be moved alone",
                ));
            };
            for stamp in found {
                let stage = self.job.stages.iter().position(|stage| stage.name == stamp.stage);
                if let Some(stage) = stage {
                    let task = TaskId { stage: stage as u16, partition: home.partition };
                    if tasks.contains(&task) {
                        stamps.insert(task, stamp);
                    }
                }
            }
        }
        Ok(stamps)
    }

    pub(super) fn restore_store(
        &mut self,
        task: TaskId,
        store: u16,
        name: &str,
        layout: &str,
        put: &mut dyn FnMut(&[u8], Option<&[u8]>) -> Result<(), Fatal>,
    ) -> Result<(), Fatal> {
        self.tails.remove(&(task, store));
        self.unwritten.remove(&(task, store));
        self.described.remove(&(task, store));
        let source = self.sources.get(&task).cloned().unwrap_or(Source::Fresh);
        let is_used = matches!(source, Source::Local(_) | Source::Tail(_));
        let mut is_empty = true;
        // Also where nothing of it is used: it learns the store's name and layout.
        let restored = self.local.restore(task, store, name, layout, &mut |key, value| {
            is_empty = false;
            if is_used { put(key, value) } else { Ok(()) }
        });
        restored.map_err(Fatal::of_local_state)?;
        let Some(place) = self.topics.changelog(task, store) else { return Ok(()) };
        let from = match &source {
            Source::Local(reached) => {
                self.reached.insert((task, store), reached.get(&store).copied().unwrap_or_default());
                return Ok(());
            }
            Source::Tail(reached) => reached.get(&store).copied(),
            Source::Fresh | Source::Changelog => None,
        };
        let (start, end) = self.call(|client| client.offsets(place))?;
        let mark = stamp::topic_mark(self.topics.name(place.topic));
        let holds = self.stamps.get(&task).is_some_and(|stamp| stamp.written.contains(&mark));
        if end == 0 && holds {
            return Err(self.topics.deleted(self.job, place.topic));
        }
        let from = from.unwrap_or(start).max(start);
        let end = if self.is_sabotaged(Sabotage::ShortRestore) { end.min(from.max(end - 3)) } else { end };
        let mut tail = Chunk::default();
        let mut taken = Ok(());
        let mut count = 0u64;
        let mut progress = Progress::new(&self.options.report, task.text(self.job), name, from, end);
        let limit = self.options.tail;
        let (mut described, mut is_foreign) = (None, false);
        let mut take = |key: Option<&[u8]>, value: Option<&[u8]>| {
            progress.step();
            if key == Some(LAYOUT) {
                described = value.map(<[u8]>::to_vec);
            } else if let Some(key) = key.and_then(|key| key.strip_prefix(&[ENTRY])) {
                count += 1;
                if source != Source::Fresh && taken.is_ok() {
                    taken = put(key, value);
                }
                if tail.bytes.len() <= limit {
                    tail.push(Kind::Data, 0, Some(key), value);
                }
            } else {
                is_foreign = true;
            }
        };
        patiently(&mut self.client, &self.options.report, |client| client.read(place, from, end, &mut take))
            .map_err(|failure| self.topics.refused(self.job, failure))?;
        progress.finish();
        if is_foreign {
            return Err(self.topics.foreign(place, &format!("between the offsets {from} and {end}")));
        }
        // How entries are laid out stands in front of the first of them, and is never deleted but by a newer one.
        if holds && source == Source::Changelog && described.is_none() {
            // Somebody else may have committed since, and all that was there have been compacted away: this worker stood still.
            let found = self.stored_stamps(&[task])?;
            if found.get(&task) == self.stamps.get(&task) {
                return Err(self.topics.emptied(place));
            }
        }
        // First: what is laid out otherwise may be no entry at all.
        if count > 0 {
            same_layout(name, described, layout)?;
        }
        taken?;
        self.reached.insert((task, store), end);
        match source {
            // Somebody else has committed for it since: this worker stood still, its commits will be refused, and it hears why.
            Source::Fresh if count > 0 && self.stored_stamps(&[task])?.contains_key(&task) => {
                self.unwritten.insert((task, store));
                Ok(())
            }
            Source::Fresh if count > 0 => Err(Fatal::configuration(
                format!(
                    "topic `{}` holds state of an earlier life of the job, whose group has no offsets any more",
                    self.topics.name(place.topic)
                ),
                "run with --fresh to start over",
            )),
            // What local state has is of another life: it gets the store whole.
            Source::Fresh | Source::Changelog if !is_empty => {
                self.unwritten.insert((task, store));
                Ok(())
            }
            _ if tail.bytes.len() > limit => {
                self.unwritten.insert((task, store));
                Ok(())
            }
            _ => {
                if !tail.is_empty() {
                    self.tails.insert((task, store), tail);
                }
                Ok(())
            }
        }
    }
}

/// `found` is what a changelog says of its entries, where it has been read from its beginning.
fn same_layout(store: &str, found: Option<Vec<u8>>, wanted: &str) -> Result<(), Fatal> {
    match found.map(|found| String::from_utf8_lossy(&found).into_owned()) {
        Some(found) if found != wanted => {
            Err(Fatal::Layout { store: store.to_owned(), found, wanted: wanted.to_owned() })
        }
        _ => Ok(()),
    }
}
