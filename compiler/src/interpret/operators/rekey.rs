//! The stream continues partitioned by other columns (spec: errors.key, declarations.node.key).

use super::Cx;
use crate::interpret::dead_letter::Reason;
use crate::interpret::evaluate::{evaluate, evaluate_key};
use crate::interpret::row::{Change, Row};
use crate::model::Value;
use crate::plan::Rekey;
use riparian_functions::Fail;

pub(super) fn process(rekey: &Rekey, change: Change, cx: &mut Cx<'_>) -> Vec<Change> {
    cx.counts().input += 1;
    let keyed = |row: &Row| -> Result<(Vec<Value>, Row), Fail> {
        let key = match rekey.keeps_null {
            true => rekey.key.iter().map(|part| evaluate(&part.value, row)).collect::<Result<_, Fail>>()?,
            false => evaluate_key(&rekey.key, row)?,
        };
        let binding = key.iter().cloned().map(Ok).collect();
        Ok((key, row.with(Some(binding))))
    };
    let before = change.before.as_ref().and_then(|row| keyed(row).ok());
    let after = match change.after.as_ref().map(keyed) {
        Some(Err(fail)) => {
            cx.refuse(&change, Reason::Bad(fail));
            None
        }
        after => {
            cx.counts().used += 1;
            after.and_then(Result::ok)
        }
    };
    match (before, after) {
        (None, None) => Vec::new(),
        // A row whose key changes leaves its old partition and enters the new one.
        (Some((old, before)), Some((new, after))) if old != new => {
            vec![change.to(Some(before), None), change.to(None, Some(after))]
        }
        (before, after) => vec![change.to(before.map(|b| b.1), after.map(|a| a.1))],
    }
}
