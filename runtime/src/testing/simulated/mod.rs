//! A simulated cluster and clients of it: what of a broker exactly-once rests on, in one thread and on a clock of its own.
//!
//! > [`SimulatedClient`] (the calls of [`crate::broker::Client`], with a fault before and after each) → [`Cluster`] (topics,
//! > transaction coordinator, group coordinator, clock)
//!
//! Everything that a real cluster leaves to chance (how much a poll delivers, how long markers take, what fails and when) is
//! drawn from one seed in the order of the calls, so that a seed repeats a run to the byte. Knows nothing of jobs.

mod client;
mod cluster;
mod consumer;
mod disk;
mod fault;
mod group;
mod partition;
mod producer;
mod random;
#[cfg(test)]
mod tests;
mod transaction;

pub use client::{Identity, SimulatedClient};
pub use cluster::{Address, Cluster, ProcessId, Settings};
pub use disk::{Disk, SimulatedDisk};
pub use fault::{Call, Plan, Tally};
pub use partition::Seen;
pub use random::Random;

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

/// What others do while one client waits or is paused: called with the time, in simulated milliseconds, until which to
/// go on.
type Others = Rc<dyn Fn(i64)>;

/// The cluster as its clients and the driver of a simulation share it.
#[derive(Clone)]
pub struct Simulation {
    cluster: Rc<RefCell<Cluster>>,
    others: Rc<RefCell<Option<Others>>>,
}

impl Simulation {
    pub fn new(cluster: Cluster) -> Self {
        Simulation { cluster: Rc::new(RefCell::new(cluster)), others: Rc::default() }
    }

    /// Looks at the cluster or changes it. Not from within.
    pub fn with<T>(&self, with: impl FnOnce(&mut Cluster) -> T) -> T {
        with(&mut self.cluster.borrow_mut())
    }

    /// What goes on while a client waits inside a call. It may make calls of other clients, and waits there call it again.
    pub fn meanwhile(&self, others: impl Fn(i64) + 'static) {
        *self.others.borrow_mut() = Some(Rc::new(others));
    }

    /// Lets go of what [`Simulation::meanwhile`] was given.
    pub fn alone(&self) {
        *self.others.borrow_mut() = None;
    }

    /// What a fault does to a process, other than to make a call fail. Whether it is still alive is to be asked then.
    fn strike(&self, process: ProcessId, group: &str, fault: fault::Fault, place: impl Fn() -> String) {
        self.with(|cluster| cluster.note(|| format!("#{process} {}: {fault:?}", place())));
        match fault {
            fault::Fault::Die => self.with(|cluster| cluster.kill(process)),
            fault::Fault::Rebalance => self.with(|cluster| cluster.rebalance(group)),
            fault::Fault::Sleep => {
                let length = self.with(|cluster| {
                    cluster.silence(process, true);
                    let session = cluster.settings.session;
                    session + cluster.random.below(2 * session.unsigned_abs()).cast_signed()
                });
                self.pass(length);
                self.with(|cluster| cluster.silence(process, false));
            }
            fault::Fault::Fail(_) => {}
        }
    }

    /// Lets time pass, and the others go on.
    fn pass(&self, milliseconds: i64) {
        let until = self.with(|cluster| cluster.now()) + milliseconds;
        let others = self.others.borrow().clone();
        if let Some(others) = others {
            others(until);
        }
        self.with(|cluster| cluster.advance_to(until));
    }
}

impl fmt::Debug for Simulation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Simulation").field("cluster", &self.cluster).finish_non_exhaustive()
    }
}
