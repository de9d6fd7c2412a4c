//! Standard output: written after the commit, and what a crash kept back is written at the next start.
//!
//! Up to where it was written stands in the frame of the next commit, so the last commit's records may be written
//! twice, and none is ever missing: at least once.

use super::core::{Core, STANDARD_OUTPUT, Writer};
use super::fetch;
use super::frame::{Contents, Kind};
use crate::fail::Fatal;
use crate::log::Batch;
use crate::record::Chunk;
use crate::stage::{Partition, TaskId};
use std::collections::BTreeMap;

const PRINTER: TaskId = TaskId { stage: STANDARD_OUTPUT, partition: 0 };
const PIECE: usize = 256 << 10;

impl Writer {
    /// What standard output has got since the last commit, as positions to commit.
    pub(super) fn printed(&self) -> impl Iterator<Item = (TaskId, Partition, i64)> {
        self.printed.iter().map(|(partition, next)| (PRINTER, *partition, *next))
    }
}

impl Core {
    /// Prints what was just committed.
    pub(super) fn print(
        &self,
        writer: &mut Writer,
        outputs: &BTreeMap<Partition, Chunk>,
    ) -> Result<(), Fatal> {
        for (partition, chunk) in outputs {
            if writer.sinks.prints(partition.topic) && !chunk.is_empty() {
                writer.sinks.print(partition.topic, &chunk.bytes)?;
                let partition = self.numbers.partition(*partition)?;
                writer.printed.insert(partition, self.index().next(partition));
            }
        }
        Ok(())
    }

    /// At the start: prints what was committed and perhaps never printed. A topic that is printed for the first time
    /// begins with what comes now.
    pub(super) fn print_again(&self) -> Result<(), Fatal> {
        let mut guard = self.writer();
        let writer = &mut *guard;
        let mut batch = Batch::default();
        for (index, topic) in self.topics.iter().enumerate().filter(|(_, topic)| topic.printed) {
            for number in 0..topic.partitions {
                let job = Partition { topic: index as u16, number };
                let partition = self.numbers.partition(job)?;
                let end = self.index().next(partition);
                let done = writer.committed.positions.get(&(PRINTER, partition)).copied();
                let mut position = done.unwrap_or(end);
                let mut cursor = None;
                while position < end {
                    let locked = || self.index();
                    fetch::fetch(&locked, &self.files, &mut cursor, partition, position, PIECE, &mut batch)?;
                    if batch.is_empty() {
                        break;
                    }
                    let mut chunk = Chunk::default();
                    for record in (0..batch.len()).map(|i| batch.record(i)) {
                        chunk.push(record.kind, record.time, record.key, record.value);
                    }
                    writer.sinks.print(job.topic, &chunk.bytes)?;
                    position = batch.next;
                }
                writer.printed.insert(partition, end);
            }
        }
        // Known from now on, so that the first commit's records are not lost to a crash either.
        self.settle_printed_in(writer)
    }

    /// Records what standard output has got, so that it is not written again at the next start.
    pub(super) fn settle_printed(&self) -> Result<(), Fatal> {
        self.settle_printed_in(&mut self.writer())
    }

    fn settle_printed_in(&self, writer: &mut Writer) -> Result<(), Fatal> {
        let known = |(task, partition, next): (TaskId, Partition, i64)| {
            writer.committed.positions.get(&(task, partition)) == Some(&next)
        };
        if writer.failed || writer.printed().all(known) {
            return Ok(());
        }
        let mut contents = Contents::empty(Kind::Commit, writer.epoch + 1);
        contents.positions = writer.printed().collect();
        self.append(writer, &contents, self.power())?;
        writer.printed.clear();
        Ok(())
    }
}

impl Drop for Core {
    /// A clean end repeats nothing. If this fails, the last commit's records are printed again: what is promised.
    fn drop(&mut self) {
        let _ = self.settle_printed();
    }
}
