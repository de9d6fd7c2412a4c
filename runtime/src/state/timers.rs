//! When to look at a slot again.
//!
//! Hints, not facts: an entry that was updated since is looked at, found alive, and set again, so that updates cost
//! nothing here. What happens at a time is decided by the entry alone; hence timers are neither kept nor rolled back,
//! only set again for what came back.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

#[derive(Debug, Default)]
pub(super) struct Timers {
    heap: BinaryHeap<Reverse<(i64, u32)>>,
}

impl Timers {
    /// The earliest time; `i64::MAX` for none.
    #[inline]
    pub(super) fn next(&self) -> i64 {
        self.heap.peek().map_or(i64::MAX, |Reverse((at, _))| *at)
    }

    pub(super) fn set(&mut self, at: i64, slot: u32) {
        self.heap.push(Reverse((at, slot)));
    }

    /// Takes every slot whose time has come, each once.
    pub(super) fn due(&mut self, clock: i64) -> Vec<u32> {
        let mut due = Vec::new();
        while self.next() <= clock
            && let Some(Reverse((_, slot))) = self.heap.pop()
        {
            due.push(slot);
        }
        due.sort_unstable();
        due.dedup();
        due
    }

    pub(super) fn bytes(&self) -> usize {
        self.heap.capacity() * 16
    }
}
