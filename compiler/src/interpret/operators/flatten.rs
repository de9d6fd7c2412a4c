//! `each o.lines as line`: one row per element. A row without elements is filtered.

use super::Cx;
use crate::interpret::dead_letter::Reason;
use crate::interpret::evaluate::evaluate;
use crate::interpret::row::{Cell, Change, Row};
use crate::model::Value;
use crate::plan::Expr;
use riparian_functions::Fail;

pub(super) fn process(list: &Expr, change: Change, cx: &mut Cx<'_>) -> Vec<Change> {
    cx.counts().input += 1;
    let before: Vec<Row> = change.before.as_ref().and_then(|row| rows(list, row).ok()).unwrap_or_default();
    let after = match change.after.as_ref().map(|row| rows(list, row)) {
        Some(Err(fail)) => {
            cx.refuse(&change, Reason::Bad(fail));
            Vec::new()
        }
        rows => {
            let rows = rows.and_then(Result::ok).unwrap_or_default();
            match rows.len().max(before.len()) as u64 {
                0 => cx.counts().filtered += 1,
                made => {
                    cx.counts().used += made;
                    cx.counts().fan_out += made - 1;
                }
            }
            rows
        }
    };
    // Elements have no identity of their own: a table's old rows all leave, then the new ones come.
    let leave = before.into_iter().map(|row| change.to(Some(row), None));
    leave.chain(after.into_iter().map(|row| change.to(None, Some(row)))).collect()
}

fn rows(list: &Expr, row: &Row) -> Result<Vec<Row>, Fail> {
    match evaluate(list, row)? {
        Value::List(elements) => Ok(elements.iter().map(|e| row.with(Some(columns(e)))).collect()),
        _ => Ok(Vec::new()),
    }
}

/// A record's fields are the columns of the element's binding; any other value is its one column.
fn columns(element: &Value) -> std::sync::Arc<[Cell]> {
    match element {
        Value::Record(fields) => fields.iter().cloned().map(Ok).collect(),
        value => std::iter::once(Ok(value.clone())).collect(),
    }
}
