//! After a transaction that failed: making sure that what it wrote stays aborted.
//!
//! A coordinator that comes back while partitions have no leader takes them for deleted and ends the transaction without their marks
//! (seen with Apache Kafka 4.3). Their records then belong to the producer's next transaction and would be committed with it, and
//! the group's offsets stay undecided. So the same partitions are written once more, and that transaction is aborted while they are
//! there: its marks end both.

use super::client::{Client, Consequence, Failure, Form, Place, Stored, Trace};
use super::commit::ENTRY;
use super::stamp::Stamp;
use super::topics::place;
use super::trouble::patiently;
use super::{BrokerLog, Options};
use crate::fail::Fatal;
use crate::log::{Epoch, Log};
use crate::record::{Chunk, Kind};
use crate::stage::{Partition, TaskId};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What failed transactions of a process's workers may have left behind, by worker: whoever has its name next sees to it.
#[derive(Clone, Debug, Default)]
pub struct Remains(Arc<Mutex<BTreeMap<u32, Remain>>>);

/// A record for each partition of the transaction, and its offsets.
type Remain = (Vec<Trace>, Vec<(Place, Stored)>);

impl Remains {
    fn all(&self) -> MutexGuard<'_, BTreeMap<u32, Remain>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// With a producer that is a new one of the worker's name.
pub(super) fn void(client: &mut impl Client, options: &Options) -> Result<(), Failure> {
    let remain = options.remains.all().get(&options.worker).cloned();
    let Some((traces, offsets)) = remain else { return Ok(()) };
    while let Err(failure) = client.void(&traces, &offsets) {
        if failure.consequence == Consequence::Give {
            return Err(failure);
        }
        // Whatever it was: a new producer, and once more.
        options.report.away(&failure.message);
        patiently(client, &options.report, |client| client.renew())?;
    }
    options.remains.all().remove(&options.worker);
    Ok(())
}

impl<C: Client, L: Log> BrokerLog<C, L> {
    /// Notes an epoch of which it is known that it is not committed.
    pub(super) fn leave(&self, epoch: &Epoch<'_>, stamps: &BTreeMap<TaskId, Stamp>) {
        if self.job.exactly_once {
            let remain = (self.traces(epoch), self.offsets(epoch, stamps));
            self.options.remains.all().insert(self.options.worker, remain);
        }
    }

    pub(super) fn void(&mut self) -> Result<(), Fatal> {
        let outcome = void(&mut self.client, &self.options);
        outcome.map_err(|failure| self.topics.refused(self.job, failure))
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
