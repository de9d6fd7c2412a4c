//! Two streams meet: rows that are equal in something, within a span of time (spec: join.within, join.alone, join.late).
//!
//! Every row that may still meet another is in one list, and what comes is compared with all of it.

use super::Cx;
use crate::interpret::clock::Clock;
use crate::interpret::dead_letter::Reason;
use crate::interpret::evaluate::{evaluate, holds};
use crate::interpret::row::{Change, Row};
use crate::model::Value;
use crate::plan::{JoinSide, Operator, StreamJoin};
use riparian_functions::Fail;

/// The rows of both sides that are kept, in order of arrival.
#[derive(Clone, Debug, Default)]
pub(crate) struct Waiting {
    rows: Vec<Kept>,
}

#[derive(Clone, Debug)]
struct Kept {
    side: JoinSide,
    key: Vec<Value>,
    row: Row,
    /// It has met somebody.
    met: bool,
    change: Change,
}

impl Waiting {
    pub(super) fn process(
        &mut self,
        operator: &Operator,
        join: &StreamJoin,
        slot: usize,
        change: Change,
        cx: &mut Cx<'_>,
    ) -> Vec<Change> {
        cx.counts().input += 1;
        let side = JoinSide::of(slot);
        let Some(row) = change.after.clone() else {
            cx.counts().filtered += 1;
            return Vec::new();
        };
        let key = match join.keys(side).map(|value| evaluate(value, &row)).collect::<Result<Vec<_>, _>>() {
            Ok(key) => key,
            Err(fail) => {
                cx.refuse(&change, Reason::Bad(fail));
                return Vec::new();
            }
        };
        if key.iter().any(Value::is_none) {
            return without_key(operator, join, side, &change, &row, cx);
        }
        let mut pairs = Vec::new();
        let mut met = false;
        for at in self.partners(join, side, &key, row.time) {
            let other = &self.rows[at].row;
            let pair = match side {
                JoinSide::Left => beside(&row, other),
                JoinSide::Right => beside(other, &row),
            };
            match join.condition.as_ref().map_or(Ok(true), |condition| holds(condition, &pair)) {
                Ok(true) => {
                    met = true;
                    self.rows[at].met = true;
                    pairs.push(Ok(pair));
                }
                Ok(false) => {}
                Err(fail) => pairs.push(Err(fail)),
            }
        }
        let late = has_passed(row.time, join.open(side), cx.clock);
        if late && pairs.is_empty() {
            cx.refuse(&change, Reason::Late);
            return Vec::new();
        }
        if !late {
            self.rows.push(Kept { side, key, row, met, change: change.clone() });
        }
        hand_on(pairs, &change, cx)
    }

    /// The rows of the other side with this key in the span of time: by time, of one time by arrival.
    fn partners(&self, join: &StreamJoin, side: JoinSide, key: &[Value], time: i64) -> Vec<usize> {
        let (from, to) = join.partners(side, time);
        let is = |kept: &Kept| kept.side != side && kept.key == key && (from..=to).contains(&kept.row.time);
        let mut found: Vec<usize> = (0..self.rows.len()).filter(|at| is(&self.rows[*at])).collect();
        found.sort_by_key(|at| self.rows[*at].row.time);
        found
    }

    /// [join.alone]: what can meet nobody any more goes; if it never has and its side is outer, it comes out alone. By
    /// the time at which that was so, the left first, then by key.
    pub(super) fn advance(
        &mut self,
        operator: &Operator,
        join: &StreamJoin,
        now: i64,
        cx: &mut Cx<'_>,
    ) -> Vec<Change> {
        let alone = |kept: &Kept| join.is_outer(kept.side) && !kept.met;
        let span = |kept: &Kept| if alone(kept) { join.open(kept.side) } else { join.kept() };
        let (mut gone, stay): (Vec<Kept>, Vec<Kept>) = std::mem::take(&mut self.rows)
            .into_iter()
            .partition(|kept| has_passed(kept.row.time, span(kept), Some(now)));
        self.rows = stay;
        gone.retain(alone);
        gone.sort_by(|a, b| {
            let order = |kept: &Kept| (kept.row.time.saturating_add(span(kept)), kept.side);
            order(a).cmp(&order(b)).then_with(|| a.key.cmp(&b.key))
        });
        cx.counts().fan_out += gone.len() as u64;
        cx.counts().used += gone.len() as u64;
        let out = gone.into_iter().map(|kept| {
            // No record causes it, but the clock.
            let row = padded(operator, kept.side, &kept.row);
            Change { origin: None, ..kept.change.to(None, Some(row)) }
        });
        out.collect()
    }
}

/// The clock is past a span, its end included, that begins at a time.
fn has_passed(time: i64, span: i64, clock: Clock) -> bool {
    clock.is_some_and(|clock| time.saturating_add(span) < clock)
}

/// [join.null-key]: it can meet nobody.
fn without_key(
    operator: &Operator,
    join: &StreamJoin,
    side: JoinSide,
    change: &Change,
    row: &Row,
    cx: &mut Cx<'_>,
) -> Vec<Change> {
    if join.is_outer(side) {
        cx.counts().used += 1;
        return vec![change.to(None, Some(padded(operator, side, row)))];
    }
    if join.left_outer || join.right_outer {
        cx.counts().filtered += 1;
    } else {
        cx.refuse(change, Reason::Bad(Fail::NullKey));
    }
    Vec::new()
}

/// Each pair is a row of the record that made it.
fn hand_on(pairs: Vec<Result<Row, Fail>>, change: &Change, cx: &mut Cx<'_>) -> Vec<Change> {
    match pairs.len() as u64 {
        // It waits.
        0 => cx.counts().used += 1,
        made => cx.counts().fan_out += made - 1,
    }
    let mut out = Vec::new();
    for pair in pairs {
        match pair {
            Ok(row) => {
                cx.counts().used += 1;
                out.push(Change { time: row.time, ..change.to(None, Some(row)) });
            }
            Err(fail) => cx.refuse(change, Reason::Bad(fail)),
        }
    }
    out
}

/// The left row and the right one, with the later of their times.
fn beside(left: &Row, right: &Row) -> Row {
    let mut row = left.clone();
    row.bindings.extend(right.bindings.iter().cloned());
    row.time = left.time.max(right.time);
    row
}

/// A row of one side, the other absent, with its own time.
fn padded(operator: &Operator, side: JoinSide, row: &Row) -> Row {
    let absent = vec![None; operator.scope.bindings.len().saturating_sub(row.bindings.len())];
    let own = row.bindings.iter().cloned();
    let bindings = match side {
        JoinSide::Left => own.chain(absent).collect(),
        JoinSide::Right => absent.into_iter().chain(own).collect(),
    };
    Row { bindings, ..row.clone() }
}
