//! `where`, and `having` on a table of changes.

use super::Cx;
use super::stateless::{Verdict, each_row};
use crate::interpret::dead_letter::Reason;
use crate::interpret::evaluate::holds;
use crate::interpret::row::Change;
use crate::plan::Expr;

pub(super) fn process(condition: &Expr, change: Change, cx: &mut Cx<'_>) -> Vec<Change> {
    each_row(change, cx, |row| match holds(condition, row) {
        Ok(true) => Verdict::Keep(row.clone()),
        Ok(false) => Verdict::Filtered,
        Err(fail) => Verdict::Refused(Reason::Bad(fail)),
    })
}
