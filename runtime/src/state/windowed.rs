//! Groups in tumbling and hopping windows (SEMANTICS W1, W5, W6, W8; T7).
//!
//! One slab per window, dropped whole when the window has closed and nothing of it is held back. `latest window` keeps
//! per key which window's row stands for it.

use super::codec::{Key, State, decode_all, duration};
use super::emit::{Change, Emit};
use super::group::Group;
use super::slab::{Slab, hash};
use super::window::Aligned;
use crate::clock::UNSET;
use crate::context::Cx;
use crate::fail::{Fatal, Reject};
use crate::store::Store;
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
    /// One row per key (W8).
    pub latest: bool,
}

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Updated {
    Used,
    /// All its windows have closed; nothing was changed.
    Late,
}

/// The row that stands for a key: the window that starts first among those that took its newest event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Newest {
    time: i64,
    end: i64,
    pending: bool,
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
    newest: Slab<K, Newest>,
    newest_pending: Vec<u32>,
    /// What the last update changed: end and slot.
    changed: Vec<(i64, u32)>,
    /// Copies at work, so that a failing record leaves no trace.
    work: Vec<(i64, Option<u32>, Group<A>)>,
    deadline: i64,
    /// When held-back rows are due.
    flush_at: i64,
    committed_flush_at: i64,
}

/// Stands in a changelog key where a window's end would: entries of `newest`.
const NEWEST: i64 = i64::MAX;

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
    /// each, in ascending order; if one call fails, nothing has changed.
    #[inline]
    pub fn update(
        &mut self,
        key: &K,
        time: i64,
        clock: i64,
        mut add: impl FnMut(&mut A) -> Result<(), Fail>,
    ) -> Result<Updated, Fail> {
        self.changed.clear();
        self.work.clear();
        let hash = hash(key);
        for end in self.aligned.ends(time) {
            if end.saturating_add(self.spec.grace) <= clock {
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

    #[inline]
    fn pane(&self, end: i64) -> Option<&Pane<K, A>> {
        self.position(end).ok().map(|index| &self.panes[index])
    }

    /// Most records are for the newest windows.
    #[inline]
    fn position(&self, end: i64) -> Result<usize, usize> {
        match self.panes.last() {
            Some(last) if last.end == end => Ok(self.panes.len() - 1),
            _ => self.panes.binary_search_by_key(&end, |pane| pane.end),
        }
    }

    /// Takes over the copies at work.
    fn store(&mut self, key: &K, hash: u64, time: i64, clock: i64) {
        let held_back = matches!(self.spec.emit, Emit::AtMostEvery(_));
        let mut work = std::mem::take(&mut self.work);
        let first = work.first().map_or(0, |(end, ..)| *end);
        for (end, slot, mut group) in work.drain(..) {
            let newly_pending = held_back && !self.spec.latest && !group.pending;
            group.pending |= newly_pending;
            let index = match self.position(end) {
                Ok(index) => index,
                Err(index) => {
                    self.panes.insert(index, Pane { end, slab: Slab::default(), pending: Vec::new() });
                    index
                }
            };
            let pane = &mut self.panes[index];
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
            if self.spec.emit == Emit::Changes && !self.spec.latest {
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
            _ => Newest { time, end: first, pending: before.is_some_and(|before| before.pending) },
        };
        // An older record counts in the row that stands if that row's window took it.
        let took = now.end >= first && now.end - self.spec.size <= time;
        if took && held_back && !now.pending {
            now.pending = true;
        }
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
            && self.spec.emit == Emit::Changes
            && let Some(group) = self.pane(now.end).and_then(|pane| pane.slab.find(hash, key))
        {
            self.changed.push((now.end, group));
        }
    }

    /// What the last [`Windowed::update`] changed and is to be emitted at once: nothing unless `emit changes`.
    pub fn changed(&self) -> impl Iterator<Item = Change<'_, K, A>> {
        self.changed.iter().filter_map(|(end, slot)| Some(self.change(self.pane(*end)?, *slot)))
    }

    fn change<'a>(&self, pane: &'a Pane<K, A>, slot: u32) -> Change<'a, K, A> {
        let group = pane.slab.value(slot);
        Change {
            key: pane.slab.key(slot),
            window: self.aligned.window(pane.end),
            group: Some(&group.value),
            time: group.time,
        }
    }

    /// The group of a key in the window that ends at `end`.
    pub fn get(&self, key: &K, end: i64) -> Option<&A> {
        self.pane(end)?.slab.get(key).map(|group| &group.value)
    }

    /// The clock has reached [`Windowed::deadline`]: emits what is due, drops what has closed. Rows come by window end,
    /// then by key.
    pub fn advance(
        &mut self,
        cx: &mut Cx<'_>,
        mut emit: impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<(), Reject>,
    ) {
        let clock = cx.clock();
        match self.spec.emit {
            Emit::Final => self.close(clock, cx, &mut emit),
            Emit::AtMostEvery(_) if clock < self.flush_at => {}
            Emit::AtMostEvery(_) => {
                self.flush(cx, &mut emit);
                self.drop_closed(clock);
                let open = !self.panes.is_empty();
                self.flush_at = if open { self.spec.emit.next_after(clock) } else { i64::MAX };
            }
            Emit::Changes => self.drop_closed(clock),
        }
        self.schedule();
    }

    /// All inputs are idle: emits what is held back.
    pub fn idle(
        &mut self,
        cx: &mut Cx<'_>,
        mut emit: impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<(), Reject>,
    ) {
        self.flush(cx, &mut emit);
    }

    fn closed(&self, clock: i64) -> usize {
        self.panes.partition_point(|pane| pane.end.saturating_add(self.spec.grace) <= clock)
    }

    fn close(
        &mut self,
        clock: i64,
        cx: &mut Cx<'_>,
        emit: &mut impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<(), Reject>,
    ) {
        for pane in &self.panes[..self.closed(clock)] {
            let mut slots: Vec<u32> = pane.slab.slots().collect();
            slots.sort_unstable_by(|a, b| pane.slab.key(*a).cmp(pane.slab.key(*b)));
            for slot in slots {
                let change = self.change(pane, slot);
                // Of a key's hopping windows only those stand for it that its newest event saw first.
                if self.spec.latest && self.aligned.first_start(change.time) != change.window.start {
                    continue;
                }
                if let Err(reject) = emit(&change, cx) {
                    cx.failed(reject, change.time);
                }
            }
        }
        self.drop_closed(clock);
    }

    fn flush(
        &mut self,
        cx: &mut Cx<'_>,
        emit: &mut impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<(), Reject>,
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
        for slot in std::mem::take(&mut self.newest_pending) {
            if self.newest.holds(slot) && self.newest.value(slot).pending {
                self.newest.change(slot).pending = false;
                let (key, end) = (self.newest.key(slot), self.newest.value(slot).end);
                let found = self.pane(end).and_then(|pane| pane.slab.find(hash(key), key));
                due.extend(found.map(|group| (end, group)));
            }
        }
        let mut rows: Vec<Change<'_, K, A>> =
            due.iter().filter_map(|(end, slot)| Some(self.change(self.pane(*end)?, *slot))).collect();
        rows.sort_unstable_by(|a, b| (a.window.end, a.key).cmp(&(b.window.end, b.key)));
        for row in &rows {
            if let Err(reject) = emit(row, cx) {
                cx.failed(reject, row.time);
            }
        }
    }

    fn drop_closed(&mut self, clock: i64) {
        let closed = self.closed(clock);
        for pane in self.panes.drain(..closed) {
            for key in pane.slab.iter().map(|(key, _)| key).filter(|_| self.spec.latest) {
                // No open window holds the newest event: every record of this key that still counts is newer.
                if let Some(slot) = self.newest.find(hash(key), key)
                    && self.aligned.last_start(self.newest.value(slot).time) + self.spec.size <= pane.end
                {
                    self.newest.remove(slot);
                }
            }
            self.dropped.push(pane);
        }
    }

    fn schedule(&mut self) {
        self.deadline = match self.spec.emit {
            Emit::AtMostEvery(_) => self.flush_at,
            Emit::Changes | Emit::Final => {
                self.panes.first().map_or(i64::MAX, |pane| pane.end.saturating_add(self.spec.grace))
            }
        };
    }

    fn pending_exists(&self) -> bool {
        self.panes.iter().any(|pane| !pane.pending.is_empty()) || !self.newest_pending.is_empty()
    }
}

impl<K: Key, A: State + Default> Store for Windowed<K, A> {
    fn name(&self) -> &'static str {
        self.spec.name
    }

    fn layout(&self) -> &str {
        &self.layout
    }

    fn changes(&mut self, put: &mut dyn FnMut(&[u8], Option<&[u8]>)) {
        let (mut key, mut value) = (Vec::new(), Vec::new());
        for pane in &self.panes {
            for (k, group) in pane.slab.changes() {
                key.clear();
                key.extend_from_slice(&pane.end.to_be_bytes());
                k.encode(&mut key);
                value.clear();
                let kept = group.map(|group| group.encode(&mut value)).is_some();
                put(&key, kept.then_some(&value));
            }
        }
        for (k, newest) in self.newest.changes() {
            key.clear();
            key.extend_from_slice(&NEWEST.to_be_bytes());
            k.encode(&mut key);
            value.clear();
            let kept =
                newest.map(|newest| (newest.time, newest.end, newest.pending).encode(&mut value)).is_some();
            put(&key, kept.then_some(&value));
        }
    }

    fn committed(&mut self) {
        self.dropped.clear();
        for pane in &mut self.panes {
            pane.slab.committed();
        }
        self.newest.committed();
        self.committed_flush_at = self.flush_at;
    }

    fn rollback(&mut self) {
        self.panes.append(&mut self.dropped);
        self.panes.sort_unstable_by_key(|pane| pane.end);
        for pane in &mut self.panes {
            let pending = &mut pane.pending;
            pane.slab.rollback(|slot, group| pending.extend(group.pending.then_some(slot)));
        }
        self.panes.retain(|pane| !pane.slab.is_empty());
        let pending = &mut self.newest_pending;
        self.newest.rollback(|slot, newest| pending.extend(newest.pending.then_some(slot)));
        self.changed.clear();
        self.flush_at = self.committed_flush_at;
        self.schedule();
    }

    fn restore(&mut self, key: &[u8], value: Option<&[u8]>) -> Result<(), Fatal> {
        let corrupt =
            || Fatal::corrupt(format!("the state of {}", self.spec.name), "an entry cannot be decoded");
        let (end, bytes) = key.split_first_chunk::<8>().ok_or_else(corrupt)?;
        let end = i64::from_be_bytes(*end);
        let k: K = decode_all(bytes).ok_or_else(corrupt)?;
        if end == NEWEST {
            match value {
                Some(value) => {
                    let (time, end, pending) = decode_all(value).ok_or_else(corrupt)?;
                    self.newest.put(&k, Newest { time, end, pending });
                }
                None => {
                    let slot = self.newest.find(hash(&k), &k);
                    slot.into_iter().for_each(|slot| self.newest.remove(slot));
                }
            }
            return Ok(());
        }
        let group = value.map(|value| decode_all::<Group<A>>(value).ok_or_else(corrupt)).transpose()?;
        let index = match self.position(end) {
            Ok(index) => index,
            Err(index) => {
                self.panes.insert(index, Pane { end, slab: Slab::default(), pending: Vec::new() });
                index
            }
        };
        let slab = &mut self.panes[index].slab;
        match group {
            Some(group) => {
                slab.put(&k, group);
            }
            None => slab.find(hash(&k), &k).into_iter().for_each(|slot| slab.remove(slot)),
        }
        Ok(())
    }

    fn restored(&mut self, clock: i64) {
        for pane in &mut self.panes {
            pane.slab.committed();
            let slab = &pane.slab;
            pane.pending = slab.slots().filter(|slot| slab.value(*slot).pending).collect();
        }
        self.newest.committed();
        self.newest_pending = self.newest.slots().filter(|slot| self.newest.value(*slot).pending).collect();
        // Windows that had closed were dropped at the next multiple; what was held back had been emitted by then.
        if clock != UNSET && !self.pending_exists() {
            self.drop_closed(clock);
            self.dropped.clear();
            self.newest.committed();
        }
        self.panes.retain(|pane| !pane.slab.is_empty());
        self.flush_at = if self.panes.is_empty() { i64::MAX } else { self.spec.emit.next_after(clock) };
        self.committed_flush_at = self.flush_at;
        self.schedule();
    }

    fn entries(&self, put: &mut dyn FnMut(&[u8], &[u8])) {
        let (mut key, mut value) = (Vec::new(), Vec::new());
        for pane in &self.panes {
            for (k, group) in pane.slab.iter() {
                key.clear();
                key.extend_from_slice(&pane.end.to_be_bytes());
                k.encode(&mut key);
                value.clear();
                group.encode(&mut value);
                put(&key, &value);
            }
        }
        for (k, newest) in self.newest.iter() {
            key.clear();
            key.extend_from_slice(&NEWEST.to_be_bytes());
            k.encode(&mut key);
            value.clear();
            (newest.time, newest.end, newest.pending).encode(&mut value);
            put(&key, &value);
        }
    }

    fn len(&self) -> usize {
        self.panes.iter().map(|pane| pane.slab.len()).sum()
    }

    fn bytes(&self) -> usize {
        let heap = |pane: &Pane<K, A>| {
            let entries = pane.slab.iter();
            // Asking each entry only where it can hold something outside itself.
            if std::mem::needs_drop::<(K, A)>() {
                entries.map(|(key, group)| key.heap() + group.heap()).sum()
            } else {
                0
            }
        };
        self.panes.iter().map(|pane| pane.slab.bytes() + heap(pane)).sum::<usize>() + self.newest.bytes()
    }
}
