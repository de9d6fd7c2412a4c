//! What goes wrong, and where: a fault before and after every call of the client, drawn from the seed.

use super::random::Random;
use crate::broker::client::Consequence;
use std::fmt;

/// A call of [`crate::broker::Client`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Call {
    Cluster,
    Partitions,
    Create,
    Offsets,
    Join,
    Poll,
    Assign,
    Seek,
    Pause,
    Resume,
    Stored,
    Read,
    Begin,
    Send,
    SendOffsets,
    Commit,
    Abort,
    Renew,
    /// A write of local state, which is on no broker.
    Keep,
}

impl Call {
    /// How it may fail before anything has happened.
    fn failures(self) -> &'static [Consequence] {
        use Consequence::{Abort, Renew, Retry};
        match self {
            Call::Send | Call::SendOffsets => &[Retry, Abort, Renew],
            // Renew: nothing was committed, and nobody knows.
            Call::Commit => &[Retry, Abort, Renew],
            Call::Abort => &[Retry, Renew],
            Call::Keep => &[],
            _ => &[Retry],
        }
    }

    /// What it says if it was done and the answer is lost; `None` for what asks nobody.
    fn lost(self) -> Option<Consequence> {
        match self {
            Call::Commit | Call::Abort => Some(Consequence::Renew),
            Call::Begin
            | Call::Send
            | Call::Assign
            | Call::Seek
            | Call::Pause
            | Call::Resume
            | Call::Poll
            | Call::Join
            | Call::Keep => None,
            _ => Some(Consequence::Retry),
        }
    }

    /// How much rarer than others it is hit: what is called all the time would otherwise take all faults.
    fn rarity(self, focus: Focus) -> u64 {
        let away = match focus {
            Focus::Everything => 1,
            Focus::Commit if self >= Call::Begin => 1,
            Focus::TakingUp if (Call::Stored..=Call::Read).contains(&self) || self < Call::Poll => 1,
            _ => 16,
        };
        away * match self {
            Call::Poll | Call::Pause | Call::Resume | Call::Offsets | Call::Seek => 12,
            Call::Send => 3,
            _ => 1,
        }
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// Where most of it goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    Everything,
    /// From the first record sent to what is kept locally.
    Commit,
    /// From the start to the last record of state.
    TakingUp,
}

/// What happens at a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The call fails; after it: it was done, and the answer is lost.
    Fail(Consequence),
    /// The process ends here.
    Die,
    /// The process stands still for longer than its session, and goes on as if nothing had been.
    Sleep,
    /// The group begins a rebalance.
    Rebalance,
}

/// How often each has happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub failures: u64,
    pub crashes: u64,
    pub pauses: u64,
    pub rebalances: u64,
}

/// How much goes wrong.
#[derive(Clone, Debug)]
pub struct Plan {
    random: Random,
    /// A fault at one in so many points; 0: none.
    pub one_in: u64,
    focus: Focus,
    /// How often a process dies, sleeps, the group rebalances, a call fails: each of the sum of all.
    weights: [u64; 4],
    /// Faults left.
    pub left: u64,
    tally: Tally,
}

impl Plan {
    /// Nothing goes wrong.
    pub fn quiet() -> Self {
        Plan::new(0, 0, 0)
    }

    /// At most `most` faults, at one in `one_in` points.
    pub fn new(seed: u64, one_in: u64, most: u64) -> Self {
        let mut random = Random::new(seed);
        let focus = match random.below(4) {
            0 => Focus::TakingUp,
            1 | 2 => Focus::Commit,
            _ => Focus::Everything,
        };
        let weights = std::array::from_fn(|_| 1 + random.below(6));
        Plan { random, one_in, focus, weights, left: most, tally: Tally::default() }
    }

    /// Nobody stands still: whoever goes on after its session could not be told from its successor without transactions.
    #[must_use]
    pub fn awake(mut self) -> Self {
        self.weights[1] = 0;
        self
    }

    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// Counts a process that the driver has ended itself.
    pub fn count_crash(&mut self) {
        self.tally.crashes += 1;
    }

    /// Nothing goes wrong from here on.
    pub fn stop(&mut self) {
        self.one_in = 0;
    }

    pub(super) fn before(&mut self, call: Call) -> Option<Fault> {
        self.draw(call, |random| random.pick(call.failures()))
    }

    pub(super) fn after(&mut self, call: Call) -> Option<Fault> {
        self.draw(call, |_| call.lost())
    }

    fn draw(&mut self, call: Call, fail: impl FnOnce(&mut Random) -> Option<Consequence>) -> Option<Fault> {
        if self.left == 0 || self.one_in == 0 || !self.random.one_in(self.one_in * call.rarity(self.focus)) {
            return None;
        }
        let mut drawn = self.random.below(self.weights.iter().sum());
        let kind = self.weights.iter().position(|weight| match drawn.checked_sub(*weight) {
            Some(rest) => {
                drawn = rest;
                false
            }
            None => true,
        });
        let fault = match kind {
            Some(0) => Fault::Die,
            Some(1) => Fault::Sleep,
            Some(2) => Fault::Rebalance,
            _ => Fault::Fail(fail(&mut self.random)?),
        };
        self.left -= 1;
        match fault {
            Fault::Fail(_) => self.tally.failures += 1,
            Fault::Die => self.tally.crashes += 1,
            Fault::Sleep => self.tally.pauses += 1,
            Fault::Rebalance => self.tally.rebalances += 1,
        }
        Some(fault)
    }
}
