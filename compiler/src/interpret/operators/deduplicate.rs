//! `keep first within D`: a record passes unless one of its key has passed at most D before or after it.

use super::Cx;
use crate::interpret::dead_letter::Reason;
use crate::interpret::evaluate::evaluate_key;
use crate::interpret::row::Change;
use crate::model::Value;
use crate::plan::Deduplicate;
use std::collections::BTreeMap;

/// Per key the times of the records that passed, and of `keep last` the newest record that waits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    passed: BTreeMap<Vec<Value>, Vec<i64>>,
    waiting: BTreeMap<Vec<Value>, Vec<Change>>,
}

impl Seen {
    pub(super) fn process(&mut self, plan: &Deduplicate, change: Change, cx: &mut Cx<'_>) -> Vec<Change> {
        cx.counts().input += 1;
        let Some(row) = &change.after else {
            cx.counts().filtered += 1;
            return Vec::new();
        };
        let key = match evaluate_key(&plan.key, row) {
            Ok(key) => key,
            Err(fail) => {
                cx.refuse(&change, Reason::Bad(fail));
                return Vec::new();
            }
        };
        let time = row.time;
        // T7: what it might repeat may have been forgotten. The end is inclusive.
        if let (Some(within), Some(clock)) = (plan.within, cx.clock)
            && time.saturating_add(within) < clock
        {
            cx.refuse(&change, Reason::Late);
            return Vec::new();
        }
        if plan.first { self.first(plan, key, time, change, cx) } else { self.last(plan, key, change, cx) }
    }

    fn first(
        &mut self,
        plan: &Deduplicate,
        key: Vec<Value>,
        time: i64,
        change: Change,
        cx: &mut Cx<'_>,
    ) -> Vec<Change> {
        let passed = self.passed.entry(key).or_default();
        if passed.iter().any(|earlier| near(plan, *earlier, time)) {
            cx.counts().filtered += 1;
            return Vec::new();
        }
        passed.push(time);
        cx.counts().used += 1;
        vec![change]
    }

    /// The newest of a run of records, each at most D from the next, passes when the clock has left the run behind.
    fn last(&mut self, plan: &Deduplicate, key: Vec<Value>, change: Change, cx: &mut Cx<'_>) -> Vec<Change> {
        let runs = self.waiting.entry(key).or_default();
        let (mut near_by, rest): (Vec<Change>, Vec<Change>) =
            std::mem::take(runs).into_iter().partition(|held| near(plan, held.time, change.time));
        *runs = rest;
        near_by.push(change);
        cx.counts().filtered += near_by.len() as u64 - 1;
        // Every record is counted used once it waits; one that a newer replaces is counted filtered instead.
        cx.counts().used += 1;
        cx.counts().used -= near_by.len() as u64 - 1;
        // Of equal times the later read one is the newer.
        if let Some(newest) = near_by.into_iter().max_by_key(|held| held.time) {
            runs.push(newest);
        }
        Vec::new()
    }

    pub(super) fn advance(&mut self, plan: &Deduplicate, now: i64) -> Vec<Change> {
        let Some(within) = plan.within else { return Vec::new() };
        // A record that is not late is at most `within` behind the clock and may repeat one `within` before it.
        for times in self.passed.values_mut() {
            times.retain(|time| time.saturating_add(within).saturating_add(within) >= now);
        }
        self.passed.retain(|_, times| !times.is_empty());
        let mut due: Vec<(i64, Vec<Value>, Change)> = Vec::new();
        for (key, runs) in &mut self.waiting {
            let (done, open): (Vec<Change>, Vec<Change>) =
                std::mem::take(runs).into_iter().partition(|held| held.time.saturating_add(within) < now);
            *runs = open;
            due.extend(done.into_iter().map(|held| (held.time, key.clone(), held)));
        }
        self.waiting.retain(|_, runs| !runs.is_empty());
        due.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        due.into_iter().map(|(_, _, held)| held).collect()
    }
}

fn near(plan: &Deduplicate, a: i64, b: i64) -> bool {
    plan.within.is_none_or(|within| a.abs_diff(b) <= within.unsigned_abs())
}
