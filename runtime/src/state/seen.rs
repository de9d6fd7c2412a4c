//! Which records are repetitions: `keep first within D`.

use super::codec::{Key, duration};
use super::slab::{Slab, hash};
use super::timers::Timers;
use crate::fail::Fatal;
use crate::store::Store;

/// What a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Sight {
    First,
    /// One of the key has passed at most `within` before or after it.
    Repeated,
    /// What it might repeat may have been forgotten.
    Late,
}

/// Per key the times of the records that passed.
#[derive(Debug)]
pub struct Seen<K> {
    name: &'static str,
    within: Option<i64>,
    layout: String,
    slab: Slab<K, Vec<i64>>,
    forgetting: Timers,
}

impl<K: Key> Seen<K> {
    /// `within` in microseconds; without it nothing is ever forgotten.
    pub fn new(name: &'static str, within: Option<i64>) -> Self {
        let mut layout = String::from("first");
        if let Some(within) = within {
            layout.push_str(" within ");
            duration(&mut layout, within);
        }
        layout.push_str(", key ");
        K::layout(&mut layout);
        Seen { name, within, layout, slab: Slab::default(), forgetting: Timers::default() }
    }

    /// A record that is not late is at most `within` behind the clock, and may repeat one `within` before it.
    fn forgets(&self, time: i64) -> Option<i64> {
        let within = self.within?;
        Some(time.saturating_add(within).saturating_add(within).saturating_add(1))
    }

    /// Takes a record in.
    pub fn see(&mut self, key: &K, time: i64, clock: i64) -> Sight {
        if self.within.is_some_and(|within| time.saturating_add(within) < clock) {
            return Sight::Late;
        }
        let hash = hash(key);
        let slot = match self.slab.find(hash, key) {
            Some(slot) => {
                let near = |passed: &i64| {
                    self.within.is_none_or(|within| passed.abs_diff(time) <= within.unsigned_abs())
                };
                if self.slab.value(slot).iter().any(near) {
                    return Sight::Repeated;
                }
                self.slab.change(slot).push(time);
                slot
            }
            None => self.slab.insert(hash, key, vec![time]),
        };
        if let Some(at) = self.forgets(time) {
            self.forgetting.set(at, slot);
        }
        Sight::First
    }

    /// The next clock at which [`Seen::advance`] has something to do.
    #[inline]
    pub fn deadline(&self) -> i64 {
        self.forgetting.next()
    }

    /// Forgets what nothing can repeat any more.
    pub fn advance(&mut self, clock: i64) {
        for slot in self.forgetting.due(clock) {
            if !self.slab.holds(slot) {
                continue;
            }
            let times = self.slab.value(slot);
            let open: Vec<i64> = times
                .iter()
                .copied()
                .filter(|time| self.forgets(*time).is_none_or(|at| at > clock))
                .collect();
            if let Some(at) = open.iter().filter_map(|time| self.forgets(*time)).min() {
                self.forgetting.set(at, slot);
            }
            if open.is_empty() {
                self.slab.remove(slot);
            } else if open.len() < times.len() {
                self.slab.replace(slot, open);
            }
        }
    }
}

impl<K: Key> Store for Seen<K> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn layout(&self) -> &str {
        &self.layout
    }

    fn changes(&mut self, put: &mut dyn FnMut(&[u8], Option<&[u8]>)) {
        super::put_changes(&self.slab, put);
    }

    fn committed(&mut self) {
        self.slab.committed();
    }

    fn rollback(&mut self) {
        let Seen { slab, forgetting, .. } = self;
        slab.rollback(|slot, times| times.iter().for_each(|time| forgetting.set(*time, slot)));
    }

    fn restore(&mut self, key: &[u8], value: Option<&[u8]>) -> Result<(), Fatal> {
        super::take_entry(&mut self.slab, self.name, key, value)
    }

    fn restored(&mut self, _: i64) {
        self.slab.committed();
        for slot in self.slab.slots() {
            if let Some(at) = self.slab.value(slot).iter().filter_map(|time| self.forgets(*time)).min() {
                self.forgetting.set(at, slot);
            }
        }
    }

    fn entries(&self, put: &mut dyn FnMut(&[u8], &[u8])) {
        super::put_entries(&self.slab, put);
    }

    fn len(&self) -> usize {
        self.slab.len()
    }

    fn bytes(&self) -> usize {
        super::bytes(&self.slab) + self.forgetting.bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetitions_are_near_a_record_that_passed_both_ways_and_inclusive() {
        let mut seen = Seen::new("songs.first", Some(10));
        assert_eq!(seen.see(&1i64, 100, 90), Sight::First);
        assert_eq!(seen.see(&1, 110, 90), Sight::Repeated);
        assert_eq!(seen.see(&1, 111, 90), Sight::First);
        assert_eq!(seen.see(&1, 90, 90), Sight::Repeated);
        assert_eq!(seen.see(&2, 79, 90), Sight::Late);
        seen.advance(121);
        assert_eq!(seen.see(&1, 112, 121), Sight::Repeated, "of 111");
        seen.advance(132);
        assert!(seen.is_empty());
    }
}
