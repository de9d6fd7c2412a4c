//! Groups, perhaps in windows: rows are kept, and every result is computed anew from them (spec: window.order, group.retract, group.none).

mod emit;
mod result;
mod session;
mod top;

use super::Cx;
use crate::interpret::clock::{Clock, crosses};
use crate::interpret::dead_letter::Reason;
use crate::interpret::evaluate::{evaluate_all, evaluate_key, holds};
use crate::interpret::row::{Bounds, Change, Row, Standing};
use crate::interpret::window::{containing, is_closed};
use crate::model::Value;
use crate::plan::{Aggregate, Emit, StateBound, Window};
use riparian_functions::Fail;
use riparian_functions::catalogue::At;
use std::collections::{BTreeMap, BTreeSet};

/// The groups that are open, in the order in which they close: by window (end, then start), then by key.
#[derive(Clone, Debug, Default)]
pub(crate) struct Groups {
    groups: BTreeMap<GroupId, Group>,
    /// Rows taken so far: the order of arrival.
    taken: u64,
    newest: BTreeMap<Vec<Value>, Newest>,
}

/// What stands for a key where a windowed table is written as one row per key (spec: window.latest).
#[derive(Clone, Debug)]
struct Newest {
    /// Of its newest event; of equal times the last that came.
    time: i64,
    /// The first window that took that event.
    first: Bounds,
    /// The row that readers have of the key.
    shown: Option<Row>,
}

/// Without a window the first part is the same for all.
type GroupId = (Option<Bounds>, Vec<Value>);

#[derive(Clone, Debug, Default)]
struct Group {
    rows: Vec<Kept>,
    /// The row that readers have.
    emitted: Option<Row>,
    /// Rows that readers have of sessions that this one has absorbed, to be retracted before it is emitted (spec: window.session).
    absorbed: Vec<Row>,
    /// Of a `keep top`: the rows that readers have, by place, each with its arrival.
    ranked: Vec<(u64, Row)>,
    /// There is an update that readers have not seen (spec: window.changes).
    dirty: bool,
}

/// One row of a group.
#[derive(Clone, Debug)]
struct Kept {
    arrival: u64,
    at: At,
    /// What identifies the row on a table (spec: group.retract).
    identity: Vec<Value>,
    /// Per call its arguments; `None` where its `where:` does not hold.
    arguments: Vec<Option<Vec<Value>>>,
    /// Of a `keep top`.
    candidate: Option<top::Candidate>,
}

impl Group {
    /// [window.final]: the largest event time that contributed.
    fn time(&self) -> i64 {
        self.rows.iter().map(|row| row.at.time).max().unwrap_or(0)
    }
}

impl Groups {
    pub(super) fn process(&mut self, plan: &Aggregate, change: Change, cx: &mut Cx<'_>) -> Vec<Change> {
        cx.counts().input += 1;
        let left = change.before.as_ref().map_or(Vec::new(), |before| self.leave(plan, &change, before));
        let mut touched = left;
        match change.after.as_ref().map(|after| self.take(plan, &change, after, cx.clock)) {
            Some(Ok(entered)) => {
                cx.counts().used += 1;
                touched.extend(entered.into_iter().filter(|id| !touched.contains(id)).collect::<Vec<_>>());
            }
            Some(Err(reason)) => cx.refuse(&change, reason),
            None => cx.counts().used += 1,
        }
        self.mark(&touched);
        match plan.emit {
            Emit::Changes => touched.iter().flat_map(|id| self.emit(plan, id, &change, cx)).collect(),
            Emit::AtMostEvery(_) | Emit::Final => Vec::new(),
        }
    }

    /// Clause by clause (spec: errors.value): key, window, then the arguments of the calls. Gives the groups that the row has entered.
    fn take(
        &mut self,
        plan: &Aggregate,
        change: &Change,
        row: &Row,
        clock: Clock,
    ) -> Result<Vec<GroupId>, Reason> {
        let key = evaluate_key(&plan.key, row).map_err(Reason::Bad)?;
        let windows = open_windows(plan, row.time, clock);
        let session = match plan.window {
            Some(Window::Session { gap }) => Some(self.session(plan, gap, &key, row.time, clock)),
            _ => None,
        };
        match (&session, plan.window) {
            (Some(merged), Some(window)) if is_closed(window, merged.bounds, plan.grace, clock) => {
                return Err(Reason::Late);
            }
            (None, Some(_)) if windows.is_empty() => return Err(Reason::Late),
            _ => {}
        }
        let arguments = arguments(plan, row).map_err(Reason::Bad)?;
        let candidate = plan.top.as_ref().map(|top| top::Candidate::of(top, row)).transpose();
        let candidate = candidate.map_err(Reason::Bad)?;
        self.taken += 1;
        let offset = change.origin.as_ref().map_or(-1, |o| o.offset);
        let kept = Kept {
            arrival: self.taken,
            at: At { time: row.time, offset },
            identity: change.key.clone(),
            arguments,
            candidate,
        };
        let entered: Vec<GroupId> = match (session, plan.window) {
            (Some(merged), _) => vec![self.merge(merged, key)],
            (None, Some(_)) => windows.into_iter().map(|w| (Some(w), key.clone())).collect(),
            (None, None) => vec![(None, key)],
        };
        if let Some((Some(first), key)) = entered.first()
            && self.newest.get(key).is_none_or(|newest| newest.time <= row.time)
        {
            let shown = self.newest.remove(key).and_then(|newest| newest.shown);
            self.newest.insert(key.clone(), Newest { time: row.time, first: *first, shown });
        }
        for id in &entered {
            self.groups.entry(id.clone()).or_default().rows.push(kept.clone());
        }
        Ok(entered)
    }

    /// [group.retract]: the old row leaves its groups. Gives those that are still open.
    fn leave(&mut self, plan: &Aggregate, change: &Change, before: &Row) -> Vec<GroupId> {
        let Ok(key) = evaluate_key(&plan.key, before) else { return Vec::new() };
        let mut left = Vec::new();
        for (id, group) in &mut self.groups {
            let here = |kept: &Kept| kept.identity == change.key && kept.at.time == before.time;
            if id.1 == key
                && let Some(at) = group.rows.iter().position(here)
            {
                group.rows.remove(at);
                left.push(id.clone());
            }
        }
        left
    }

    fn mark(&mut self, touched: &[GroupId]) {
        for id in touched {
            if let Some(group) = self.groups.get_mut(id) {
                group.dirty = true;
            }
        }
    }

    /// First what `at most every` owes at this crossing, then windows close, each in order of (end, start, key).
    pub(super) fn advance(
        &mut self,
        plan: &Aggregate,
        before: Clock,
        now: i64,
        cx: &mut Cx<'_>,
    ) -> Vec<Change> {
        let mut out = Vec::new();
        if let Emit::AtMostEvery(every) = plan.emit
            && crosses(before, now, every)
        {
            out.extend(self.flush(plan, cx));
        }
        out.extend(self.close(plan, now, cx));
        out
    }

    /// [window.changes]: when all inputs are idle, what is held back goes out.
    pub(super) fn idle(&mut self, plan: &Aggregate, cx: &mut Cx<'_>) -> Vec<Change> {
        match plan.emit {
            Emit::AtMostEvery(_) => self.flush(plan, cx),
            Emit::Changes | Emit::Final => Vec::new(),
        }
    }

    fn flush(&mut self, plan: &Aggregate, cx: &mut Cx<'_>) -> Vec<Change> {
        let dirty: Vec<GroupId> =
            self.groups.iter().filter(|(_, g)| g.dirty).map(|(id, _)| id.clone()).collect();
        dirty.iter().flat_map(|id| self.emit(plan, id, &by_the_clock(id), cx)).collect()
    }

    fn close(&mut self, plan: &Aggregate, now: i64, cx: &mut Cx<'_>) -> Vec<Change> {
        let closing = |(id, group): (&GroupId, &Group)| match (plan.window, id.0, plan.bound) {
            (Some(window), Some(bounds), _) => {
                is_closed(window, bounds, plan.grace, Some(now)).then_some(bounds.end)
            }
            (None, _, StateBound::Ttl(ttl)) => {
                let end = group.time().saturating_add(ttl);
                (end <= now).then_some(end)
            }
            _ => None,
        };
        let mut closing: Vec<(i64, GroupId)> =
            self.groups.iter().filter_map(|(id, g)| closing((id, g)).map(|end| (end, id.clone()))).collect();
        closing.sort();
        let mut out = Vec::new();
        for (_, id) in closing {
            let cause = by_the_clock(&id);
            let dirty = self.groups.get(&id).is_some_and(|g| g.dirty);
            // [window.final]: each closed window once. [window.changes]: what is held back always ends with the last value.
            if dirty && plan.emit != Emit::Changes {
                out.extend(self.emit(plan, &id, &cause, cx));
            }
            let group = self.groups.remove(&id);
            // A group that has outlived its bound is deleted, as an empty one is (spec: group.retract). A closed window is a fact.
            let Some(group) = group.filter(|_| plan.window.is_none()) else { continue };
            out.extend(top::gone(&group.ranked, now, &cause));
            if let Some(emitted) = group.emitted {
                out.push(Change { time: now, ..cause.to(Some(emitted), None) });
            }
        }
        let open: BTreeSet<&Vec<Value>> = self.groups.keys().map(|(_, key)| key).collect();
        self.newest.retain(|key, _| open.contains(key));
        out
    }
}

/// The windows that take a record of this time at this clock: a record of a hopping window is late only if all are closed.
fn open_windows(plan: &Aggregate, time: i64, clock: Clock) -> Vec<Bounds> {
    let Some(window) = plan.window else { return Vec::new() };
    containing(window, time).into_iter().filter(|b| !is_closed(window, *b, plan.grace, clock)).collect()
}

fn arguments(plan: &Aggregate, row: &Row) -> Result<Vec<Option<Vec<Value>>>, Fail> {
    let of_call = |call: &crate::plan::AggregateCall| match &call.filter {
        Some(filter) if !holds(filter, row)? => Ok(None),
        _ => evaluate_all(&call.arguments, row).map(Some),
    };
    plan.calls.iter().map(of_call).collect()
}

/// A change that no record has caused.
fn by_the_clock(id: &GroupId) -> Change {
    Change {
        origin: None,
        key: id.1.clone(),
        time: 0,
        before: None,
        after: None,
        outdated: false,
        standing: Standing::No,
    }
}
