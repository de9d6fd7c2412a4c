//! One commit: everything since the last becomes durable together, or none of it has happened.

use super::Worker;
use crate::fail::Fatal;
use crate::log::{Epoch, Log, Outcome};
use crate::record::{Chunk, Kind};
use crate::stage::TaskId;
use std::collections::BTreeMap;
use std::time::Instant;

impl<L: Log> Worker<L> {
    /// Commits what is open. False if nothing is. After an abort the tasks stand at the last commit.
    pub fn commit(&mut self) -> Result<bool, Fatal> {
        self.last_commit = Instant::now();
        self.taken = 0;
        if !self.tasks.iter().any(|task| task.dirty) {
            return Ok(false);
        }
        // For those who look from outside; nothing depends on it.
        let began = Instant::now();
        self.choices.close();
        self.outputs.take(&mut self.chunks);
        self.collect_changes();
        let mut positions = BTreeMap::new();
        let mut clocks = BTreeMap::new();
        for task in self.tasks.iter().filter(|task| task.dirty || task.unsaved) {
            positions.extend(task.positions());
            let mut bytes = Vec::new();
            task.encode(&mut bytes);
            clocks.insert(task.id, bytes);
        }
        let outcome = self.log.commit(&Epoch {
            outputs: &self.chunks,
            changelog: &self.changelog,
            positions: &positions,
            clocks: &clocks,
            choices: self.choices.bytes(),
        })?;
        let committed = match outcome {
            Outcome::Committed => true,
            Outcome::Aborted => false,
            Outcome::Unknown => self.was_committed(&clocks)?,
        };
        self.choices.clear();
        self.commits += u64::from(committed);
        self.measure(committed, began);
        self.outputs.give_back(&mut self.chunks);
        if committed {
            self.committed()?
        } else {
            self.rollback()?
        }
        Ok(true)
    }

    fn measure(&mut self, committed: bool, began: Instant) {
        if !committed {
            self.meter.aborted += 1;
            return;
        }
        self.meter.commits.observe(began.elapsed());
        for (to, chunk) in &self.chunks {
            *self.meter.written.entry(to.topic).or_default() += chunk.bytes.len() as u64;
        }
    }

    fn collect_changes(&mut self) {
        let mut used = std::mem::take(&mut self.changelog);
        for task in self.tasks.iter_mut().filter(|task| task.dirty) {
            let (id, clock) = (task.id, task.clock.now());
            let changelog = &mut self.changelog;
            task.stores(&mut |number, store| {
                let mut chunk: Chunk = used.remove(&(id, number)).unwrap_or_default();
                chunk.clear();
                store.changes(&mut |key, value| chunk.push(Kind::Data, clock, Some(key), value));
                if !chunk.is_empty() {
                    changelog.insert((id, number), chunk);
                }
            });
        }
    }

    /// The log does not know whether the epoch is in it: it is if the clocks it finds are those of the epoch.
    fn was_committed(&mut self, clocks: &BTreeMap<TaskId, Vec<u8>>) -> Result<bool, Fatal> {
        let recovered = self.log.recover()?;
        Ok(clocks.iter().all(|(id, clock)| recovered.clocks.get(id) == Some(clock)))
    }

    fn committed(&mut self) -> Result<(), Fatal> {
        for task in self.tasks.iter_mut().filter(|task| task.dirty || task.unsaved) {
            task.committed();
            let (id, log) = (task.id, &mut self.log);
            let mut failed = None;
            task.stores(&mut |number, store| {
                if failed.is_none() && log.wants_snapshot(id, number) {
                    let entries = &mut |put: &mut dyn FnMut(&[u8], &[u8])| store.entries(put);
                    failed = log.snapshot(id, number, store.name(), store.layout(), entries).err();
                }
            });
            if let Some(fatal) = failed {
                return Err(fatal);
            }
        }
        Ok(())
    }

    pub(super) fn rollback(&mut self) -> Result<(), Fatal> {
        self.outputs.clear();
        self.tasks.iter_mut().filter(|task| task.dirty).try_for_each(|task| task.rollback())
    }
}
