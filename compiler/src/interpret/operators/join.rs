//! A stream meets a table: by key as it stands, or as it was at a time (spec: join.plain, errors.key).

use super::Cx;
use super::stateless::{Verdict, each_row};
use crate::interpret::clock::Clock;
use crate::interpret::dead_letter::Reason;
use crate::interpret::evaluate::{evaluate, holds};
use crate::interpret::row::{Change, Row};
use crate::model::Value;
use crate::plan::{Expr, Join};
use riparian_functions::Fail;
use std::collections::BTreeMap;

/// The table's side: per key what held from which time on. A plain table holds one version per key.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    keys: BTreeMap<Vec<Value>, Vec<Version>>,
}

#[derive(Clone, Debug)]
struct Version {
    from: i64,
    /// `None`: deleted from then on.
    row: Option<Row>,
}

pub(super) fn process(
    join: &Join,
    table: &mut Table,
    slot: usize,
    change: Change,
    cx: &mut Cx<'_>,
) -> Vec<Change> {
    if slot == 1 {
        cx.counts().input += 1;
        cx.counts().used += 1;
        table.take(join, change);
        return Vec::new();
    }
    let clock = cx.clock;
    each_row(change, cx, |row| meet(join, table, row, clock))
}

impl Table {
    fn take(&mut self, join: &Join, change: Change) {
        let versions = self.keys.entry(change.key).or_default();
        let version = Version { from: change.time, row: change.after };
        if is_versioned(join) || change.outdated {
            // In order of event time; of two at the same time the later read one holds.
            let at = versions.partition_point(|v| v.from < version.from);
            match versions.get_mut(at) {
                Some(same) if same.from == version.from => *same = version,
                _ => versions.insert(at, version),
            }
        } else {
            // [join.plain]: a plain table goes by the order of the log. The source leaves out what is outdated.
            *versions = vec![version];
        }
    }

    /// Pruned below the clock less the history, always keeping the version that holds at that edge.
    pub(super) fn advance(&mut self, join: &Join, now: i64) {
        let Some(edge) = edge(join, Some(now)) else { return };
        for versions in self.keys.values_mut() {
            let holding = versions.partition_point(|v| v.from <= edge);
            versions.drain(..holding.saturating_sub(1));
        }
    }

    /// What holds at `time`; without a time, what holds now.
    fn row(&self, key: &[Value], time: Option<i64>) -> Option<&Row> {
        let versions = self.keys.get(key)?;
        let known = time.map_or(versions.len(), |time| versions.partition_point(|v| v.from <= time));
        versions.get(known.checked_sub(1)?)?.row.as_ref()
    }
}

fn is_versioned(join: &Join) -> bool {
    join.as_of.is_some() || join.history.is_some()
}

/// The oldest time that may be asked for.
fn edge(join: &Join, clock: Clock) -> Option<i64> {
    Some(clock?.saturating_sub(join.history?))
}

/// The stream's row with the table's, or why not. Clause by clause (spec: errors.value): `on`, `as of`, then the condition.
fn meet(join: &Join, table: &Table, row: &Row, clock: Clock) -> Verdict {
    match look_up(join, table, row, clock) {
        Ok(Found::Row(joined)) => Verdict::Keep(joined),
        // [errors.key], [join.plain]: in a left join a key without a row, and a key that is null, give the row with an absent side.
        Ok(Found::Nothing) if join.left_outer => Verdict::Keep(row.with(None)),
        Ok(Found::NullKey) if join.left_outer => Verdict::Keep(row.with(None)),
        Ok(Found::NullKey) => Verdict::Refused(Reason::Bad(Fail::NullKey)),
        // [join.plain]: what is older than the history is never silently padded.
        Ok(Found::Nothing | Found::TooOld) => Verdict::Refused(Reason::Unmatched),
        Err(fail) => Verdict::Refused(Reason::Bad(fail)),
    }
}

enum Found {
    Row(Row),
    Nothing,
    NullKey,
    TooOld,
}

fn look_up(join: &Join, table: &Table, row: &Row, clock: Clock) -> Result<Found, Fail> {
    let mut key = Vec::with_capacity(join.on.len());
    for (value, _) in &join.on {
        let value = evaluate(value, row)?;
        if value.is_none() {
            return Ok(Found::NullKey);
        }
        key.push(value);
    }
    let time = match join.as_of.as_ref().map(|e| as_of(e, row)) {
        None => None,
        Some(time) => match time? {
            None => return Ok(Found::Nothing),
            time => time,
        },
    };
    if let (Some(time), Some(edge)) = (time, edge(join, clock))
        && time < edge
    {
        return Ok(Found::TooOld);
    }
    let Some(right) = table.row(&key, time) else { return Ok(Found::Nothing) };
    let mut joined = row.clone();
    joined.bindings.extend(right.bindings.iter().cloned());
    match &join.condition {
        Some(condition) if !holds(condition, &joined)? => Ok(Found::Nothing),
        _ => Ok(Found::Row(joined)),
    }
}

fn as_of(time: &Expr, row: &Row) -> Result<Option<i64>, Fail> {
    match evaluate(time, row)? {
        Value::Timestamp(time) => Ok(Some(time)),
        Value::None => Ok(None),
        _ => Err(Fail::InvalidTime),
    }
}
