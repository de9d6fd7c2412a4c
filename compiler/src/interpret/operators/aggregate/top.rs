//! The first rows of a group: all its rows are sorted anew at every emission (spec: top.rows, top.order, top.ties, top.changes).

use super::{Group, GroupId, Kept};
use crate::interpret::evaluate::evaluate;
use crate::interpret::row::{Change, Row, Standing};
use crate::model::Value;
use crate::plan::{OrderTerm, Top};
use riparian_functions::Fail;
use std::cmp::Ordering;

/// What a row of the group is compared by, and what the table would show of it.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    columns: Vec<Value>,
    order: Vec<Value>,
}

impl Candidate {
    /// Clause by clause (spec: errors.value): the columns, then the order.
    pub(super) fn of(top: &Top, row: &Row) -> Result<Self, Fail> {
        let columns: Vec<Value> =
            top.columns.iter().map(|c| evaluate(&c.value, row)).collect::<Result<_, _>>()?;
        let order = top.order.iter().map(|term| evaluate(&term.value, row)).collect::<Result<_, _>>()?;
        Ok(Candidate { columns, order })
    }
}

impl Group {
    /// One change per place whose row is another one than readers have.
    pub(super) fn emit_top(&mut self, top: &Top, id: &GroupId, cause: &Change) -> Vec<Change> {
        self.dirty = false;
        let now = self.ranking(top, id);
        let before = std::mem::replace(&mut self.ranked, now.clone());
        let time = self.time();
        let mut out = Vec::new();
        for place in 0..now.len().max(before.len()) {
            let (old, new) = (before.get(place), now.get(place));
            if old.map(|(arrival, _)| arrival) == new.map(|(arrival, _)| arrival) {
                continue;
            }
            let (old, new) = (old.map(|(_, row)| row.clone()), new.map(|(_, row)| row.clone()));
            let time = new.as_ref().map_or(time, |row| row.time);
            out.push(Change { key: key(id, place), time, standing: Standing::No, ..cause.to(old, new) });
        }
        out
    }

    /// All rows in order, of which the first `count` are kept, with ties those that are equal to the last of them, too.
    fn ranking(&self, top: &Top, id: &GroupId) -> Vec<(u64, Row)> {
        let mut rows: Vec<(&Kept, &Candidate)> =
            self.rows.iter().filter_map(|kept| Some((kept, kept.candidate.as_ref()?))).collect();
        rows.sort_by(|(a, x), (b, y)| {
            let arrival = (a.at.time, a.at.offset, a.arrival).cmp(&(b.at.time, b.at.offset, b.arrival));
            compare(&top.order, &x.order, &y.order).then(arrival)
        });
        let count = top.count as usize;
        let last = rows.get(count.saturating_sub(1)).map(|(_, candidate)| *candidate);
        let tied = |candidate: &Candidate| {
            top.ties && last.is_some_and(|l| compare(&top.order, &l.order, &candidate.order).is_eq())
        };
        let kept = rows.into_iter().enumerate().filter(|(at, (_, c))| *at < count || tied(c));
        kept.map(|(at, (kept, candidate))| (kept.arrival, shown(top, id, at, kept.at.time, candidate)))
            .collect()
    }
}

/// The key columns, the kept ones, the rank, the window's bounds.
fn shown(top: &Top, id: &GroupId, place: usize, time: i64, candidate: &Candidate) -> Row {
    let (window, key) = id;
    let mut columns = key.clone();
    columns.extend(candidate.columns.iter().cloned());
    columns.extend(top.rank.iter().map(|_| rank(place)));
    columns.extend(window.iter().flat_map(|b| [Value::Timestamp(b.start), Value::Timestamp(b.end)]));
    Row { window: *window, ..Row::new(columns.into_iter().map(Ok), time) }
}

/// The deletes of a group that has outlived its bound.
pub(super) fn gone(ranked: &[(u64, Row)], now: i64, cause: &Change) -> Vec<Change> {
    let row = |(place, (_, row)): (usize, &(u64, Row))| {
        let mut key = cause.key.clone();
        key.push(rank(place));
        Change { key, time: now, ..cause.to(Some(row.clone()), None) }
    };
    ranked.iter().enumerate().map(row).collect()
}

/// What identifies a row of the table: its group and its place there.
fn key(id: &GroupId, place: usize) -> Vec<Value> {
    let mut key = id.1.clone();
    key.push(rank(place));
    key
}

fn rank(place: usize) -> Value {
    Value::Int(place as i64 + 1)
}

/// Term by term; what is absent comes last in either direction.
fn compare(order: &[OrderTerm], a: &[Value], b: &[Value]) -> Ordering {
    let term = |((term, a), b): ((&OrderTerm, &Value), &Value)| match (a.is_none(), b.is_none()) {
        (false, false) if term.descending => b.cmp(a),
        (false, false) => a.cmp(b),
        (a, b) => a.cmp(&b),
    };
    order.iter().zip(a).zip(b).map(term).find(|ordering| ordering.is_ne()).unwrap_or(Ordering::Equal)
}
