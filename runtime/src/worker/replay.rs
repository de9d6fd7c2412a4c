//! A run by recorded choices instead of own ones: the same inputs give the same bytes (Law R).

use super::Worker;
use super::choices::{Step, steps};
use crate::fail::Fatal;
use crate::log::Log;

impl<L: Log> Worker<L> {
    /// Takes the steps of one recorded epoch and commits, as the recorded run did.
    pub fn replay(&mut self, epoch: &[u8]) -> Result<(), Fatal> {
        for step in steps(epoch)? {
            match step {
                Step::Run { task, feed, count } => self.replay_run(task, feed, count)?,
                Step::Idle { task, feeds } => {
                    if self.tasks.get(task).is_none_or(|t| feeds.iter().any(|feed| *feed >= t.feeds.len())) {
                        return Err(of_another_job());
                    }
                    self.choices.idle(task, &feeds);
                    self.tasks[task].go_idle(&feeds, &mut self.outputs)?;
                }
                Step::Advance { task, to } => {
                    self.choices.advance(task, to);
                    let task = self.tasks.get_mut(task).ok_or_else(of_another_job)?;
                    task.advance_to(to, &mut self.outputs)?;
                }
            }
        }
        self.commit()?;
        Ok(())
    }

    fn replay_run(&mut self, number: usize, feed: usize, count: usize) -> Result<(), Fatal> {
        let mut left = count;
        while left > 0 {
            let task = self
                .tasks
                .get_mut(number)
                .filter(|task| feed < task.feeds.len())
                .ok_or_else(of_another_job)?;
            task.fill(feed, &mut self.log, self.options.fetch_bytes)?;
            let run = task.feeds[feed].buffered().min(left);
            if run == 0 {
                let from = task.feeds[feed].partition;
                let topic = self.job.topics[usize::from(from.topic)].name;
                return Err(Fatal::configuration(
                    format!(
                        "the recorded run took {left} records more of {topic}, partition {}, than there are",
                        from.number
                    ),
                    "replay with the inputs that the run was recorded with",
                ));
            }
            task.take(feed, run, &mut self.outputs)?;
            self.choices.run(number, feed, run);
            left -= run;
        }
        Ok(())
    }
}

fn of_another_job() -> Fatal {
    Fatal::configuration(
        "the recorded choices are not those of this job",
        "replay with the job, and the numbers of partitions, that the run was recorded with",
    )
}
