//! What of a task is committed, and how it comes back: at a start, and after an epoch that was not committed.
//!
//! Positions go with the log's commit, stores write themselves; here are clock, lanes, bootstrap ends and counters. Must not
//! move time, nor read records.

use super::Task;
use crate::clock::UNSET;
use crate::fail::Fatal;
use crate::job::{Job, StageSpec};
use crate::log::Log;
use crate::stage::{Partition, TaskId};
use crate::state::codec::State;
use crate::store::Store;

impl Task {
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
                feed.bootstrap_end = Some(log.bootstrap_end(feed.partition)?);
            }
        }
        self.unsaved = committed.is_none();
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
        self.unsaved = false;
        self.keep();
    }

    /// What was committed last, by whomever, is what this task has in memory.
    pub(crate) fn stands_at(
        &self,
        committed: Option<&Vec<u8>>,
        position: impl Fn(Partition) -> Option<i64>,
    ) -> bool {
        let there = |(feed, kept): (&super::Feed, &i64)| position(feed.partition) == Some(*kept);
        !self.unsaved
            && !self.dirty
            && committed == Some(&self.committed.1)
            && self.feeds.iter().zip(&self.committed.0).all(there)
    }

    /// Buffers are empty, as after a start.
    pub(crate) fn reread(&mut self) {
        self.feeds.iter_mut().for_each(|feed| feed.rewind(feed.position));
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

/// What the counters of a task are about, as a number.
pub(super) fn shape(job: &Job, spec: &StageSpec) -> u64 {
    let mut all = Vec::new();
    for input in spec.inputs {
        job.topics[usize::from(input.topic)].name.to_owned().encode(&mut all);
    }
    job.nodes.iter().for_each(|node| node.name.to_owned().encode(&mut all));
    job.topics.iter().for_each(|topic| topic.name.to_owned().encode(&mut all));
    for site in job.sites {
        // Not the line: a comment above a node does not make it another one.
        (site.node, site.what.to_owned()).encode(&mut all);
    }
    u64::from(crc32c::crc32c(&all)) << 32 | all.len() as u64
}

/// The clock in what [`Task::encode`] wrote, microseconds since the epoch; `None` before the first record.
pub(crate) fn committed_clock(mut bytes: &[u8]) -> Option<i64> {
    let input = &mut bytes;
    <(u32, u32)>::decode(input)?;
    i64::decode(input).filter(|clock| *clock != UNSET)
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
