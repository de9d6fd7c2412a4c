//! The job's workers, as processes that come, go, stand still and come back.
//!
//! One thread: whoever's turn it is takes its worker out of the fleet, so that while it waits inside a call the others can go
//! on. Knows nothing of what is right or wrong in the results.

use crate::Mode;
use crate::job::{JOB, REPEATING};
use riparian::broker::sabotage::Sabotage;
use riparian::broker::{self, BrokerLog, Client as _, Create};
use riparian::fail::Fatal;
use riparian::job::Job;
use riparian::log::Log as _;
use riparian::testing::simulated::{
    Cluster, Disk, Identity, ProcessId, Random, SimulatedClient, SimulatedDisk, Simulation,
};
use riparian::worker::{Options, Worker};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

type JobWorker = Worker<BrokerLog<SimulatedClient, SimulatedDisk>>;

struct Life {
    process: ProcessId,
    worker: JobWorker,
}

/// A worker's name and disk, whoever bears it at the moment.
struct Slot {
    name: String,
    disk: Disk,
    life: Option<Life>,
    /// Its turn is under way, further up the stack.
    busy: bool,
    /// It is to end before its next turn.
    retires: bool,
    /// It is to be started if it does not run.
    wanted: bool,
    /// The process that bears the name, also while its turn is under way.
    process: Option<ProcessId>,
    /// Turns since it last did anything.
    quiet: u32,
}

/// All workers of the job.
pub struct Fleet {
    simulation: Simulation,
    random: Random,
    slots: Vec<Slot>,
    job: &'static Job,
    options: Options,
    broker: broker::Options,
    /// What no worker should have done.
    pub wrong: Vec<String>,
}

/// The fleet as the driver and the waits of its workers share it.
pub type Shared = Rc<RefCell<Fleet>>;

impl Fleet {
    /// Nobody has started yet.
    pub fn new(simulation: &Simulation, seed: u64, mode: Mode, sabotage: Option<Sabotage>) -> Shared {
        let job = if mode == Mode::AtLeastOnce { &REPEATING } else { &JOB };
        let mut random = Random::new(seed);
        let workers = 1 + random.below(3);
        let options = Options {
            // By count alone: no clock on a wall decides anything.
            commit_every: Duration::from_secs(1 << 30),
            commit_records: if random.one_in(3) { 1_000 } else { 1 + random.below(30) as usize },
            turn: 1 + random.below(20) as usize,
            idles: mode == Mode::Idle,
            ..Options::default()
        };
        let pick = |random: &mut Random, of: [usize; 3]| random.pick(&of).unwrap_or_default();
        let broker = broker::Options {
            create: Create::Internal,
            // So little that fetching stops and goes on, and local state is at times written whole.
            ahead: pick(&mut random, [40, 400, 4 << 20]),
            tail: pick(&mut random, [0, 300, 16 << 20]),
            trim_every: 1 + random.below(20) as u32,
            sabotage,
            ..broker::Options::default()
        };
        let slots = (0..workers).map(|number| Slot::new(format!("w{number}"), Disk::default())).collect();
        let wrong = Vec::new();
        let fleet = Fleet { simulation: simulation.clone(), random, slots, job, options, broker, wrong };
        let shared = Rc::new(RefCell::new(fleet));
        let others = Rc::downgrade(&shared);
        simulation.meanwhile(move |until| {
            if let Some(fleet) = others.upgrade() {
                go_on(&fleet, until);
            }
        });
        shared
    }

    /// Ends a process without a word.
    pub fn crash(&mut self) {
        let index = self.random.below(self.slots.len() as u64) as usize;
        let (name, process) = (self.slots[index].name.clone(), self.slots[index].process);
        if let Some(process) = process {
            self.simulation.with(|cluster| {
                if !cluster.is_dead(process) {
                    cluster.note(|| format!("{name} #{process}: killed"));
                    cluster.plan().count_crash();
                    cluster.kill(process);
                }
            });
        }
    }

    /// Another process is started under the name of one that still runs, elsewhere, with a disk of its own.
    pub fn replace(&mut self) {
        let index = self.random.below(self.slots.len() as u64) as usize;
        let Slot { life, wanted, .. } = &self.slots[index];
        if life.is_none() || !wanted || self.slots.len() > 8 {
            return;
        }
        let name = self.slots[index].name.clone();
        let mut old = std::mem::replace(&mut self.slots[index], Slot::new(name.clone(), Disk::default()));
        old.wanted = false;
        self.simulation.with(|cluster| cluster.note(|| format!("{name}: started elsewhere, too")));
        self.slots.push(old);
    }

    /// Makes the group share out its partitions again.
    pub fn rebalance(&mut self) {
        self.simulation.with(|cluster| cluster.rebalance(&broker::group(self.job)));
    }

    /// Ends everybody; one starts anew, on an empty disk or on its own.
    pub fn one_alone(&mut self) {
        for slot in &mut self.slots {
            if let Some(process) = slot.process {
                self.simulation.with(|cluster| cluster.kill(process));
            }
            slot.life = None;
        }
        self.slots.truncate(1);
        if self.random.one_in(2) {
            self.slots[0].disk.wipe();
        }
        self.slots[0].quiet = 0;
    }

    /// Nobody has had anything to do for a while.
    pub fn is_quiet(&self) -> bool {
        self.slots.iter().all(|slot| slot.quiet > 12 || (!slot.wanted && slot.life.is_none()))
    }

    /// One worker more.
    pub fn grow(&mut self) {
        if self.slots.len() < 4 {
            self.slots.push(Slot::new(format!("w{}", self.slots.len()), Disk::default()));
        }
    }

    /// A worker ends as it is asked to, and is started again later.
    pub fn retire(&mut self) {
        let index = self.random.below(self.slots.len() as u64) as usize;
        if let Some(slot) = self.slots.get_mut(index).filter(|slot| slot.life.is_some()) {
            slot.retires = true;
        }
    }
}

impl Slot {
    fn new(name: String, disk: Disk) -> Self {
        Slot { name, disk, life: None, busy: false, retires: false, wanted: true, process: None, quiet: 0 }
    }
}

/// What others do while one waits.
fn go_on(fleet: &Shared, until: i64) {
    let now = || fleet.borrow().simulation.with(|cluster| cluster.now());
    // A bound on steps as well: those that are busy take no time.
    for _ in 0..400 {
        if now() >= until || !turn(fleet, 400) {
            return;
        }
    }
}

/// One of those that can does something; with nothing to do it waits for up to so many milliseconds. False if nobody can.
pub fn turn(fleet: &Shared, patience: u64) -> bool {
    let taken = {
        let mut fleet = fleet.borrow_mut();
        let Fleet { random, slots, .. } = &mut *fleet;
        let (count, from) = (slots.len(), random.below(slots.len() as u64) as usize);
        let free = (0..count)
            .map(|n| (from + n) % count)
            .find(|at| !slots[*at].busy && (slots[*at].life.is_some() || slots[*at].wanted));
        let Some(index) = free else { return false };
        slots[index].busy = true;
        let life = slots[index].life.take();
        // A name may be given away while it is out: the disk tells slots apart.
        (slots[index].disk.clone(), std::mem::take(&mut slots[index].retires), life)
    };
    let (disk, retires, life) = taken;
    let result = match life {
        Some(life) if retires => retire(life).map(|life| (life, true)),
        Some(life) => step(life, patience),
        None => start(fleet, &disk).map(|life| (life, true)),
    };
    let mut fleet = fleet.borrow_mut();
    let Fleet { simulation, slots, wrong, .. } = &mut *fleet;
    let Some(slot) = slots.iter_mut().find(|slot| slot.disk.is(&disk)) else { return true };
    slot.busy = false;
    match result {
        Ok((life, moved)) => {
            slot.quiet = if moved { 0 } else { slot.quiet + 1 };
            if !simulation.with(|cluster| cluster.is_dead(life.process)) {
                slot.life = Some(life);
            }
        }
        Err(fatal) => {
            slot.quiet = 0;
            let Some(process) = slot.process.take() else { return true };
            let dead = simulation.with(|cluster| cluster.is_dead(process));
            let told = fatal.to_string();
            // A broker that is away at the start ends a process: whoever runs it starts it again.
            let at_start = ["Partitions", "Create"]
                .iter()
                .any(|call| told.starts_with(&format!("{call} failed: Retry")));
            let excused = at_start || told.contains("another process has joined");
            if !dead && !excused {
                wrong.push(format!("{} ended by itself: {told}", slot.name));
            }
            simulation.with(|cluster| {
                cluster.note(|| format!("{} #{process}: ended: {told}", slot.name));
                cluster.kill(process);
            });
        }
    }
    slot.process = slot.process.filter(|process| !simulation.with(|cluster| cluster.is_dead(*process)));
    true
}

/// What is open is committed, and the group hears of it.
fn retire(mut life: Life) -> Result<Life, Fatal> {
    life.worker.commit()?;
    life.worker.log().client().close(Duration::from_secs(1));
    Ok(life)
}

fn step(mut life: Life, patience: u64) -> Result<(Life, bool), Fatal> {
    let moved = life.worker.step()?;
    if !moved {
        life.worker.log().wait(Duration::from_millis(patience))?;
    }
    Ok((life, moved))
}

fn start(fleet: &Shared, disk: &Disk) -> Result<Life, Fatal> {
    let (simulation, process, name, options, broker_options, job) = {
        let mut fleet = fleet.borrow_mut();
        let job = fleet.job;
        let (options, broker_options) = (fleet.options.clone(), fleet.broker.clone());
        let simulation = fleet.simulation.clone();
        let process = simulation.with(Cluster::spawn);
        // What a machine that stops had not written, or a machine that is new.
        match fleet.random.below(16) {
            0..=2 => disk.wipe(),
            3..=5 => disk.tear(1 + fleet.random.below(3) as usize),
            _ => {}
        }
        let slot = fleet.slots.iter_mut().find(|slot| slot.disk.is(disk));
        let name = slot.map(|slot| {
            slot.process = Some(process);
            slot.name.clone()
        });
        let name = name.unwrap_or_default();
        simulation.with(|cluster| {
            cluster.note(|| {
                format!("{name} #{process}: starts, disk {}", if disk.is_empty() { "empty" } else { "kept" })
            })
        });
        (simulation, process, name, options, broker_options, job)
    };
    let identity = Identity {
        group: broker::group(job),
        transactional_id: name.clone(),
        name,
        topics: broker::topics(job),
        exactly_once: job.exactly_once,
        anonymous: broker_options.sabotage == Some(Sabotage::AnonymousOffsets),
    };
    let mut client = SimulatedClient::open(&simulation, process, identity);
    let partitions = broker::prepare(job, &mut client, &broker_options)?;
    let local = disk.open(&simulation, process, partitions);
    let log = BrokerLog::open(job, client, local, broker_options)?;
    Ok(Life { process, worker: Worker::start(job, log, options)? })
}
