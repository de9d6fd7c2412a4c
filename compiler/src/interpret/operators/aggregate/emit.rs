//! What readers of a table learn of one group (spec: window.session, window.final, window.changes, group.retract).

use super::{GroupId, Groups, Newest};
use crate::interpret::operators::Cx;
use crate::interpret::row::{Change, Row, Standing};
use crate::interpret::window::containing;
use crate::plan::{Aggregate, Emit, Window};

impl Groups {
    /// Retracts what the group has absorbed, then gives its result: a new row, an update, or a delete where readers had
    /// a row and now there is none (the group is empty, or `having` holds no longer).
    pub(super) fn emit(
        &mut self,
        plan: &Aggregate,
        id: &GroupId,
        cause: &Change,
        cx: &mut Cx<'_>,
    ) -> Vec<Change> {
        if let Some(top) = &plan.top {
            return self.groups.get_mut(id).map_or_else(Vec::new, |group| group.emit_top(top, id, cause));
        }
        let Some(group) = self.groups.get_mut(id) else { return Vec::new() };
        group.dirty = false;
        let time = group.time();
        let newest = self.newest.get_mut(&id.1).filter(|newest| stands(plan, newest, id, time));
        let tell =
            |before, after, standing| Change { key: id.1.clone(), time, standing, ..cause.to(before, after) };
        // What is absorbed never stands for its key: the merged session does.
        // It goes with its own time: nothing took its place, the merged session is another row.
        let absorbed = std::mem::take(&mut group.absorbed).into_iter();
        let retract = |row: Row| Change { time: row.time, ..tell(Some(row), None, Standing::No) };
        let mut out: Vec<Change> = absorbed.map(retract).collect();
        match group.result(plan, id) {
            Ok(after) => {
                let before = std::mem::replace(&mut group.emitted, after.clone());
                let standing = match newest {
                    Some(newest) => Standing::Replaces(std::mem::replace(&mut newest.shown, after.clone())),
                    None if plan.window.is_none() => Standing::Replaces(before.clone()),
                    None => Standing::No,
                };
                if before.is_some() || after.is_some() || matches!(standing, Standing::Replaces(Some(_))) {
                    out.push(tell(before, after, standing));
                }
            }
            Err(fail) => cx.refuse_result(cause, fail),
        }
        if group.rows.is_empty() {
            self.groups.remove(id);
        }
        out
    }
}

/// [window.latest]: whether the group's window is the one whose row stands for its key. While changes flow it is the first window
/// that took the key's newest event; a closed window is final, so there it is the first that contains its own newest.
fn stands(plan: &Aggregate, newest: &Newest, id: &GroupId, time: i64) -> bool {
    match (plan.window, id.0, plan.emit) {
        (Some(Window::Session { .. }), _, _) => time >= newest.time,
        (Some(window), bounds, Emit::Final) => containing(window, time).first().copied() == bounds,
        (_, bounds, _) => bounds == Some(newest.first),
    }
}
