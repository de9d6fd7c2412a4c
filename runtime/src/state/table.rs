//! Groups without windows (SEMANTICS W6), for ever or until they have not been updated for a while.

use super::codec::{Key, State, duration};
use super::emit::{Change, Emit};
use super::group::Group;
use super::slab::{Slab, hash};
use super::window::Window;
use crate::clock::UNSET;
use crate::context::Cx;
use crate::fail::{Fatal, Reject};
use crate::store::Store;
use riparian_functions::Fail;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What a table is. Durations in microseconds.
#[derive(Clone, Copy, Debug)]
pub struct TableSpec {
    /// The node.
    pub name: &'static str,
    /// [`Emit::Changes`] or [`Emit::AtMostEvery`].
    pub emit: Emit,
    /// `bound ttl`: a group goes when the clock is this far past its newest event.
    pub ttl: Option<i64>,
}

/// Groups of `K`.
#[derive(Debug)]
pub struct Table<K, A> {
    spec: TableSpec,
    layout: String,
    slab: Slab<K, Group<A>>,
    /// Slots that may be held back; the flag in the group decides.
    pending: Vec<u32>,
    changed: Option<u32>,
    /// When to look whether a slot's group has gone; it may have been updated since.
    expiries: BinaryHeap<Reverse<(i64, u32)>>,
    flush_at: i64,
    committed_flush_at: i64,
}

impl<K: Key, A: State + Default> Table<K, A> {
    pub fn new(spec: TableSpec) -> Self {
        let mut layout = String::from("table, emit ");
        spec.emit.layout(&mut layout);
        if let Some(ttl) = spec.ttl {
            layout.push_str(", ttl ");
            duration(&mut layout, ttl);
        }
        layout.push_str(", key ");
        K::layout(&mut layout);
        layout.push_str(", group ");
        A::layout(&mut layout);
        Table {
            spec,
            layout,
            slab: Slab::default(),
            pending: Vec::new(),
            changed: None,
            expiries: BinaryHeap::new(),
            flush_at: i64::MAX,
            committed_flush_at: i64::MAX,
        }
    }

    /// The next clock at which [`Table::advance`] has something to do.
    #[inline]
    pub fn deadline(&self) -> i64 {
        self.flush_at.min(self.expiries.peek().map_or(i64::MAX, |Reverse((at, _))| *at))
    }

    /// Adds a record with event time `time` to the group of `key`. If `add` fails, nothing has changed.
    #[inline]
    pub fn update(
        &mut self,
        key: &K,
        time: i64,
        clock: i64,
        add: impl FnOnce(&mut A) -> Result<(), Fail>,
    ) -> Result<(), Fail> {
        self.changed = None;
        let hash = hash(key);
        let known = self.slab.find(hash, key);
        let mut group = match known {
            Some(slot) => self.slab.value(slot).clone(),
            None => Group::new(time),
        };
        add(&mut group.value)?;
        group.time = group.time.max(time);
        let held_back = matches!(self.spec.emit, Emit::AtMostEvery(_));
        let newly_pending = held_back && !group.pending;
        group.pending |= held_back;
        let expiry = self.expiry(&group);
        let slot = match known {
            Some(slot) => {
                self.slab.replace(slot, group);
                slot
            }
            None => {
                let slot = self.slab.insert(hash, key, group);
                self.expiries.extend(expiry.map(|at| Reverse((at, slot))));
                slot
            }
        };
        if newly_pending {
            self.pending.push(slot);
            if self.flush_at == i64::MAX {
                self.flush_at = self.spec.emit.next_after(clock);
            }
        }
        if !held_back {
            self.changed = Some(slot);
        }
        Ok(())
    }

    fn expiry(&self, group: &Group<A>) -> Option<i64> {
        Some(group.time.saturating_add(self.spec.ttl?))
    }

    /// What the last [`Table::update`] changed and is to be emitted at once: nothing if rows are held back.
    pub fn changed(&self) -> impl Iterator<Item = Change<'_, K, A>> {
        self.changed.iter().map(|slot| self.change(*slot))
    }

    fn change(&self, slot: u32) -> Change<'_, K, A> {
        let group = self.slab.value(slot);
        Change { key: self.slab.key(slot), window: Window::NONE, group: Some(&group.value), time: group.time }
    }

    pub fn get(&self, key: &K) -> Option<&A> {
        self.slab.get(key).map(|group| &group.value)
    }

    /// The clock has reached [`Table::deadline`]: emits what is held back, by key, and forgets groups that were not
    /// updated for long enough. Forgetting is no change of the row: it frees state and emits nothing.
    pub fn advance(
        &mut self,
        cx: &mut Cx<'_>,
        emit: impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<(), Reject>,
    ) {
        let clock = cx.clock();
        let due = |at: i64| at <= clock;
        if due(self.flush_at) {
            self.idle(cx, emit);
            self.flush_at = i64::MAX;
        }
        let mut again = Vec::new();
        while let Some(Reverse((at, slot))) = self.expiries.peek().copied()
            && due(at)
        {
            self.expiries.pop();
            if self.slab.holds(slot)
                && let Some(expiry) = self.expiry(self.slab.value(slot))
            {
                if !due(expiry) {
                    again.push(Reverse((expiry, slot)));
                } else if self.slab.value(slot).pending {
                    // Looked at again once it has been emitted.
                    again.push(Reverse((self.flush_at.max(clock.saturating_add(1)), slot)));
                } else {
                    self.slab.remove(slot);
                }
            }
        }
        again.sort_unstable();
        again.dedup();
        self.expiries.extend(again);
    }

    /// All inputs are idle: emits what is held back.
    pub fn idle(
        &mut self,
        cx: &mut Cx<'_>,
        mut emit: impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<(), Reject>,
    ) {
        let mut due = std::mem::take(&mut self.pending);
        due.retain(|slot| self.slab.holds(*slot) && self.slab.value(*slot).pending);
        due.sort_unstable_by(|a, b| self.slab.key(*a).cmp(self.slab.key(*b)));
        due.dedup();
        for slot in due {
            self.slab.change(slot).pending = false;
            let change = self.change(slot);
            if let Err(reject) = emit(&change, cx) {
                cx.failed(reject, change.time);
            }
        }
    }
}

impl<K: Key, A: State + Default> Store for Table<K, A> {
    fn name(&self) -> &'static str {
        self.spec.name
    }

    fn layout(&self) -> &str {
        &self.layout
    }

    fn changes(&mut self, put: &mut dyn FnMut(&[u8], Option<&[u8]>)) {
        super::put_changes(&self.slab, put);
    }

    fn committed(&mut self) {
        self.slab.committed();
        self.committed_flush_at = self.flush_at;
    }

    fn rollback(&mut self) {
        let Table { slab, pending, expiries, spec, .. } = self;
        slab.rollback(|slot, group| {
            pending.extend(group.pending.then_some(slot));
            expiries.extend(spec.ttl.map(|ttl| Reverse((group.time.saturating_add(ttl), slot))));
        });
        self.changed = None;
        self.flush_at = self.committed_flush_at;
    }

    fn restore(&mut self, key: &[u8], value: Option<&[u8]>) -> Result<(), Fatal> {
        super::take_entry(&mut self.slab, self.spec.name, key, value)
    }

    fn restored(&mut self, clock: i64) {
        self.slab.committed();
        self.pending = self.slab.slots().filter(|slot| self.slab.value(*slot).pending).collect();
        let expiries =
            self.slab.slots().filter_map(|slot| Some(Reverse((self.expiry(self.slab.value(slot))?, slot))));
        self.expiries = expiries.collect();
        let clock = if self.pending.is_empty() { UNSET } else { clock };
        self.flush_at = if clock == UNSET { i64::MAX } else { self.spec.emit.next_after(clock) };
        self.committed_flush_at = self.flush_at;
    }

    fn entries(&self, put: &mut dyn FnMut(&[u8], &[u8])) {
        super::put_entries(&self.slab, put);
    }

    fn len(&self) -> usize {
        self.slab.len()
    }

    fn bytes(&self) -> usize {
        super::bytes(&self.slab) + self.expiries.capacity() * 16
    }
}
