//! One side of a join: its rows by key and time, until nobody can come for them.

use crate::state::codec::{Key, State, duration};
use crate::state::slab::{Slab, hash};
use crate::state::timers::Timers;

/// For how long after its time a row is there, in microseconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spans {
    /// Its window, the grace included: after that it is late, and alone if it has met nobody.
    pub open: i64,
    /// Until the last row that it could meet is late.
    pub kept: i64,
    /// What has met nobody comes out when its window has closed.
    pub outer: bool,
}

/// A row that may still meet others.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Kept<V> {
    pub time: i64,
    /// Among those of one key and time, in order of arrival.
    pub number: u32,
    /// It has met somebody; always true where that makes no difference.
    pub met: bool,
    pub row: V,
}

/// The rows of one side.
#[derive(Debug)]
pub struct Waiting<K, V> {
    pub(super) name: &'static str,
    pub(super) spans: Spans,
    pub(super) layout: String,
    /// Ascending by time and number, never empty.
    pub(super) slab: Slab<K, Vec<Kept<V>>>,
    /// When to look whether a row goes.
    pub(super) leaving: Timers,
}

impl<K: Key, V: State> Waiting<K, V> {
    pub(super) fn new(name: &'static str, spans: Spans) -> Self {
        let mut layout = String::from("waiting ");
        duration(&mut layout, spans.kept);
        layout.push_str(if spans.outer { ", alone after " } else { ", late after " });
        duration(&mut layout, spans.open);
        layout.push_str(", key ");
        K::layout(&mut layout);
        layout.push_str(", row ");
        V::layout(&mut layout);
        Waiting { name, spans, layout, slab: Slab::default(), leaving: Timers::default() }
    }

    /// Its window has closed, both ends included.
    pub(super) fn is_late(&self, time: i64, clock: i64) -> bool {
        time.saturating_add(self.spans.open) < clock
    }

    /// The first clock at which a row goes.
    pub(super) fn until(&self, time: i64, met: bool) -> i64 {
        let span = if met { self.spans.kept } else { self.spans.open };
        time.saturating_add(span).saturating_add(1)
    }

    /// The rows of a key whose times lie between both, inclusive, with their places.
    pub(super) fn between(&self, key: &K, from: i64, to: i64) -> impl Iterator<Item = (usize, &Kept<V>)> {
        let rows = self.slab.get(key).map_or(&[][..], Vec::as_slice);
        let first = rows.partition_point(|kept| kept.time < from);
        rows.iter().enumerate().skip(first).take_while(move |(_, kept)| kept.time <= to)
    }

    /// The rows at these places have met somebody.
    pub(super) fn mark(&mut self, key: &K, places: &[usize]) {
        let Some(slot) = self.slab.find(hash(key), key) else { return };
        let news = |kept: &Kept<V>| !kept.met;
        if places.iter().any(|at| self.slab.value(slot).get(*at).is_some_and(news)) {
            let rows = self.slab.change(slot);
            places.iter().filter_map(|at| rows.get_mut(*at).map(|kept| kept.met = true)).for_each(drop);
        }
    }

    /// Takes a row in.
    pub(super) fn keep(&mut self, key: &K, time: i64, row: V, met: bool) {
        let met = met || !self.spans.outer;
        let until = self.until(time, met);
        let hash = hash(key);
        let slot = match self.slab.find(hash, key) {
            Some(slot) => {
                let rows = self.slab.change(slot);
                let at = rows.partition_point(|kept| kept.time <= time);
                let last = at.checked_sub(1).and_then(|last| rows.get(last));
                let number = last.filter(|last| last.time == time).map_or(0, |last| last.number + 1);
                rows.insert(at, Kept { time, number, met, row });
                slot
            }
            None => self.slab.insert(hash, key, vec![Kept { time, number: 0, met, row }]),
        };
        self.leaving.set(until, slot);
    }

    /// The next clock at which [`Waiting::advance`] has something to do.
    pub(super) fn deadline(&self) -> i64 {
        self.leaving.next()
    }

    /// Lets rows go; tells of those that met nobody: the clock from which that was so, the key, the time, the row.
    pub(super) fn advance(&mut self, clock: i64, mut alone: impl FnMut(i64, K, i64, V)) {
        for slot in self.leaving.due(clock) {
            if !self.slab.holds(slot) {
                continue;
            }
            let goes = |kept: &Kept<V>| self.until(kept.time, kept.met) <= clock;
            let rows = self.slab.value(slot);
            let next =
                rows.iter().filter(|kept| !goes(kept)).map(|kept| self.until(kept.time, kept.met)).min();
            if !rows.iter().any(goes) {
                next.into_iter().for_each(|at| self.leaving.set(at, slot));
                continue;
            }
            for kept in rows.iter().filter(|kept| !kept.met && goes(kept)) {
                let key = self.slab.key(slot).clone();
                alone(self.until(kept.time, false), key, kept.time, kept.row.clone());
            }
            let stay: Vec<Kept<V>> = rows.iter().filter(|kept| !goes(kept)).cloned().collect();
            match next {
                Some(at) => {
                    self.slab.replace(slot, stay);
                    self.leaving.set(at, slot);
                }
                None => self.slab.remove(slot),
            }
        }
    }

    /// Timers are hints: after state has come back by another way they are set again.
    pub(super) fn watch(&mut self) {
        for slot in self.slab.slots() {
            let next = self.slab.value(slot).iter().map(|kept| self.until(kept.time, kept.met)).min();
            next.into_iter().for_each(|at| self.leaving.set(at, slot));
        }
    }
}
