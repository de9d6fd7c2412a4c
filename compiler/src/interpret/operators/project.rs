//! `select` of a stream.

use super::Cx;
use super::stateless::{Verdict, each_row};
use crate::interpret::dead_letter::Reason;
use crate::interpret::evaluate::evaluate_all;
use crate::interpret::row::{Change, Row};
use crate::plan::Expr;

pub(super) fn process(columns: &[Expr], change: Change, cx: &mut Cx<'_>) -> Vec<Change> {
    each_row(change, cx, |row| projected(columns, row))
}

/// The row with these columns and nothing else.
pub(super) fn projected(columns: &[Expr], row: &Row) -> Verdict {
    match evaluate_all(columns, row) {
        Ok(values) => {
            let window = row.window;
            Verdict::Keep(Row { window, ..Row::new(values.into_iter().map(Ok), row.time) })
        }
        Err(fail) => Verdict::Refused(Reason::Bad(fail)),
    }
}
