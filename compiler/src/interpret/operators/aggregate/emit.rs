//! What readers of a table learn of one group (SEMANTICS W3, W5, W6, A3).

use super::{GroupId, Groups};
use crate::interpret::operators::Cx;
use crate::interpret::row::Change;
use crate::plan::Aggregate;

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
        let Some(group) = self.groups.get_mut(id) else { return Vec::new() };
        group.dirty = false;
        let time = group.time();
        let tell = |before, after| Change { key: id.1.clone(), time, ..cause.to(before, after) };
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
