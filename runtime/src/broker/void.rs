//! After a transaction that failed: making sure that what it wrote stays aborted.
//!
//! A coordinator that comes back while partitions have no leader takes them for deleted and ends the transaction without their marks
//! (seen with Apache Kafka 4.3). Their records then belong to the producer's next transaction and would be committed with it, and
//! the group's offsets stay undecided. So the same partitions are written once more, and that transaction is aborted while they are
//! there: its marks end both.

use super::BrokerLog;
use super::client::{Client, Consequence, Form, Trace};
use super::commit::ENTRY;
use super::stamp::Stamp;
use super::topics::place;
use crate::fail::Fatal;
use crate::log::{Epoch, Log};
use crate::record::{Chunk, Kind};
use crate::stage::{Partition, TaskId};
use std::collections::BTreeMap;

impl<C: Client, L: Log> BrokerLog<C, L> {
    /// Of an epoch of which it is known that it is not committed. The producer is a new one.
    pub(super) fn void(&mut self, epoch: &Epoch<'_>, stamps: &BTreeMap<TaskId, Stamp>) -> Result<(), Fatal> {
        if !self.job.exactly_once {
            return Ok(());
        }
        let (traces, offsets) = (self.traces(epoch), self.offsets(epoch, stamps));
        loop {
            match self.client.void(&traces, &offsets) {
                Ok(()) => return Ok(()),
                Err(failure) if failure.consequence == Consequence::Give => {
                    return Err(self.topics.refused(self.job, failure));
                }
                // Whatever it was: a new producer, and once more.
                Err(failure) => {
                    self.options.report.away(&failure.message);
                    self.call(|client| client.renew())?;
                }
            }
        }
    }

    /// A record for each partition that the transaction has written.
    fn traces(&self, epoch: &Epoch<'_>) -> Vec<Trace> {
        let of_output = |(to, chunk): (&Partition, &Chunk)| {
            let to = place(*to);
            let form = if self.is_internal(to) { Form::Enveloped } else { Form::Plain };
            Some((to, first(chunk, &[])?, form))
        };
        let of_changelog = |((task, store), chunk): (&(TaskId, u16), &Chunk)| {
            Some((self.topics.changelog(*task, *store)?, first(chunk, &[ENTRY])?, Form::Entries))
        };
        let outputs = epoch.outputs.iter().filter_map(of_output);
        outputs.chain(epoch.changelog.iter().filter_map(of_changelog)).collect()
    }
}

/// The first record of a chunk, with that in front of its key.
fn first(chunk: &Chunk, prefix: &[u8]) -> Option<Chunk> {
    let record = chunk.records(0).next()?;
    let key = record.key.map(|key| [prefix, key].concat());
    let key = key.or_else(|| (!prefix.is_empty()).then(|| prefix.to_vec()));
    let mut trace = Chunk::default();
    trace.push(Kind::Data, record.time, key.as_deref(), record.value);
    Some(trace)
}
