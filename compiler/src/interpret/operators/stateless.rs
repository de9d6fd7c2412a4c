//! Operators that look at one row at a time: both sides of a table's change go through the same function.

use super::Cx;
use crate::interpret::dead_letter::Reason;
use crate::interpret::row::{Change, Row};

/// What becomes of one row.
pub(super) enum Verdict {
    Keep(Row),
    Filtered,
    Refused(Reason),
}

/// Applies `f` to the row, counts what becomes of it, and gives the change that its readers see.
pub(super) fn each_row(change: Change, cx: &mut Cx<'_>, f: impl Fn(&Row) -> Verdict) -> Vec<Change> {
    cx.counts().input += 1;
    // What the row was before has been counted when it came; if it failed then, nobody below has seen it.
    let before = change.before.as_ref().and_then(|row| match f(row) {
        Verdict::Keep(row) => Some(row),
        Verdict::Filtered | Verdict::Refused(_) => None,
    });
    let after = match change.after.as_ref().map(&f) {
        Some(Verdict::Keep(row)) => {
            cx.counts().used += 1;
            Some(row)
        }
        Some(Verdict::Filtered) => {
            cx.counts().filtered += 1;
            None
        }
        Some(Verdict::Refused(reason)) => {
            cx.refuse(&change, reason);
            None
        }
        None if before.is_some() => {
            cx.counts().used += 1;
            None
        }
        None => {
            cx.counts().filtered += 1;
            None
        }
    };
    if before.is_none() && after.is_none() { Vec::new() } else { vec![change.to(before, after)] }
}
