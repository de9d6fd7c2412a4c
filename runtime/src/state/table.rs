//! Groups without windows (spec: window.changes), for ever or until they have not been updated for a while.

use super::codec::{Key, State, duration};
use super::emit::{Change, Emit, tell};
use super::group::Group;
use super::slab::{Slab, hash};
use super::timers::Timers;
use super::window::Window;
use crate::context::Cx;
use crate::fail::{Fatal, Reject};
use crate::record::Record;
use crate::store::Store;
use riparian_functions::Fail;

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
    /// When to look whether a group has outlived its `ttl`.
    expiries: Timers,
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
            expiries: Timers::default(),
            flush_at: i64::MAX,
            committed_flush_at: i64::MAX,
        }
    }

    /// The next clock at which [`Table::advance`] has something to do.
    #[inline]
    pub fn deadline(&self) -> i64 {
        self.flush_at.min(self.expiries.next())
    }

    /// Adds a record with event time `time` to the group of `key`. If `add` fails, nothing has changed.
    /// [`Table::emit`] comes next.
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
                if let Some(at) = expiry {
                    self.expiries.set(at, slot);
                }
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

    /// Emits what the last [`Table::update`] changed, on account of `record`; nothing if rows are held back.
    #[inline]
    pub fn emit(
        &mut self,
        record: &Record<'_>,
        cx: &mut Cx<'_>,
        mut emit: impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<bool, Reject>,
    ) {
        if let Some(slot) = self.changed.take() {
            self.emit_row(slot, Some(record), cx, &mut emit);
        }
    }

    /// Emits one row and keeps whether readers have it now.
    fn emit_row(
        &mut self,
        slot: u32,
        cause: Option<&Record<'_>>,
        cx: &mut Cx<'_>,
        emit: &mut impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<bool, Reject>,
    ) {
        let group = self.slab.value(slot);
        let change = Change {
            key: self.slab.key(slot),
            window: Window::NONE,
            group: Some(&group.value),
            last: None,
            time: group.time,
            shown: group.shown,
        };
        let now = tell(&change, cause, cx, emit);
        if now != group.shown {
            self.slab.change(slot).shown = now;
        }
    }

    pub fn get(&self, key: &K) -> Option<&A> {
        self.slab.get(key).map(|group| &group.value)
    }

    /// The clock has reached [`Table::deadline`]: first what is held back and due, by key; then groups that were not
    /// updated for long enough go, by the time that was up, then by key.
    pub fn advance(
        &mut self,
        cx: &mut Cx<'_>,
        mut emit: impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<bool, Reject>,
    ) {
        let clock = cx.clock();
        if clock >= self.flush_at {
            self.idle(cx, &mut emit);
            self.flush_at = i64::MAX;
        }
        let mut gone: Vec<(i64, u32)> = Vec::new();
        for slot in self.expiries.due(clock) {
            if !self.slab.holds(slot) {
                continue;
            }
            match self.expiry(self.slab.value(slot)) {
                Some(at) if at > clock => self.expiries.set(at, slot),
                Some(at) => gone.push((at, slot)),
                None => {}
            }
        }
        gone.sort_unstable_by(|(a_at, a), (b_at, b)| {
            a_at.cmp(b_at).then_with(|| self.slab.key(*a).cmp(self.slab.key(*b)))
        });
        for (_, slot) in gone {
            // What is held back always ends with the last value.
            if self.slab.value(slot).pending {
                self.emit_row(slot, None, cx, &mut emit);
            }
            if self.slab.value(slot).shown {
                let change = Change {
                    key: self.slab.key(slot),
                    window: Window::NONE,
                    group: None,
                    last: Some(&self.slab.value(slot).value),
                    time: clock,
                    shown: true,
                };
                tell(&change, None, cx, &mut emit);
            }
            self.slab.remove(slot);
        }
    }

    /// All inputs are idle: emits what is held back, by key.
    pub fn idle(
        &mut self,
        cx: &mut Cx<'_>,
        mut emit: impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<bool, Reject>,
    ) {
        let mut due = std::mem::take(&mut self.pending);
        due.retain(|slot| self.slab.holds(*slot) && self.slab.value(*slot).pending);
        due.sort_unstable();
        due.dedup();
        due.sort_unstable_by(|a, b| self.slab.key(*a).cmp(self.slab.key(*b)));
        for slot in due {
            self.slab.change(slot).pending = false;
            self.emit_row(slot, None, cx, &mut emit);
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
            if let Some(ttl) = spec.ttl {
                expiries.set(group.time.saturating_add(ttl), slot);
            }
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
        for slot in self.slab.slots() {
            if let Some(at) = self.expiry(self.slab.value(slot)) {
                self.expiries.set(at, slot);
            }
        }
        self.flush_at = if self.pending.is_empty() { i64::MAX } else { self.spec.emit.next_after(clock) };
        self.committed_flush_at = self.flush_at;
    }

    fn entries(&self, put: &mut dyn FnMut(&[u8], &[u8])) {
        super::put_entries(&self.slab, put);
    }

    fn len(&self) -> usize {
        self.slab.len()
    }

    fn bytes(&self) -> usize {
        super::bytes(&self.slab) + self.expiries.bytes()
    }
}
