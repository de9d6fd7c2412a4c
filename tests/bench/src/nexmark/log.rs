//! The log of the benchmark: bids from memory in, results counted, and looked at in full when they are compared.

use super::generator::Bids;
use super::results::Results;
use riparian::fail::Fatal;
use riparian::job::{Job, Role, TopicIndex};
use riparian::log::{Batch, Epoch, Log, Outcome, Recovered};
use riparian::stage::{Partition, TaskId};
use std::sync::Arc;

/// Every topic has one partition. Nothing is kept but the results.
pub struct BenchLog {
    job: &'static Job,
    bids: Arc<Bids>,
    /// The bids before this one are in the log.
    pub end: usize,
    pub results: Results,
    /// Bytes of changelog that were committed.
    pub changelog: usize,
    /// Records that could not be used.
    pub dead: u64,
}

impl BenchLog {
    pub fn new(job: &'static Job, bids: Arc<Bids>, end: usize, results: Results) -> Self {
        BenchLog { job, bids, end, results, changelog: 0, dead: 0 }
    }

    fn is_input(&self, topic: TopicIndex) -> bool {
        matches!(self.job.topics[usize::from(topic)].role, Role::Input { .. })
    }
}

impl Log for BenchLog {
    fn partitions(&self, _: TopicIndex) -> u32 {
        1
    }

    fn fetch(
        &mut self,
        _: TaskId,
        partition: Partition,
        position: i64,
        bytes: usize,
        batch: &mut Batch,
    ) -> Result<(), Fatal> {
        if !self.is_input(partition.topic) {
            return Err(Fatal::corrupt("the benchmark's log", "a query was planned with an internal topic"));
        }
        self.bids.fetch(position as usize, self.end, bytes, batch);
        Ok(())
    }

    fn start(&mut self, _: Partition) -> Result<i64, Fatal> {
        Ok(0)
    }

    fn end(&mut self, partition: Partition) -> Result<i64, Fatal> {
        Ok(if self.is_input(partition.topic) { self.end as i64 } else { 0 })
    }

    fn commit(&mut self, epoch: &Epoch<'_>) -> Result<Outcome, Fatal> {
        for (partition, chunk) in epoch.outputs {
            match self.job.topics[usize::from(partition.topic)].role {
                Role::Output { .. } if self.results.looks() => {
                    for record in chunk.records(0) {
                        self.results.row(&record);
                    }
                }
                Role::Output { .. } => self.results.unseen(u64::from(chunk.count)),
                _ => self.dead += u64::from(chunk.count),
            }
        }
        self.changelog += epoch.changelog.values().map(|chunk| chunk.bytes.len()).sum::<usize>();
        Ok(Outcome::Committed)
    }

    fn recover(&mut self) -> Result<Recovered, Fatal> {
        Ok(Recovered::default())
    }

    fn restore(
        &mut self,
        _: TaskId,
        _: u16,
        _: &str,
        _: &str,
        _: &mut dyn FnMut(&[u8], Option<&[u8]>) -> Result<(), Fatal>,
    ) -> Result<(), Fatal> {
        Ok(())
    }

    fn wants_snapshot(&self, _: TaskId, _: u16) -> bool {
        false
    }

    fn snapshot(
        &mut self,
        _: TaskId,
        _: u16,
        _: &str,
        _: &str,
        _: &mut dyn FnMut(&mut dyn FnMut(&[u8], &[u8])),
    ) -> Result<(), Fatal> {
        Ok(())
    }
}
