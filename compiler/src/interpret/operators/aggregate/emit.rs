//! What readers of a table learn of one group (SEMANTICS W3, W5, W6, A3).

use super::{GroupId, Groups};
use crate::interpret::operators::Cx;
use crate::interpret::row::{Bounds, Change};
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
        let newest = self.newest.get(&id.1).copied();
        let Some(group) = self.groups.get_mut(id) else { return Vec::new() };
        let standing = stands(plan, newest, id, group.time());
        group.dirty = false;
        let time = group.time();
        let tell = |before, after| Change { key: id.1.clone(), time, standing, ..cause.to(before, after) };
        let mut out: Vec<Change> =
            std::mem::take(&mut group.absorbed).into_iter().map(|row| tell(Some(row), None)).collect();
        match group.result(plan, id) {
            Ok(after) => {
                let before = std::mem::replace(&mut group.emitted, after.clone());
                if before.is_some() || after.is_some() {
                    out.push(tell(before, after));
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

/// W8: whether the group's window is the one whose row stands for its key. While changes flow it is the first window
/// that took the key's newest event; a closed window is final, so there it is the first that contains its own newest.
fn stands(plan: &Aggregate, newest: Option<(i64, Bounds)>, id: &GroupId, time: i64) -> bool {
    let (Some(window), Some(bounds)) = (plan.window, id.0) else { return true };
    match (window, plan.emit, newest) {
        (Window::Session { .. }, _, Some((newest, _))) => time >= newest,
        (_, Emit::Final, _) => containing(window, time).first() == Some(&bounds),
        (_, _, Some((_, first))) => first == bounds,
        (_, _, None) => true,
    }
}
