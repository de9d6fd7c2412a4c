//! `latest window`: a windowed table as one row per key (SEMANTICS W8).

use crate::interpret::row::{Change, Row};
use crate::model::Value;
use std::collections::BTreeMap;

/// Per key the rows of the windows that contain its newest event.
#[derive(Clone, Debug, Default)]
pub(crate) struct Windows {
    keys: BTreeMap<Vec<Value>, Key>,
}

#[derive(Clone, Debug, Default)]
struct Key {
    /// The largest event time of all rows seen.
    newest: i64,
    /// By the window's start: the first is the chosen one.
    rows: BTreeMap<i64, Row>,
}

impl Windows {
    /// What the change of one window's row does to the one row of its key: nothing, an update or a delete.
    pub(super) fn choose(&mut self, change: Change) -> Option<Change> {
        let touched = change.after.as_ref().or(change.before.as_ref())?;
        let Some(window) = touched.window else { return Some(change) };
        let key = self.keys.entry(change.key.clone()).or_default();
        let before = key.rows.values().next().cloned();
        match &change.after {
            Some(row) => {
                key.newest = key.newest.max(row.time);
                key.rows.insert(window.start, row.clone());
            }
            None => {
                key.rows.remove(&window.start);
            }
        }
        // The newest event does not move back: what does not contain it now never will again.
        let newest = key.newest;
        key.rows.retain(|_, row| contains(row, newest));
        let after = key.rows.values().next().cloned();
        let is_chosen = |row: &Option<Row>| row.as_ref().is_some_and(|r| r.window == Some(window));
        let moved = before.as_ref().map(|r| r.window) != after.as_ref().map(|r| r.window);
        (moved || is_chosen(&after)).then(|| change.to(before, after))
    }
}

/// Whether the row's window contains a time. A session ends at its last event, which it holds; the end of an aligned
/// window is exclusive, and none of its events stands there.
fn contains(row: &Row, time: i64) -> bool {
    row.window.is_none_or(|w| w.start <= time && (time < w.end || (time == w.end && row.time == w.end)))
}
