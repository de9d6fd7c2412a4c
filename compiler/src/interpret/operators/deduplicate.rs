//! `keep first within D`: a record passes unless one of its key has passed at most D before or after it.

use super::Cx;
use crate::interpret::dead_letter::Reason;
use crate::interpret::evaluate::evaluate_key;
use crate::interpret::row::Change;
use crate::model::Value;
use crate::plan::Deduplicate;
use std::collections::BTreeMap;

/// Per key the times of the records that passed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    passed: BTreeMap<Vec<Value>, Vec<i64>>,
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
        // [time.late]: what it might repeat may have been forgotten. The end is inclusive.
        if let (Some(within), Some(clock)) = (plan.within, cx.clock)
            && time.saturating_add(within) < clock
        {
            cx.refuse(&change, Reason::Late);
            return Vec::new();
        }
        let passed = self.passed.entry(key).or_default();
        if passed.iter().any(|earlier| near(plan, *earlier, time)) {
            cx.counts().filtered += 1;
            return Vec::new();
        }
        passed.push(time);
        cx.counts().used += 1;
        vec![change]
    }

    /// Forgets what nothing can repeat any more.
    pub(super) fn advance(&mut self, plan: &Deduplicate, now: i64) {
        let Some(within) = plan.within else { return };
        // A record that is not late is at most `within` behind the clock and may repeat one `within` before it.
        for times in self.passed.values_mut() {
            times.retain(|time| time.saturating_add(within).saturating_add(within) >= now);
        }
        self.passed.retain(|_, times| !times.is_empty());
    }
}

fn near(plan: &Deduplicate, a: i64, b: i64) -> bool {
    plan.within.is_none_or(|within| a.abs_diff(b) <= within.unsigned_abs())
}
