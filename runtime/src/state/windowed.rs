//! Groups in tumbling and hopping windows (spec: window.aligned, window.final, window.changes, window.latest, time.late).
//!
//! One slab per window, dropped whole when the window closes. `latest window` keeps per key which window's row stands
//! for it. What the disk sees of it is in [`kept`].

mod kept;

use super::codec::{Key, State, duration};
use super::emit::{Change, Emit, tell};
use super::group::Group;
use super::slab::{Slab, hash};
use super::window::Aligned;
use crate::context::Cx;
use crate::fail::Reject;
use crate::record::Record;
use riparian_functions::Fail;

/// What a windowed table is. Durations in microseconds.
#[derive(Clone, Copy, Debug)]
pub struct WindowedSpec {
    /// The node.
    pub name: &'static str,
    pub size: i64,
    /// How often a window starts; `size` for tumbling ones.
    pub every: i64,
    pub offset: i64,
    /// How long after a window's end records still count.
    pub grace: i64,
    pub emit: Emit,
    /// One row per key (spec: window.latest).
    pub latest: bool,
}

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Updated {
    Used,
    /// All its windows have closed; nothing was changed, and `add` was not called.
    Late,
}

/// The row that stands for a key: the window that starts first among those that took its newest event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Newest {
    time: i64,
    end: i64,
    pending: bool,
    shown: bool,
}

#[derive(Debug)]
struct Pane<K, A> {
    end: i64,
    slab: Slab<K, Group<A>>,
    /// Slots that may be held back; the flag in the group decides.
    pending: Vec<u32>,
}

/// Groups of `K` in windows.
#[derive(Debug)]
pub struct Windowed<K, A> {
    spec: WindowedSpec,
    aligned: Aligned,
    layout: String,
    /// Ascending by end.
    panes: Vec<Pane<K, A>>,
    /// Dropped since the last commit.
    dropped: Vec<Pane<K, A>>,
    /// Empty, for windows to come: a closed window's memory is the next one's.
    spare: Vec<Pane<K, A>>,
    newest: Slab<K, Newest>,
    newest_pending: Vec<u32>,
    /// What the last update changed and is to be emitted at once: end and slot.
    changed: Vec<(i64, u32)>,
    /// Copies at work, so that a failing record leaves no trace.
    work: Vec<(i64, Option<u32>, Group<A>)>,
    deadline: i64,
    /// When held-back rows are due.
    flush_at: i64,
    committed_flush_at: i64,
}

impl<K: Key, A: State + Default> Windowed<K, A> {
    pub fn new(spec: WindowedSpec) -> Self {
        let mut layout = String::from(if spec.every == spec.size { "tumbling " } else { "hopping " });
        duration(&mut layout, spec.size);
        if spec.every != spec.size {
            layout.push_str(" every ");
            duration(&mut layout, spec.every);
        }
        if spec.offset != 0 {
            layout.push_str(" offset ");
            duration(&mut layout, spec.offset);
        }
        layout.push_str(" grace ");
        duration(&mut layout, spec.grace);
        layout.push_str(", emit ");
        spec.emit.layout(&mut layout);
        if spec.latest {
            layout.push_str(", latest window");
        }
        layout.push_str(", key ");
        K::layout(&mut layout);
        layout.push_str(", group ");
        A::layout(&mut layout);
        Windowed {
            spec,
            aligned: Aligned { size: spec.size, every: spec.every, offset: spec.offset },
            layout,
            panes: Vec::new(),
            dropped: Vec::new(),
            spare: Vec::new(),
            newest: Slab::default(),
            newest_pending: Vec::new(),
            changed: Vec::new(),
            work: Vec::new(),
            deadline: i64::MAX,
            flush_at: i64::MAX,
            committed_flush_at: i64::MAX,
        }
    }

    /// The next clock at which [`Windowed::advance`] has something to do.
    #[inline]
    pub fn deadline(&self) -> i64 {
        self.deadline
    }

    /// Adds a record with event time `time` to the groups of `key` in all its open windows. `add` is called once for
    /// each, in ascending order; if one call fails, nothing has changed. [`Windowed::emit`] comes next.
    #[inline]
    pub fn update(
        &mut self,
        key: &K,
        time: i64,
        clock: i64,
        mut add: impl FnMut(&mut A) -> Result<(), Fail>,
    ) -> Result<Updated, Fail> {
        if let Some(end) = self.only_end(time) {
            return self.update_one(key, end, time, clock, add);
        }
        self.changed.clear();
        self.work.clear();
        let hash = hash(key);
        for end in self.aligned.ends(time) {
            if self.is_closed(end, clock) {
                continue;
            }
            let found = self
                .pane(end)
                .and_then(|pane| Some((&pane.slab, pane.slab.find(hash, key)?)))
                .map(|(slab, slot)| (slot, slab.value(slot).clone()));
            let (slot, mut group) = match found {
                Some((slot, group)) => (Some(slot), group),
                None => (None, Group::new(time)),
            };
            add(&mut group.value)?;
            group.time = group.time.max(time);
            self.work.push((end, slot, group));
        }
        if self.work.is_empty() {
            return Ok(Updated::Late);
        }
        self.store(key, hash, time, clock);
        Ok(Updated::Used)
    }

    /// The end of the one window that contains `time`, where windows do not overlap and nothing is emitted before they
    /// close: then there is nothing to keep in order between several.
    #[inline(always)]
    fn only_end(&self, time: i64) -> Option<i64> {
        if self.spec.every != self.spec.size || self.spec.emit != Emit::Final || self.spec.latest {
            return None;
        }
        // Most records are for the newest window: no division.
        if let Some(pane) = self.panes.last()
            && time < pane.end
            && time >= pane.end - self.spec.size
        {
            return Some(pane.end);
        }
        let start = self.aligned.last_start(time);
        (start >= 0).then_some(start + self.spec.size)
    }

    /// As [`Windowed::update`], in one window.
    #[inline(always)]
    fn update_one(
        &mut self,
        key: &K,
        end: i64,
        time: i64,
        clock: i64,
        mut add: impl FnMut(&mut A) -> Result<(), Fail>,
    ) -> Result<Updated, Fail> {
        if self.is_closed(end, clock) {
            return Ok(Updated::Late);
        }
        let hash = hash(key);
        if let Ok(index) = self.position(end) {
            let slab = &mut self.panes[index].slab;
            if let Some(slot) = slab.find(hash, key) {
                // A copy at work, so that a failing record leaves no trace.
                let mut group = slab.value(slot).clone();
                add(&mut group.value)?;
                group.time = group.time.max(time);
                slab.replace(slot, group);
                return Ok(Updated::Used);
            }
        }
        let mut group = Group::new(time);
        add(&mut group.value)?;
        self.insert_one(key, hash, end, group);
        Ok(Updated::Used)
    }

    /// A key's first record in a window.
    #[inline(never)]
    fn insert_one(&mut self, key: &K, hash: u64, end: i64, group: Group<A>) {
        self.pane_mut(end).slab.insert(hash, key, group);
        self.schedule();
    }

    /// Whether all windows of a record with event time `time` have closed: then it is late, whatever is in it.
    #[inline]
    pub fn is_late(&self, _key: &K, time: i64, clock: i64) -> bool {
        self.aligned.ends(time).all(|end| self.is_closed(end, clock))
    }

    /// [time.late]: at exactly end and grace a window has closed.
    #[inline]
    fn is_closed(&self, end: i64, clock: i64) -> bool {
        end.saturating_add(self.spec.grace) <= clock
    }

    #[inline]
    fn pane(&self, end: i64) -> Option<&Pane<K, A>> {
        self.position(end).ok().map(|index| &self.panes[index])
    }

    /// Most records are for the newest window.
    #[inline]
    fn position(&self, end: i64) -> Result<usize, usize> {
        match self.panes.last() {
            Some(last) if last.end == end => Ok(self.panes.len() - 1),
            _ => self.panes.binary_search_by_key(&end, |pane| pane.end),
        }
    }

    fn pane_mut(&mut self, end: i64) -> &mut Pane<K, A> {
        let index = match self.position(end) {
            Ok(index) => index,
            Err(index) => {
                let empty = || Pane { end, slab: Slab::default(), pending: Vec::new() };
                let spare = self.spare.pop().map(|pane| Pane { end, ..pane });
                self.panes.insert(index, spare.unwrap_or_else(empty));
                index
            }
        };
        &mut self.panes[index]
    }

    /// Takes over the copies at work.
    #[inline]
    fn store(&mut self, key: &K, hash: u64, time: i64, clock: i64) {
        let held_back = matches!(self.spec.emit, Emit::AtMostEvery(_));
        let at_once = self.spec.emit == Emit::Changes && !self.spec.latest;
        let mut work = std::mem::take(&mut self.work);
        let first = work.first().map_or(0, |(end, ..)| *end);
        for (end, slot, mut group) in work.drain(..) {
            let newly_pending = held_back && !self.spec.latest && !group.pending;
            group.pending |= newly_pending;
            let pane = self.pane_mut(end);
            let slot = match slot {
                Some(slot) => {
                    pane.slab.replace(slot, group);
                    slot
                }
                None => pane.slab.insert(hash, key, group),
            };
            if newly_pending {
                pane.pending.push(slot);
            }
            if at_once {
                self.changed.push((end, slot));
            }
        }
        self.work = work;
        if self.spec.latest && self.spec.emit != Emit::Final {
            self.store_newest(key, hash, time, first, held_back);
        }
        if held_back && self.flush_at == i64::MAX {
            self.flush_at = self.spec.emit.next_after(clock);
        }
        self.schedule();
    }

    /// `first` is the end of the first window that took the record.
    fn store_newest(&mut self, key: &K, hash: u64, time: i64, first: i64, held_back: bool) {
        let known = self.newest.find(hash, key);
        let before = known.map(|slot| *self.newest.value(slot));
        let mut now = match before {
            Some(before) if before.time > time => before,
            Some(before) => Newest { time, end: first, ..before },
            None => Newest { time, end: first, pending: false, shown: false },
        };
        // An older record counts in the row that stands if that row's window took it.
        let took = now.end >= first && now.end - self.spec.size <= time;
        now.pending |= took && held_back;
        let slot = match known {
            Some(slot) => {
                if before != Some(now) {
                    self.newest.replace(slot, now);
                }
                slot
            }
            None => self.newest.insert(hash, key, now),
        };
        if now.pending && !before.is_some_and(|before| before.pending) {
            self.newest_pending.push(slot);
        }
        if took
            && !held_back
            && let Some(group) = self.pane(now.end).and_then(|pane| pane.slab.find(hash, key))
        {
            self.changed.push((now.end, group));
        }
    }

    /// Emits what the last [`Windowed::update`] changed, on account of `record`; nothing unless `emit changes`.
    #[inline]
    pub fn emit(
        &mut self,
        record: &Record<'_>,
        cx: &mut Cx<'_>,
        mut emit: impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<bool, Reject>,
    ) {
        let mut changed = std::mem::take(&mut self.changed);
        for (end, slot) in changed.drain(..) {
            self.emit_row(end, slot, Some(record), cx, &mut emit);
        }
        self.changed = changed;
    }

    /// Emits one row and keeps whether readers have it now.
    fn emit_row(
        &mut self,
        end: i64,
        slot: u32,
        cause: Option<&Record<'_>>,
        cx: &mut Cx<'_>,
        emit: &mut impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<bool, Reject>,
    ) {
        let Ok(index) = self.position(end) else { return };
        let pane = &mut self.panes[index];
        let group = pane.slab.value(slot);
        // Of `latest window` the row is the key's, whichever window it comes from.
        let row = if self.spec.latest {
            let key = pane.slab.key(slot);
            self.newest.find(hash(key), key)
        } else {
            None
        };
        let shown = row.map_or(group.shown, |row| self.newest.value(row).shown);
        let change = Change {
            key: pane.slab.key(slot),
            window: self.aligned.window(end),
            group: Some(&group.value),
            last: None,
            time: group.time,
            shown,
        };
        let now = tell(&change, cause, cx, emit);
        if now != shown {
            match row {
                Some(row) => self.newest.change(row).shown = now,
                None => pane.slab.change(slot).shown = now,
            }
        }
    }

    /// The clock has reached [`Windowed::deadline`]: first what is held back and due, then windows close; rows by
    /// window end, then by key.
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
        let closed = self.panes.partition_point(|pane| self.is_closed(pane.end, clock));
        for index in 0..closed {
            let end = self.panes[index].end;
            for slot in self.due_at_close(index) {
                self.emit_row(end, slot, None, cx, &mut emit);
            }
        }
        self.drop_first(closed);
        self.schedule();
    }

    /// All inputs are idle: emits what is held back.
    pub fn idle(
        &mut self,
        cx: &mut Cx<'_>,
        mut emit: impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<bool, Reject>,
    ) {
        let mut due: Vec<(i64, u32)> = Vec::new();
        for pane in &mut self.panes {
            for slot in std::mem::take(&mut pane.pending) {
                if pane.slab.holds(slot) && pane.slab.value(slot).pending {
                    pane.slab.change(slot).pending = false;
                    due.push((pane.end, slot));
                }
            }
        }
        for row in std::mem::take(&mut self.newest_pending) {
            if self.newest.holds(row) && self.newest.value(row).pending {
                self.newest.change(row).pending = false;
                let (key, end) = (self.newest.key(row), self.newest.value(row).end);
                let found = self.pane(end).and_then(|pane| pane.slab.find(hash(key), key));
                due.extend(found.map(|slot| (end, slot)));
            }
        }
        due.sort_unstable_by(|(a_end, a), (b_end, b)| {
            let key = |end, slot| self.pane(end).map(|pane| pane.slab.key(slot));
            a_end.cmp(b_end).then_with(|| key(*a_end, *a).cmp(&key(*b_end, *b)))
        });
        for (end, slot) in due {
            self.emit_row(end, slot, None, cx, &mut emit);
        }
    }

    /// What a closing window still has to emit, by key: all of it if `emit final`, else what is held back.
    fn due_at_close(&mut self, index: usize) -> Vec<u32> {
        let pane = &mut self.panes[index];
        let mut due: Vec<u32> = Vec::new();
        match self.spec.emit {
            Emit::Changes => {}
            // Of a key's hopping windows only those stand for it that its newest event saw first.
            Emit::Final => due.extend(pane.slab.slots().filter(|slot| {
                !self.spec.latest
                    || self.aligned.first_start(pane.slab.value(*slot).time) + self.spec.size == pane.end
            })),
            Emit::AtMostEvery(_) if self.spec.latest => {
                for slot in pane.slab.slots() {
                    let key = pane.slab.key(slot);
                    if let Some(row) = self.newest.find(hash(key), key)
                        && self.newest.value(row).end == pane.end
                        && self.newest.value(row).pending
                    {
                        self.newest.change(row).pending = false;
                        due.push(slot);
                    }
                }
            }
            Emit::AtMostEvery(_) => {
                let held_back = std::mem::take(&mut pane.pending).into_iter();
                due.extend(held_back.filter(|slot| pane.slab.holds(*slot) && pane.slab.value(*slot).pending));
                due.sort_unstable();
                due.dedup();
            }
        }
        due.sort_unstable_by(|a, b| pane.slab.key(*a).cmp(pane.slab.key(*b)));
        due
    }

    fn drop_first(&mut self, closed: usize) {
        for pane in self.panes.drain(..closed) {
            for key in pane.slab.iter().map(|(key, _)| key).filter(|_| self.spec.latest) {
                // No open window holds the newest event: every record of this key that still counts is newer.
                if let Some(row) = self.newest.find(hash(key), key)
                    && self.aligned.last_start(self.newest.value(row).time) + self.spec.size <= pane.end
                {
                    self.newest.remove(row);
                }
            }
            self.dropped.push(pane);
        }
    }

    fn schedule(&mut self) {
        let close = self.panes.first().map_or(i64::MAX, |pane| pane.end.saturating_add(self.spec.grace));
        self.deadline = close.min(self.flush_at);
    }

    /// The group of a key in the window that ends at `end`.
    pub fn get(&self, key: &K, end: i64) -> Option<&A> {
        self.pane(end)?.slab.get(key).map(|group| &group.value)
    }
}
