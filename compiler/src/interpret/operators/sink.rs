//! A row goes to a topic (spec: window.latest, errors.null, group.none).

use super::Cx;
use crate::interpret::dead_letter::Reason;
use crate::interpret::evaluate::{evaluate_all, holds};
use crate::interpret::row::{Change, Emission, Row, Standing};
use crate::plan::Sink;
use riparian_functions::Fail;

pub(super) fn process(sink: &Sink, change: Change, cx: &mut Cx<'_>) {
    cx.counts().input += 1;
    let replaced = match (&change.standing, sink.latest_window) {
        (_, false) => &change.before,
        (Standing::Replaces(shown), true) => shown,
        (Standing::No, true) => {
            cx.counts().filtered += 1;
            return;
        }
    };
    // What was refused or left out then was never written.
    let before = replaced.as_ref().and_then(|row| written(sink, row).ok().flatten());
    match change.after.as_ref().map(|row| written(sink, row)) {
        Some(Ok(Some(emission))) => {
            cx.counts().used += 1;
            cx.emit(emission);
            return;
        }
        Some(Err(fail)) => cx.refuse(&change, Reason::Bad(fail)),
        Some(Ok(None)) => cx.counts().filtered += 1,
        None if before.is_some() && sink.table => cx.counts().used += 1,
        None => cx.counts().filtered += 1,
    }
    if let Some(before) = before.filter(|_| sink.table) {
        cx.emit(Emission { values: Vec::new(), tombstone: true, time: change.time, ..before });
    }
}

/// What the topic gets for a row; nothing where `when` does not hold. Clause by clause (spec: errors.value).
fn written(sink: &Sink, row: &Row) -> Result<Option<Emission>, Fail> {
    if let Some(when) = &sink.when
        && !holds(when, row)?
    {
        return Ok(None);
    }
    let values = evaluate_all(&sink.columns, row)?;
    let key = evaluate_all(&sink.key, row)?;
    if key.iter().any(|k| k.is_none()) {
        return Err(Fail::NullKey);
    }
    let window = row.window.filter(|_| sink.windowed);
    Ok(Some(Emission { topic: sink.topic, key, values, window, time: row.time, tombstone: false }))
}
