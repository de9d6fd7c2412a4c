//! What flows through the machine: inputs, rows, changes, emissions.

use crate::base::Name;
use crate::model::{TopicId, Value};
use riparian_functions::Fail;
use std::sync::Arc;

/// One column. A source's column that could not be decoded fails where an expression first reads it (spec: errors.value).
pub type Cell = Result<Value, Fail>;

/// A record of a topic, as decoded by whoever feeds it.
#[derive(Clone, Debug)]
pub struct Input {
    pub offset: i64,
    /// Event time in microseconds (spec: time.event); `None`: absent or invalid.
    pub time: Option<i64>,
    /// The key columns in order of the topic's `key`; `None`: taken from the value's columns.
    pub key: Option<Vec<Value>>,
    pub payload: Payload,
}

#[derive(Clone, Debug)]
pub enum Payload {
    /// One cell per field of the schema, in order.
    Columns(Vec<Cell>),
    /// No value: a delete for a table (spec: errors.null).
    Null,
    /// The syntax is broken: nothing of it can be used (spec: errors.value).
    Undecodable(Fail),
}

impl Payload {
    /// A record whose columns are all sound.
    pub fn values(values: impl IntoIterator<Item = Value>) -> Self {
        Payload::Columns(values.into_iter().map(Ok).collect())
    }
}

/// The bounds of a window in microseconds; `end` is exclusive, except for sessions, where it is the last event. Ordered
/// by end, then start: the order in which windows close.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bounds {
    pub end: i64,
    pub start: i64,
}

/// One row under a scope: its columns by binding.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// `None`: the absent side of a left join; every column reads as `none`.
    pub bindings: Vec<Option<Arc<[Cell]>>>,
    /// Event time in microseconds.
    pub time: i64,
    pub window: Option<Bounds>,
}

impl Row {
    pub(crate) fn new(columns: impl IntoIterator<Item = Cell>, time: i64) -> Self {
        Row { bindings: vec![Some(columns.into_iter().collect())], time, window: None }
    }

    /// The same row with a further binding.
    pub(crate) fn with(&self, binding: Option<Arc<[Cell]>>) -> Self {
        let mut row = self.clone();
        row.bindings.push(binding);
        row
    }
}

/// Which record caused something: the one its task has read.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    /// The broker's name of the topic, or of the internal topic.
    pub topic: Name,
    pub offset: i64,
    pub time: Option<i64>,
}

/// What operators hand on. A stream's row has only an `after`.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// `None`: no record, but the clock caused it.
    pub origin: Option<Arc<Origin>>,
    /// What identifies the row, on a table.
    pub key: Vec<Value>,
    /// Event time in microseconds.
    pub time: i64,
    pub before: Option<Row>,
    pub after: Option<Row>,
    /// Of a versioned table: older than the row that holds now, so it matters to look-ups by time only (spec: join.plain).
    pub outdated: bool,
    pub standing: Standing,
}

/// What the row of a window is where a topic holds one row per key (`latest window`, [window.latest]).
#[derive(Clone, Debug)]
pub(crate) enum Standing {
    /// Another window's row stands for the key.
    No,
    /// It stands for the key, in the place of the row that readers have.
    Replaces(Option<Row>),
}

impl Change {
    /// The same cause, another effect.
    pub(crate) fn to(&self, before: Option<Row>, after: Option<Row>) -> Self {
        Change {
            origin: self.origin.clone(),
            key: self.key.clone(),
            time: self.time,
            before,
            after,
            outdated: false,
            standing: self.standing.clone(),
        }
    }
}

/// A record written to a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Emission {
    pub topic: TopicId,
    /// The topic's key columns in order, without the window.
    pub key: Vec<Value>,
    /// One per field of the topic's schema; of a dead letter one per `DEAD_LETTER_COLUMNS`. Empty for a tombstone.
    pub values: Vec<Value>,
    /// Part of the key, where the topic's key carries it.
    pub window: Option<Bounds>,
    /// Event time in microseconds.
    pub time: i64,
    pub tombstone: bool,
}
