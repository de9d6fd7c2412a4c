//! Sessions merge by definition: events of one key at most `gap` apart, inclusive, are one session (spec: window.session).

use super::{Group, GroupId, Groups};
use crate::interpret::clock::Clock;
use crate::interpret::row::Bounds;
use crate::interpret::window::is_closed;
use crate::model::Value;
use crate::plan::{Aggregate, Window};

/// What a session would be with one more event in it.
pub(super) struct Merged {
    pub bounds: Bounds,
    absorbed: Vec<GroupId>,
}

impl Groups {
    /// The session that an event belongs to: itself and every session of the key that it is near to.
    /// One that has closed takes nothing any more.
    pub(super) fn session(
        &self,
        plan: &Aggregate,
        gap: i64,
        key: &[Value],
        time: i64,
        clock: Clock,
    ) -> Merged {
        let open = |bounds: Bounds| !is_closed(Window::Session { gap }, bounds, plan.grace, clock);
        let near = |bounds: &Bounds| {
            time >= bounds.start.saturating_sub(gap) && time <= bounds.end.saturating_add(gap)
        };
        let absorbed: Vec<GroupId> = self
            .groups
            .keys()
            .filter(|(bounds, of)| of == key && bounds.is_some_and(|b| near(&b) && open(b)))
            .cloned()
            .collect();
        let all = || absorbed.iter().filter_map(|(bounds, _)| *bounds);
        let start = all().map(|b| b.start).fold(time, i64::min);
        let end = all().map(|b| b.end).fold(time, i64::max);
        Merged { bounds: Bounds { start, end }, absorbed }
    }

    /// Puts the absorbed sessions together. What readers have of them is to be retracted, in the order in which they
    /// would have closed; a session whose bounds stay is only updated.
    pub(super) fn merge(&mut self, merged: Merged, key: Vec<Value>) -> GroupId {
        let id = (Some(merged.bounds), key);
        let mut whole = Group::default();
        for old in merged.absorbed {
            let Some(group) = self.groups.remove(&old) else { continue };
            whole.rows.extend(group.rows);
            whole.absorbed.extend(group.absorbed);
            if old == id {
                whole.emitted = group.emitted;
            } else {
                whole.absorbed.extend(group.emitted);
            }
        }
        whole.rows.sort_by_key(|row| row.arrival);
        whole.absorbed.sort_by_key(|row| row.window);
        self.groups.insert(id.clone(), whole);
        id
    }
}
