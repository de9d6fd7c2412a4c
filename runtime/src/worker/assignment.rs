//! Which tasks a worker has: all of them, or those that the log's group gives it, for as long as it does.
//!
//! A task that comes back finds its state as it was, if nobody has committed for it in between.

use super::Worker;
use crate::fail::Fatal;
use crate::log::{Change, Log};
use crate::stage::TaskId;
use crate::task::Task;

impl<L: Log> Worker<L> {
    /// Every task of the job, upstream first.
    pub(super) fn all_tasks(&self) -> Vec<TaskId> {
        (0..)
            .zip(&self.counts)
            .flat_map(|(stage, count)| (0..*count).map(move |partition| TaskId { stage, partition }))
            .collect()
    }

    /// Takes in what has arrived, and does what has been decided about the tasks. False if nothing has.
    pub(super) fn attend(&mut self) -> Result<bool, Fatal> {
        match self.log.attend()? {
            None => return Ok(false),
            Some(Change::Revoked) => {
                self.commit()?;
                self.give_back()?;
            }
            Some(Change::Lost) => {
                self.choices.clear();
                self.taken = 0;
                self.rollback()?;
                self.give_back()?;
            }
            Some(Change::Assigned(tasks)) => self.take_up(&tasks)?,
        }
        Ok(true)
    }

    fn give_back(&mut self) -> Result<(), Fatal> {
        self.set_aside.append(&mut self.tasks);
        self.log.release()
    }

    /// Goes on with these tasks, and no others, where the last commit left each of them, whoever made it.
    pub(super) fn take_up(&mut self, ids: &[TaskId]) -> Result<(), Fatal> {
        self.set_aside.append(&mut self.tasks);
        let recovered = self.log.recover()?;
        let mut kept = std::mem::take(&mut self.set_aside);
        for id in ids {
            let position = |partition| recovered.positions.get(&(*id, partition)).copied();
            let clock = recovered.clocks.get(id);
            let same = kept.iter().position(|task| task.id == *id && task.stands_at(clock, position));
            let task = match same {
                Some(at) => {
                    let mut task = kept.swap_remove(at);
                    task.reread();
                    task
                }
                None => {
                    // Its memory is given back before the same state is built again.
                    kept.retain(|task| task.id != *id);
                    let mut task =
                        Task::new(self.job, *id, &self.partitions, &self.counts, self.options.tokens.clone());
                    task.start(&mut self.log, clock, position)?;
                    task
                }
            };
            self.tasks.push(task);
        }
        let positions = self.tasks.iter().flat_map(Task::positions).collect();
        self.log.take_up(&positions)
    }
}
