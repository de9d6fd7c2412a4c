//! A disk for local state: a journal of commits and snapshots that outlives the processes that write it, but for its end.

use super::Simulation;
use super::cluster::ProcessId;
use super::fault::{Call, Fault};
use crate::fail::Fatal;
use crate::job::TopicIndex;
use crate::log::{Batch, Epoch, Log, Outcome, Recovered};
use crate::record::{Chunk, Kind};
use crate::stage::{Partition, TaskId};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

#[derive(Debug)]
enum Entry {
    Commit {
        changelog: BTreeMap<(TaskId, u16), Chunk>,
        clocks: BTreeMap<TaskId, Vec<u8>>,
    },
    /// All of a store, in the place of everything before.
    Snapshot {
        of: (TaskId, u16),
        entries: Chunk,
    },
}

/// What is on a disk. One process at a time.
#[derive(Clone, Debug, Default)]
pub struct Disk(Rc<RefCell<Vec<Entry>>>);

impl Disk {
    /// Everything is gone.
    pub fn wipe(&self) {
        self.0.borrow_mut().clear();
    }

    /// The last so many writes had not reached the disk when its machine stopped.
    pub fn tear(&self, writes: usize) {
        let mut entries = self.0.borrow_mut();
        let left = entries.len().saturating_sub(writes);
        entries.truncate(left);
    }

    /// They are one and the same disk.
    pub fn is(&self, other: &Disk) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// A process's log of its own state on this disk; `partitions` of each topic of the job.
    pub fn open(&self, simulation: &Simulation, process: ProcessId, partitions: Vec<u32>) -> SimulatedDisk {
        SimulatedDisk { disk: self.clone(), simulation: simulation.clone(), process, partitions }
    }
}

/// A disk in the hands of one process.
#[derive(Debug)]
pub struct SimulatedDisk {
    disk: Disk,
    simulation: Simulation,
    process: ProcessId,
    partitions: Vec<u32>,
}

impl SimulatedDisk {
    fn point(&self, side: &str, draw: impl FnOnce(&mut super::Plan) -> Option<Fault>) -> Result<(), Fatal> {
        let fault = self.simulation.with(|cluster| draw(cluster.plan()));
        if let Some(fault) = fault {
            self.simulation.strike(self.process, "", fault, || format!("{side} {}", Call::Keep));
        }
        if self.simulation.with(|cluster| cluster.is_dead(self.process)) {
            return Err(Fatal::configuration("the process has been killed", "start it again"));
        }
        Ok(())
    }

    fn write(&self, entry: Entry) -> Result<(), Fatal> {
        self.point("before", |plan| plan.before(Call::Keep))?;
        self.simulation.with(|cluster| {
            cluster.note(|| match &entry {
                Entry::Commit { changelog, clocks } => {
                    let stores: Vec<_> =
                        changelog.iter().map(|(of, chunk)| (of.0, of.1, chunk.count)).collect();
                    format!(
                        "#{} keeps {stores:?}, notes of {:?}",
                        self.process,
                        clocks.keys().collect::<Vec<_>>()
                    )
                }
                Entry::Snapshot { of, entries } => {
                    format!("#{} keeps all {} entries of {of:?}", self.process, entries.count)
                }
            });
        });
        self.disk.0.borrow_mut().push(entry);
        self.point("after", |plan| plan.after(Call::Keep))
    }
}

impl Log for SimulatedDisk {
    fn partitions(&self, topic: TopicIndex) -> u32 {
        self.partitions.get(usize::from(topic)).copied().unwrap_or(1)
    }

    fn fetch(
        &mut self,
        _: TaskId,
        _: Partition,
        position: i64,
        _: usize,
        batch: &mut Batch,
    ) -> Result<(), Fatal> {
        batch.clear();
        batch.next = position;
        Ok(())
    }

    fn start(&mut self, _: Partition) -> Result<i64, Fatal> {
        Ok(0)
    }

    fn end(&mut self, _: Partition) -> Result<i64, Fatal> {
        Ok(0)
    }

    fn commit(&mut self, epoch: &Epoch<'_>) -> Result<Outcome, Fatal> {
        self.write(Entry::Commit { changelog: epoch.changelog.clone(), clocks: epoch.clocks.clone() })?;
        Ok(Outcome::Committed)
    }

    fn recover(&mut self) -> Result<Recovered, Fatal> {
        let mut recovered = Recovered::default();
        for entry in self.disk.0.borrow().iter() {
            if let Entry::Commit { clocks, .. } = entry {
                recovered.clocks.extend(clocks.iter().map(|(task, clock)| (*task, clock.clone())));
            }
        }
        Ok(recovered)
    }

    fn restore(
        &mut self,
        task: TaskId,
        store: u16,
        _: &str,
        _: &str,
        put: &mut dyn FnMut(&[u8], Option<&[u8]>) -> Result<(), Fatal>,
    ) -> Result<(), Fatal> {
        let entries = self.disk.0.borrow();
        let is_snapshot = |entry: &Entry| matches!(entry, Entry::Snapshot { of, .. } if *of == (task, store));
        let from = entries.iter().rposition(is_snapshot).unwrap_or(0);
        for entry in &entries[from..] {
            let chunk = match entry {
                Entry::Commit { changelog, .. } => changelog.get(&(task, store)),
                Entry::Snapshot { of, entries } => (*of == (task, store)).then_some(entries),
            };
            for record in chunk.into_iter().flat_map(|chunk| chunk.records(0)) {
                put(record.key.unwrap_or_default(), record.value)?;
            }
        }
        Ok(())
    }

    fn wants_snapshot(&self, task: TaskId, store: u16) -> bool {
        // Now and then, and never by a wall clock.
        let (entries, of) = (self.disk.0.borrow(), (task, store));
        let mut since = BTreeSet::new();
        for (at, entry) in entries.iter().enumerate().rev().take(16) {
            match entry {
                Entry::Snapshot { of: other, .. } if *other == of => return false,
                Entry::Commit { changelog, .. } if changelog.contains_key(&of) => {
                    since.insert(at);
                }
                _ => {}
            }
        }
        since.len() >= 8
    }

    fn snapshot(
        &mut self,
        task: TaskId,
        store: u16,
        _: &str,
        _: &str,
        entries: &mut dyn FnMut(&mut dyn FnMut(&[u8], &[u8])),
    ) -> Result<(), Fatal> {
        let mut chunk = Chunk::default();
        entries(&mut |key, value| chunk.push(Kind::Data, 0, Some(key), Some(value)));
        self.write(Entry::Snapshot { of: (task, store), entries: chunk })
    }
}
