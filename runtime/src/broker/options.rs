//! How a job is run on a broker.

use super::void::Remains;
use crate::report::Reporter;

/// Which topics a job makes where they are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Create {
    /// None: they are only checked.
    Nothing,
    /// Its internal ones: changelogs and repartition topics.
    #[default]
    Internal,
    /// Those it writes for others, too: outputs and dead letters.
    Everything,
}

/// None of it shows in what the tasks write.
#[derive(Clone, Debug)]
pub struct Options {
    pub create: Create,
    /// Partitions of a topic that is made, where nothing else says how many.
    pub partitions: u32,
    /// Bytes of one partition that are fetched ahead of a task, roughly.
    pub ahead: usize,
    /// Bytes of a changelog's tail that are copied into local state with the next commit; above, a snapshot is taken.
    pub tail: usize,
    /// Commits from one deletion of what has been read of internal topics to the next.
    pub trim_every: u32,
    /// Local state notes the worker's choices, so that its run can be done again (Law R).
    pub record: bool,
    /// The worker's number in its process.
    pub worker: u32,
    /// Shared by the workers of a process, and by those that take their place in it.
    pub remains: Remains,
    /// Where the worker says what happens to it.
    pub report: Reporter,
    #[doc(hidden)]
    pub sabotage: Option<super::sabotage::Sabotage>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            create: Create::default(),
            partitions: 4,
            ahead: 4 << 20,
            tail: 16 << 20,
            trim_every: 100,
            record: false,
            worker: 0,
            remains: Remains::default(),
            report: Reporter::default(),
            sabotage: None,
        }
    }
}
