//! Records that cannot be used: where they go and what is written there (spec: errors.route, errors.letter).

use super::row::{Emission, Origin};
use crate::model::{DEAD_LETTER_COLUMNS, Value};
use crate::plan::{Job, Operator, Route};
use riparian_functions::Fail;

/// Which of an operator's routes a record takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    Bad(Fail),
    Late,
    Unmatched,
}

impl Reason {
    pub(crate) fn fail(self) -> Fail {
        match self {
            Reason::Bad(fail) => fail,
            Reason::Late => Fail::Late,
            Reason::Unmatched => Fail::Unmatched,
        }
    }

    pub(crate) fn route(self, operator: &Operator) -> &Route {
        match self {
            Reason::Bad(_) => &operator.routes.bad,
            Reason::Late => &operator.routes.late,
            Reason::Unmatched => &operator.routes.unmatched,
        }
    }
}

/// The letter for a record, or for a result that no single record caused (then without coordinates).
///
/// `site`, `key`, `value` and `length` speak of texts and wire forms, which the interpreter has not; they stay absent.
pub(crate) fn letter(
    job: &Job,
    operator: &Operator,
    origin: Option<&Origin>,
    fail: Fail,
    topic: crate::model::TopicId,
    clock: Option<i64>,
) -> Emission {
    let text = |text: &str| Value::String(text.into());
    let time = origin.and_then(|o| o.time);
    let values = DEAD_LETTER_COLUMNS.iter().map(|column| match (*column, origin) {
        ("reason", _) => text(fail.code()),
        ("node", _) => text(&job.node(operator.node).name),
        ("job", _) => text(&format!("{}.{}", job.package_path, job.name)),
        ("topic", Some(origin)) => text(&origin.topic),
        ("partition", Some(_)) => Value::Int(0),
        ("offset", Some(origin)) => Value::Int(origin.offset),
        ("time", Some(_)) => time.map_or(Value::None, Value::Timestamp),
        _ => Value::None,
    });
    Emission {
        topic,
        key: Vec::new(),
        values: values.collect(),
        window: None,
        time: time.or(clock).unwrap_or(0),
        tombstone: false,
    }
}
