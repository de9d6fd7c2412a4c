//! From the job's numbers to the directory's and back.
//!
//! Everything below this module speaks of topics, stages and stores by their numbers in `meta`.

use super::meta::{Meta, StoreEntry};
use crate::fail::Fatal;
use crate::stage::{Partition, TaskId};
use std::collections::BTreeMap;
use std::path::Path;

/// Fixed when the directory is opened.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// By the job's topic index.
    pub topics: Vec<u16>,
    /// By the job's stage index.
    pub stages: Vec<u16>,
}

impl Numbers {
    pub(super) fn partition(&self, job: Partition) -> Result<Partition, Fatal> {
        let topic = self.topics.get(job.topic as usize).ok_or_else(|| unknown("topic", job.topic))?;
        Ok(Partition { topic: *topic, number: job.number })
    }

    pub(super) fn task(&self, job: TaskId) -> Result<TaskId, Fatal> {
        let stage = self.stages.get(job.stage as usize).ok_or_else(|| unknown("stage", job.stage))?;
        Ok(TaskId { stage: *stage, partition: job.partition })
    }

    /// `None`: the job no longer has the topic.
    pub(super) fn job_partition(&self, partition: Partition) -> Option<Partition> {
        let topic = self.topics.iter().position(|t| *t == partition.topic)?;
        Some(Partition { topic: topic as u16, number: partition.number })
    }

    /// `None`: the job no longer has the stage.
    pub(super) fn job_task(&self, task: TaskId) -> Option<TaskId> {
        let stage = self.stages.iter().position(|s| *s == task.stage)?;
        Some(TaskId { stage: stage as u16, partition: task.partition })
    }
}

fn unknown(what: &str, number: u16) -> Fatal {
    Fatal::configuration(
        format!("the job has no {what} number {number}"),
        "build the job again with this version of the runtime",
    )
}

/// What `meta` says, and which of its stores the job's are.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub meta: Meta,
    /// The job's stage and store index to the directory's store number.
    stores: BTreeMap<(u16, u16), u16>,
    unwritten: bool,
}

impl Names {
    pub(super) fn new(meta: Meta) -> Self {
        Names { meta, ..Names::default() }
    }

    /// Settles which store the job means by `index` in a stage. `has_data` tells whether the directory holds anything
    /// of a store number; without any, another layout simply replaces the old one.
    pub(super) fn open_store(
        &mut self,
        job_stage: u16,
        stage: u16,
        index: u16,
        name: &str,
        layout: &str,
        has_data: impl Fn(u16) -> bool,
    ) -> Result<u16, Fatal> {
        let number = match self.meta.store(stage, name) {
            Some(number) => {
                let entry = &mut self.meta.stores[number as usize];
                if entry.layout != layout {
                    if has_data(number) {
                        return Err(Fatal::Layout {
                            store: name.to_owned(),
                            found: entry.layout.clone(),
                            wanted: layout.to_owned(),
                        });
                    }
                    entry.layout = layout.to_owned();
                    self.unwritten = true;
                }
                number
            }
            None => {
                self.meta.stores.push(StoreEntry { stage, name: name.to_owned(), layout: layout.to_owned() });
                self.unwritten = true;
                (self.meta.stores.len() - 1) as u16
            }
        };
        self.stores.insert((job_stage, index), number);
        Ok(number)
    }

    pub(super) fn store(&self, job_stage: u16, index: u16) -> Result<u16, Fatal> {
        self.stores.get(&(job_stage, index)).copied().ok_or_else(|| {
            Fatal::configuration(
                format!("store {index} of stage {job_stage} is written before it was restored"),
                "restore every store of every task before the first commit",
            )
        })
    }

    /// Makes new names durable; called before the first frame that uses them.
    pub(super) fn flush(&mut self, directory: &Path) -> Result<(), Fatal> {
        if self.unwritten {
            self.meta.write(directory)?;
            self.unwritten = false;
        }
        Ok(())
    }
}
