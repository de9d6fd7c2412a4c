//! What a worker's tasks look like from outside, at one moment: a copy, so that whoever reads it stands in nobody's way.

use super::Worker;
use super::meter::Meter;
use crate::clock::UNSET;
use crate::counters::Counters;
use crate::log::Log;
use crate::stage::{InputId, Partition, TaskId};

/// One worker.
#[derive(Clone, Debug, Default)]
pub struct Glance {
    pub tasks: Vec<TaskGlance>,
    /// Since this start.
    pub commits: u64,
    pub meter: Meter,
}

/// One task.
#[derive(Clone, Debug)]
pub struct TaskGlance {
    pub id: TaskId,
    /// Event time, microseconds; absent before its inputs have one.
    pub clock: Option<i64>,
    /// Since the job's first start.
    pub counters: Counters,
    pub feeds: Vec<FeedGlance>,
    pub stores: Vec<StoreGlance>,
}

/// One partition that a task reads.
#[derive(Clone, Debug)]
pub struct FeedGlance {
    pub input: InputId,
    pub partition: Partition,
    /// Offset of the next record.
    pub position: i64,
    /// The offset after the last record that is there, where that is known.
    pub end: Option<i64>,
    /// The latest event time that was read, microseconds.
    pub event_time: Option<i64>,
    /// Bytes fetched since the task came to this worker.
    pub bytes: u64,
}

impl FeedGlance {
    /// Records that wait to be read, where that is known. Offsets that hold no records, such as marks of commits, count.
    pub fn lag(&self) -> Option<u64> {
        self.end.map(|end| end.saturating_sub(self.position).max(0).cast_unsigned())
    }

    /// How far behind `now` (microseconds) the latest event time is while records wait; nothing if none does.
    pub fn time_lag(&self, now: i64) -> Option<i64> {
        match (self.lag()?, self.event_time) {
            (0, _) => Some(0),
            (_, time) => time.map(|time| now.saturating_sub(time).max(0)),
        }
    }
}

/// One store of a task.
#[derive(Clone, Debug)]
pub struct StoreGlance {
    pub name: &'static str,
    pub rows: usize,
    /// Of memory, roughly.
    pub bytes: usize,
}

impl<L: Log> Worker<L> {
    /// Between two rounds. Cheap: counters are copied, nothing is counted.
    pub fn glance(&mut self) -> Glance {
        let log = &mut self.log;
        let tasks = self.tasks.iter_mut().map(|task| {
            let mut stores = Vec::new();
            task.stores(&mut |_, store| {
                stores.push(StoreGlance { name: store.name(), rows: store.len(), bytes: store.bytes() });
            });
            let feeds = task.feeds.iter().map(|feed| {
                let lanes = feed.lanes.clone().map(|lane| task.clock.lane(lane));
                let times = lanes.filter(|lane| lane.watermark != UNSET);
                FeedGlance {
                    input: feed.input,
                    partition: feed.partition,
                    position: feed.position,
                    end: log.known_end(feed.partition),
                    event_time: times.map(|lane| lane.watermark.saturating_add(lane.disorder)).max(),
                    bytes: feed.bytes,
                }
            });
            TaskGlance {
                id: task.id,
                clock: Some(task.clock.now()).filter(|now| *now != UNSET && *now != i64::MAX),
                counters: task.counters.clone(),
                feeds: feeds.collect(),
                stores,
            }
        });
        Glance { tasks: tasks.collect(), commits: self.commits, meter: self.meter.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed(position: i64, end: Option<i64>, event_time: Option<i64>) -> FeedGlance {
        let partition = Partition { topic: 0, number: 0 };
        FeedGlance { input: InputId(0), partition, position, end, event_time, bytes: 0 }
    }

    #[test]
    fn who_has_read_everything_is_not_behind_however_old_it_is() {
        assert_eq!(feed(7, Some(7), Some(1)).time_lag(1_000_000), Some(0));
        assert_eq!(feed(7, Some(9), Some(400_000)).time_lag(1_000_000), Some(600_000));
        assert_eq!((feed(7, Some(9), None).lag(), feed(7, Some(9), None).time_lag(5)), (Some(2), None));
        assert_eq!((feed(9, Some(7), None).lag(), feed(9, None, None).lag()), (Some(0), None));
    }
}
