//! Sessions: events of one key at most `gap` apart, inclusive, belong together (spec: window.session).
//!
//! The entry of a key is the short list of its open sessions. What the disk sees of it is in [`kept`].

mod kept;

use super::codec::{Key, State, duration};
use super::emit::{Change, Emit, tell};
use super::slab::{Slab, hash};
use super::timers::Timers;
use super::window::Window;
use super::windowed::Updated;
use crate::context::Cx;
use crate::fail::Reject;
use crate::record::Record;
use riparian_functions::Fail;

/// What a table of sessions is. Durations in microseconds.
#[derive(Clone, Copy, Debug)]
pub struct SessionsSpec {
    /// The node.
    pub name: &'static str,
    pub gap: i64,
    /// How long after a session could have gone on records still count.
    pub grace: i64,
    pub emit: Emit,
    /// One row per key: that of its newest session (spec: window.latest).
    pub latest: bool,
}

/// Both bounds are events.
#[derive(Clone, Debug)]
struct Session<A> {
    first: i64,
    last: i64,
    pending: bool,
    /// Readers have its row; under `latest window`, of a key's newest session: a row of the key.
    shown: bool,
    /// Sessions that this one has absorbed and that readers still have.
    absorbed: Vec<Window>,
    value: A,
}

impl<A> Session<A> {
    fn window(&self) -> Window {
        Window { start: self.first, end: self.last }
    }
}

/// First and last event of the session that an event and those near it become.
fn joined<A>(near: &[Session<A>], time: i64) -> (i64, i64) {
    let first = near.first().map_or(time, |session| session.first.min(time));
    (first, near.last().map_or(time, |session| session.last.max(time)))
}

/// Sessions of `K`.
#[derive(Debug)]
pub struct Sessions<K, A> {
    spec: SessionsSpec,
    layout: String,
    /// Ascending, never empty.
    slab: Slab<K, Vec<Session<A>>>,
    /// Slots that may hold sessions that are held back; the flag in the session decides.
    pending: Vec<u32>,
    changed: Option<(u32, Window)>,
    /// When to look whether a session has closed.
    closing: Timers,
    flush_at: i64,
    committed_flush_at: i64,
}

impl<K: Key, A: State + Default> Sessions<K, A> {
    pub fn new(spec: SessionsSpec) -> Self {
        let mut layout = String::from("session gap ");
        duration(&mut layout, spec.gap);
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
        Sessions {
            spec,
            layout,
            slab: Slab::default(),
            pending: Vec::new(),
            changed: None,
            closing: Timers::default(),
            flush_at: i64::MAX,
            committed_flush_at: i64::MAX,
        }
    }

    /// The next clock at which [`Sessions::advance`] has something to do.
    #[inline]
    pub fn deadline(&self) -> i64 {
        self.flush_at.min(self.closing.next())
    }

    /// The first clock at which a session with this last event has closed: [time.late], with an inclusive end.
    fn closes(&self, last: i64) -> i64 {
        last.saturating_add(self.spec.gap).saturating_add(self.spec.grace).saturating_add(1)
    }

    /// Whether the session that a record of `key` with event time `time` would belong to has closed: then it is late,
    /// whatever is in it.
    pub fn is_late(&self, key: &K, time: i64, clock: i64) -> bool {
        // A record that is not late by itself cannot be in a merged session, whose end is no earlier.
        if self.closes(time) > clock {
            return false;
        }
        let open = self.slab.find(hash(key), key).map_or(&[][..], |slot| self.slab.value(slot));
        self.closes(joined(&open[self.near(open, time)], time).1) <= clock
    }

    /// The open sessions that an event joins.
    fn near(&self, open: &[Session<A>], time: i64) -> std::ops::Range<usize> {
        let from = open.partition_point(|session| session.last.saturating_add(self.spec.gap) < time);
        let to = open.partition_point(|session| session.first.saturating_sub(self.spec.gap) <= time);
        from..to.max(from)
    }

    /// Adds a record with event time `time` to the session of `key` that it belongs to; `merge` adds the second
    /// session's accumulators to the first's where the record joins them. If a call fails, nothing has changed.
    /// [`Sessions::emit`] comes next.
    pub fn update(
        &mut self,
        key: &K,
        time: i64,
        clock: i64,
        add: impl FnOnce(&mut A) -> Result<(), Fail>,
        mut merge: impl FnMut(&mut A, &A) -> Result<(), Fail>,
    ) -> Result<Updated, Fail> {
        self.changed = None;
        let hash = hash(key);
        let known = self.slab.find(hash, key);
        let open: &[Session<A>] = known.map_or(&[], |slot| self.slab.value(slot));
        let range = self.near(open, time);
        let near = &open[range.clone()];
        let (first, last) = joined(near, time);
        let mut merged = Session {
            first,
            last,
            pending: false,
            shown: false,
            absorbed: Vec::new(),
            value: near.first().map_or_else(A::default, |session| session.value.clone()),
        };
        if self.closes(merged.last) <= clock {
            return Ok(Updated::Late);
        }
        for session in near.iter().skip(1) {
            merge(&mut merged.value, &session.value)?;
        }
        add(&mut merged.value)?;
        for session in near {
            merged.pending |= session.pending;
            if self.spec.latest {
                continue;
            }
            merged.absorbed.extend_from_slice(&session.absorbed);
            if session.window() == merged.window() {
                merged.shown = session.shown;
            } else if session.shown {
                merged.absorbed.push(session.window());
            }
        }
        if self.spec.latest && range.end == open.len() {
            // The newest session's row takes the place of the one that stood for the key.
            merged.shown = open.last().is_some_and(|session| session.shown);
        }
        let held_back = matches!(self.spec.emit, Emit::AtMostEvery(_));
        let newly_pending = held_back && !merged.pending;
        merged.pending |= held_back;
        let (is_new, window, near) = (near.is_empty(), merged.window(), range);
        let slot = match known {
            Some(slot) => {
                let open = self.slab.change(slot);
                if near.len() == 1 {
                    open[near.start] = merged;
                } else {
                    open.splice(near, [merged]);
                }
                slot
            }
            None => self.slab.insert(hash, key, vec![merged]),
        };
        if is_new {
            self.closing.set(self.closes(window.end), slot);
        }
        if newly_pending {
            self.pending.push(slot);
            if self.flush_at == i64::MAX {
                self.flush_at = self.spec.emit.next_after(clock);
            }
        }
        if self.spec.emit == Emit::Changes {
            self.changed = Some((slot, window));
        }
        Ok(Updated::Used)
    }

    /// Emits what the last [`Sessions::update`] changed, on account of `record`; nothing unless `emit changes`. The
    /// sessions that were absorbed are retracted first.
    #[inline]
    pub fn emit(
        &mut self,
        record: &Record<'_>,
        cx: &mut Cx<'_>,
        mut emit: impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<bool, Reject>,
    ) {
        if let Some((slot, window)) = self.changed.take() {
            self.emit_row(slot, window, Some(record), cx, &mut emit);
        }
    }

    /// Retracts what a session has absorbed, emits it, and keeps whether readers have it now.
    fn emit_row(
        &mut self,
        slot: u32,
        window: Window,
        cause: Option<&Record<'_>>,
        cx: &mut Cx<'_>,
        emit: &mut impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<bool, Reject>,
    ) {
        let Some(index) = self.slab.value(slot).iter().position(|session| session.window() == window) else {
            return;
        };
        if self.spec.latest && index + 1 < self.slab.value(slot).len() {
            // Another session stands for the key.
            self.slab.change(slot)[index].pending = false;
            return;
        }
        let session = &self.slab.value(slot)[index];
        let key = self.slab.key(slot);
        let mut absorbed = session.absorbed.clone();
        absorbed.sort_unstable_by_key(|window| (window.end, window.start));
        for window in absorbed {
            // With its own time, which is its last event: the merged session is another row.
            let gone = Change { key, window, group: None, last: None, time: window.end, shown: true };
            tell(&gone, cause, cx, emit);
        }
        let change = Change {
            key,
            window,
            group: Some(&session.value),
            last: None,
            time: session.last,
            shown: session.shown,
        };
        let now = tell(&change, cause, cx, emit);
        if now != session.shown || session.pending || !session.absorbed.is_empty() {
            let session = &mut self.slab.change(slot)[index];
            session.shown = now;
            session.pending = false;
            session.absorbed.clear();
        }
    }

    /// The clock has reached [`Sessions::deadline`]: first what is held back and due, then sessions close; rows by
    /// last event, first event, then key.
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
        let mut closing: Vec<(Window, u32, bool)> = Vec::new();
        let due = self.closing.due(clock);
        for slot in due.iter().copied().filter(|slot| self.slab.holds(*slot)) {
            for session in self.slab.value(slot) {
                let at = self.closes(session.last);
                if at <= clock {
                    closing.push((session.window(), slot, session.pending));
                } else {
                    self.closing.set(at, slot);
                }
            }
        }
        self.sort(&mut closing);
        for (window, slot, pending) in &closing {
            if self.spec.emit == Emit::Final || *pending {
                self.emit_row(*slot, *window, None, cx, &mut emit);
            }
        }
        for (window, slot, _) in closing {
            let open = self.slab.change(slot);
            open.retain(|session| session.window() != window);
            if open.is_empty() {
                self.slab.remove(slot);
            }
        }
    }

    fn sort(&self, rows: &mut [(Window, u32, bool)]) {
        rows.sort_unstable_by(|(a, a_slot, _), (b, b_slot, _)| {
            let order = (a.end, a.start).cmp(&(b.end, b.start));
            order.then_with(|| self.slab.key(*a_slot).cmp(self.slab.key(*b_slot)))
        });
    }

    /// All inputs are idle: emits what is held back.
    pub fn idle(
        &mut self,
        cx: &mut Cx<'_>,
        mut emit: impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<bool, Reject>,
    ) {
        let mut slots = std::mem::take(&mut self.pending);
        slots.sort_unstable();
        slots.dedup();
        let mut due: Vec<(Window, u32, bool)> = Vec::new();
        for slot in slots.into_iter().filter(|slot| self.slab.holds(*slot)) {
            let held_back = self.slab.value(slot).iter().filter(|session| session.pending);
            due.extend(held_back.map(|session| (session.window(), slot, true)));
        }
        self.sort(&mut due);
        for (window, slot, _) in due {
            self.emit_row(slot, window, None, cx, &mut emit);
        }
    }
}
