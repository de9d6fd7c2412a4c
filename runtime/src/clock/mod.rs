//! A task's time (spec: time.watermark, time.idle, state.restart): the minimum over its lanes that are not idle, never back.
//!
//! Pure bookkeeping: it reads no clock on a wall. What depends on waiting is decided elsewhere, told here, and committed.

mod lane;

pub use lane::{Lane, UNSET};

use crate::state::codec::State;
use riparian_functions::Fail;

/// One second, in microseconds: upstream tasks tell their clock each time it crosses a multiple of this.
pub const TELL_EVERY: i64 = 1_000_000;

/// The clock of one task and the lanes it comes from.
#[derive(Clone, Debug)]
pub struct TaskClock {
    now: i64,
    lanes: Vec<Lane>,
    /// A lane may have changed since the clock took them as they are.
    stale: bool,
}

/// What a change of the lanes did to the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    pub from: i64,
    pub to: i64,
}

impl Moved {
    /// The clock passed a full second: downstream must hear of it.
    pub fn crosses_a_second(&self) -> bool {
        self.to.div_euclid(TELL_EVERY) > self.from.div_euclid(TELL_EVERY)
    }
}

impl TaskClock {
    pub fn new(lanes: Vec<Lane>) -> Self {
        TaskClock { now: UNSET, lanes, stale: true }
    }

    /// Microseconds since the epoch; [`UNSET`] until every lane that is not idle has had a time.
    #[inline]
    pub fn now(&self) -> i64 {
        self.now
    }

    #[inline]
    pub fn lane(&self, index: usize) -> &Lane {
        &self.lanes[index]
    }

    /// How many lanes there are.
    pub(crate) fn lanes(&self) -> usize {
        self.lanes.len()
    }

    #[inline]
    pub(crate) fn lane_mut(&mut self, index: usize) -> &mut Lane {
        self.stale = true;
        &mut self.lanes[index]
    }

    /// A record of a lane: see [`Lane::observe`].
    #[inline]
    pub(crate) fn observe(&mut self, lane: usize, time: i64, appended: i64) -> Result<(), Fail> {
        let lane = &mut self.lanes[lane];
        let before = lane.watermark;
        lane.observe(time, appended)?;
        self.stale |= lane.watermark != before;
        Ok(())
    }

    /// Nothing holds this task's time: every lane that could is idle.
    pub fn is_idle(&self) -> bool {
        self.lanes.iter().all(|lane| lane.idle || !lane.holds)
    }

    /// Takes the lanes as they are now. With all lanes idle, time is that of the furthest: then the order in which
    /// they went idle does not matter.
    #[inline]
    pub(crate) fn settle(&mut self) -> Moved {
        if !self.stale {
            return Moved { from: self.now, to: self.now };
        }
        self.settle_lanes()
    }

    fn settle_lanes(&mut self) -> Moved {
        self.stale = false;
        let mut slowest = i64::MAX;
        let mut furthest = UNSET;
        for lane in self.lanes.iter().filter(|lane| lane.holds) {
            furthest = furthest.max(lane.watermark);
            if !lane.idle {
                slowest = slowest.min(lane.watermark);
            }
        }
        let from = self.now;
        self.now = from.max(if slowest == i64::MAX { furthest } else { slowest });
        Moved { from, to: self.now }
    }

    /// Moves the clock by decision, as `advance to` of a test does.
    pub fn force(&mut self, to: i64) -> Moved {
        let from = self.now;
        for lane in &mut self.lanes {
            lane.watermark = lane.watermark.max(to);
        }
        self.now = from.max(to);
        Moved { from, to: self.now }
    }

    pub fn encode(&self, out: &mut Vec<u8>) {
        self.now.encode(out);
        for lane in &self.lanes {
            lane.encode(out);
        }
    }

    /// Into a clock with the same lanes.
    pub fn decode(&mut self, input: &mut &[u8]) -> Option<()> {
        self.stale = true;
        self.now = i64::decode(input)?;
        self.lanes.iter_mut().try_for_each(|lane| lane.decode(input))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(watermarks: &[i64]) -> TaskClock {
        let mut clock = TaskClock::new(vec![Lane::source(true, 0, None); watermarks.len()]);
        for (index, watermark) in watermarks.iter().enumerate() {
            clock.lane_mut(index).watermark = *watermark;
        }
        clock.settle();
        clock
    }

    #[test]
    fn time_is_that_of_the_slowest_lane_that_is_not_idle() {
        let mut clock = clock(&[100, 50]);
        assert_eq!(clock.now(), 50);
        clock.lane_mut(1).idle = true;
        assert_eq!(clock.settle(), Moved { from: 50, to: 100 });
        clock.lane_mut(1).idle = false;
        assert_eq!(clock.settle().to, 100, "waking never takes time back");
    }

    #[test]
    fn the_order_of_going_idle_does_not_matter() {
        for order in [[0, 1], [1, 0]] {
            let mut clock = clock(&[100, 50]);
            for lane in order {
                clock.lane_mut(lane).idle = true;
                clock.settle();
            }
            assert_eq!(clock.now(), 100);
            assert!(clock.is_idle());
        }
    }

    #[test]
    fn a_lane_without_any_time_holds_and_a_table_does_not() {
        let mut clock = clock(&[100, UNSET]);
        assert_eq!(clock.now(), UNSET);
        clock.lane_mut(1).holds = false;
        assert_eq!(clock.settle().to, 100);
    }

    #[test]
    fn downstream_hears_of_full_seconds() {
        assert!(Moved { from: 999_999, to: 1_000_000 }.crosses_a_second());
        assert!(!Moved { from: 1_000_000, to: 1_999_999 }.crosses_a_second());
        assert!(Moved { from: UNSET, to: 5 }.crosses_a_second());
    }

    #[test]
    fn a_clock_comes_back_as_committed() {
        let mut clock = clock(&[100, 50]);
        clock.lane_mut(1).idle = true;
        clock.settle();
        let mut bytes = Vec::new();
        clock.encode(&mut bytes);
        let mut again = TaskClock::new(vec![Lane::source(true, 0, None); 2]);
        assert_eq!(again.decode(&mut &bytes[..]), Some(()));
        assert_eq!((again.now, again.lanes), (clock.now, clock.lanes));
    }
}
