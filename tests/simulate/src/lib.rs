//! Exactly once, simulated: the real worker, task and commit code of several processes on a simulated broker, with a fault at
//! any step of the protocol, and everything that came out judged against what went in.
//!
//! > [`simulate`]: a seed → cluster, faults, [`input`], [`fleet`] of workers running [`job`] → [`judge`]
//!
//! Everything follows from the seed: a failing one is run again to see how it came about.

pub mod fleet;
pub mod input;
pub mod job;
pub mod judge;

use fleet::{Fleet, Shared, turn};
use input::Input;
use riparian::broker::sabotage::Sabotage;
use riparian::testing::simulated::{Cluster, Plan, Random, Settings, Simulation, Tally};

/// What became of one seed.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub faults: Tally,
    /// Everything that is wrong.
    pub violations: Vec<String>,
    /// Everything that was decided, if asked for.
    pub trace: Vec<String>,
}

/// What a run is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Input comes while workers come and go; nothing is ever idle.
    Live,
    /// All input is there from the start, and what has been read to its end is idle: nothing can be late all the same.
    Idle,
    /// As live, committed at least once: anything may be repeated, and nothing is lost. Two processes never take themselves for
    /// the same worker: without transactions nothing fences off the older one, whose state may then win.
    AtLeastOnce,
}

/// Turns after which a run that has not come to its end never will.
const MOST_TURNS: u32 = 30_000;

/// Runs one seed, with a bug planted if one is named.
pub fn simulate(seed: u64, sabotage: Option<Sabotage>, traced: bool) -> Report {
    let mut random = Random::new(seed ^ 0x005e_ed0f_7e57);
    let settings = Settings {
        marker: [0, 4, 40][random.below(3) as usize],
        batch: if random.one_in(3) { 1_000 } else { 1 + random.below(40) },
        // Shorter than a session, and longer.
        transaction: [3_000, 10_000][random.below(2) as usize],
        ..Settings::default()
    };
    let mode = match random.below(6) {
        0 => Mode::Idle,
        1 => Mode::AtLeastOnce,
        _ => Mode::Live,
    };
    let mut plan = Plan::new(random.number(), 4 + random.below(80), random.below(24));
    if mode == Mode::AtLeastOnce {
        plan = plan.awake();
    }
    let mut cluster = Cluster::new(random.number(), settings, plan);
    if traced {
        cluster.record();
    }
    cluster.note(|| format!("{mode:?}"));
    let transfers = 20 + random.below(100) as u32;
    let mut input = Input::new(&mut cluster, &mut random, transfers);
    if mode == Mode::Idle {
        while !input.is_over() {
            input.feed(&mut cluster, &mut random);
        }
        input.close(&mut cluster, &mut random);
    }
    let simulation = Simulation::new(cluster);
    let fleet = Fleet::new(&simulation, random.number(), mode, sabotage);
    under_way(&simulation, &fleet, mode, &mut input, &mut random);
    simulation.with(|cluster| {
        cluster.plan().stop();
        cluster.note(|| "nothing goes wrong any more".to_owned());
        if mode != Mode::Idle {
            input.close(cluster, &mut random);
        }
    });
    let mut violations = Vec::new();
    finish(&simulation, &fleet, mode, &input, &mut violations);
    if violations.is_empty() {
        // Whoever takes over finds the state that what came out speaks of.
        fleet.borrow_mut().one_alone();
        simulation.with(|cluster| {
            cluster.note(|| "one takes over from all".to_owned());
            input.probe(cluster, &mut random);
        });
        finish(&simulation, &fleet, mode, &input, &mut violations);
    }
    simulation.alone();
    simulation.with(|cluster| {
        let mut all = std::mem::take(&mut fleet.borrow_mut().wrong);
        all.extend(judge::judge(cluster, mode, &input.fed));
        all.append(&mut violations);
        Report { faults: cluster.plan().tally(), violations: all, trace: cluster.take_trace() }
    })
}

/// Input comes, and workers come and go.
fn under_way(simulation: &Simulation, fleet: &Shared, mode: Mode, input: &mut Input, random: &mut Random) {
    let mut trouble = random.below(6);
    let pace = 1 + random.below(6);
    let mut turns = if input.is_over() { 50 + random.below(300) } else { 0 };
    while !input.is_over() || turns > 0 {
        turns = turns.saturating_sub(1);
        if random.one_in(pace) {
            simulation.with(|cluster| {
                for _ in 0..=random.below(8) {
                    input.feed(cluster, random);
                }
            });
        }
        if trouble > 0 && random.one_in(24) {
            trouble -= 1;
            let mut fleet = fleet.borrow_mut();
            match random.below(6) {
                0 | 1 => fleet.crash(),
                2 if mode != Mode::AtLeastOnce => fleet.replace(),
                3 => fleet.grow(),
                4 => fleet.retire(),
                _ => fleet.rebalance(),
            }
        }
        turn(fleet, 20);
    }
}

/// Lets everybody go on until there is nothing left to do.
fn finish(simulation: &Simulation, fleet: &Shared, mode: Mode, input: &Input, violations: &mut Vec<String>) {
    for turns in 0..MOST_TURNS {
        if !fleet.borrow().wrong.is_empty() {
            return;
        }
        let quiet = turns % 8 == 0 && fleet.borrow().is_quiet();
        if quiet && simulation.with(|cluster| judge::is_complete(cluster, mode, &input.fed)) {
            return;
        }
        turn(fleet, 200);
    }
    violations.push("it does not come to its end".to_owned());
}
