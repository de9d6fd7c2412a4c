//! The log of the benchmark: records from memory in, results counted, and looked at in full when they are compared.

use super::exchange::Exchange;
use super::generator::Data;
use super::results::Results;
use riparian::fail::Fatal;
use riparian::job::{Job, Role, TopicIndex};
use riparian::log::{Batch, Epoch, Log, Outcome, Recovered};
use riparian::stage::{Partition, TaskId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Every topic has one partition. Nothing is kept but the results, and of internal topics what has not been read yet.
pub struct BenchLog {
    job: &'static Job,
    data: Arc<Data>,
    /// How much of each input is in the log.
    pub part: Part,
    internal: BTreeMap<TopicIndex, Exchange>,
    pub results: Results,
    /// Records that could not be used.
    pub dead: u64,
}

/// How much of every input there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// So many parts of as many.
    #[cfg(test)]
    Of(usize, usize),
    All,
}

impl BenchLog {
    pub fn new(job: &'static Job, data: Arc<Data>, part: Part, results: Results) -> Self {
        BenchLog { job, data, part, internal: BTreeMap::new(), results, dead: 0 }
    }

    /// Records before the end of an input; `None` of other topics.
    fn input_end(&self, topic: TopicIndex) -> Result<Option<usize>, Fatal> {
        let topic = &self.job.topics[usize::from(topic)];
        if !matches!(topic.role, Role::Input { .. }) {
            return Ok(None);
        }
        let Some(records) = self.data.topic(topic.short_name) else {
            return Err(Fatal::corrupt(
                "the benchmark's log",
                format!("there is no data for {}", topic.name),
            ));
        };
        Ok(Some(match self.part {
            #[cfg(test)]
            Part::Of(parts, of) => records.len() * parts / of,
            Part::All => records.len(),
        }))
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
        let name = self.job.topics[usize::from(partition.topic)].short_name;
        match (self.input_end(partition.topic)?, self.data.topic(name)) {
            (Some(end), Some(records)) => records.fetch(position as usize, end, bytes, batch),
            _ => self.internal.entry(partition.topic).or_default().fetch(position, bytes, batch)?,
        }
        Ok(())
    }

    fn start(&mut self, _: Partition) -> Result<i64, Fatal> {
        Ok(0)
    }

    fn end(&mut self, partition: Partition) -> Result<i64, Fatal> {
        Ok(match self.input_end(partition.topic)? {
            Some(end) => end as i64,
            None => self.internal.get(&partition.topic).map_or(0, |exchange| exchange.end),
        })
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
                Role::Repartition => self.internal.entry(partition.topic).or_default().append(chunk),
                _ => self.dead += u64::from(chunk.count),
            }
        }
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
