//! One input of a task: what waits to be read, how far its time has come, whether it is idle (spec: time.watermark, time.idle).

use super::row::{Change, Input};
use crate::plan::TaskInput;
use std::collections::VecDeque;

#[derive(Clone, Debug)]
pub(crate) struct Lane {
    pub input: TaskInput,
    /// Microseconds that the topic's records may be out of order.
    pub disorder: i64,
    pub queue: VecDeque<Waiting>,
    /// Lane time: a source's largest event time less the disorder; of an internal topic the last watermark record.
    pub time: Option<i64>,
    pub idle: bool,
    /// Of the next record in an internal topic.
    pub next_offset: i64,
}

/// What stands in a topic.
#[derive(Clone, Debug)]
pub(crate) enum Waiting {
    Record(Input),
    /// In an internal topic: a change and its offset.
    Change(Change, i64),
    /// In an internal topic: the upstream task's clock, and whether it has gone idle.
    Watermark {
        clock: Option<i64>,
        idle: bool,
    },
}

impl Lane {
    pub(crate) fn new(input: TaskInput, disorder: i64) -> Self {
        Lane { input, disorder, queue: VecDeque::new(), time: None, idle: false, next_offset: 0 }
    }

    /// Whether the lane takes part in the clock: tables never hold time back.
    pub(crate) fn holds_time(&self) -> bool {
        !self.input.table && !self.input.backward
    }

    pub(crate) fn raise(&mut self, time: i64) {
        self.time = Some(self.time.map_or(time, |t| t.max(time)));
    }

    /// The time of the head, for the choice of the oldest; what has no time is taken at once.
    pub(crate) fn head_time(&self) -> Option<i64> {
        self.queue.front().map(|head| match head {
            Waiting::Record(input) => input.time.unwrap_or(i64::MIN),
            Waiting::Change(change, _) => change.time,
            Waiting::Watermark { clock, .. } => clock.unwrap_or(i64::MIN),
        })
    }
}

/// The lane whose head is oldest; of equal heads a table's, then by order of the inputs in the plan.
pub(crate) fn oldest(lanes: &[Lane], among: impl Fn(&Lane) -> bool) -> Option<usize> {
    lanes
        .iter()
        .enumerate()
        .filter(|(_, lane)| among(lane))
        .filter_map(|(at, lane)| lane.head_time().map(|time| (time, !lane.input.table, at)))
        .min()
        .map(|(_, _, at)| at)
}
