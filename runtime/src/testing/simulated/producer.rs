//! The producer's half: transactions, and what becomes of one that a fault has touched.

use super::client::SimulatedClient;
use super::group::Group;
use crate::broker::client::{Consequence, Failure, Form, Place, Stored};
use crate::broker::envelope;
use crate::record::Chunk;

#[derive(Debug, Default)]
pub(super) struct Producer {
    /// `None` until the first renewal.
    epoch: Option<u32>,
    open: bool,
    /// What everything says until the transaction is aborted, or the producer renewed.
    spoilt: Option<Consequence>,
    /// At least once: offsets for the next commit.
    offsets: Vec<(Place, Stored)>,
}

impl Producer {
    /// A call has failed in a way that later ones remember.
    pub(super) fn suffer(&mut self, consequence: Consequence) {
        if matches!(consequence, Consequence::Abort | Consequence::Renew) {
            self.spoil(consequence);
        }
    }

    fn spoil(&mut self, consequence: Consequence) {
        if self.spoilt != Some(Consequence::Renew) {
            self.spoilt = Some(consequence);
        }
    }

    fn usable(&self) -> Result<u32, Failure> {
        match (self.spoilt, self.epoch) {
            (Some(consequence), _) => {
                Err(Failure::new(consequence, "the transaction has failed: an earlier call said so"))
            }
            (None, Some(epoch)) => Ok(epoch),
            (None, None) => Err(Failure::new(Consequence::Renew, "there is no producer yet")),
        }
    }
}

impl SimulatedClient {
    pub(super) fn new_producer(&mut self) -> Result<(), Failure> {
        let epoch = match self.identity.exactly_once {
            true => self.with(|cluster| cluster.init_producer(&self.identity.transactional_id)),
            false => 0,
        };
        self.producer = Producer { epoch: Some(epoch), ..Producer::default() };
        Ok(())
    }

    pub(super) fn begin_transaction(&mut self) -> Result<(), Failure> {
        self.producer.usable()?;
        if self.producer.open {
            return Err(Failure::new(Consequence::Give, "a transaction is open already"));
        }
        self.producer.open = true;
        Ok(())
    }

    fn fenced(&mut self) -> Failure {
        self.producer.spoil(Consequence::Renew);
        Failure::new(Consequence::Renew, format!("{}: fenced off", self.identity.transactional_id))
    }

    /// The number of the open transaction on the cluster, which begins there with the first thing that is sent.
    fn in_transaction(
        &mut self,
        note: impl FnOnce(&mut super::transaction::Transaction),
    ) -> Result<Option<u32>, Failure> {
        let epoch = self.producer.usable()?;
        if !self.producer.open {
            return Err(Failure::new(Consequence::Give, "no transaction is open"));
        }
        if !self.identity.exactly_once {
            return Ok(None);
        }
        let number = self.with(|cluster| {
            let transaction = cluster.transaction(&self.identity.transactional_id, epoch)?;
            note(transaction);
            Some(transaction.number)
        });
        number.map(Some).ok_or_else(|| self.fenced())
    }

    pub(super) fn send_records(&mut self, to: Place, records: &Chunk, form: Form) -> Result<(), Failure> {
        let at = self.address(to)?;
        let transaction = match self.in_transaction(|transaction| {
            transaction.places.insert(at);
        }) {
            // Records go out in the background: whether they arrive is often known at the commit only.
            Err(failure)
                if failure.consequence == Consequence::Renew
                    && self.with(|cluster| cluster.random.one_in(2)) =>
            {
                return Ok(());
            }
            other => other?,
        };
        self.with(|cluster| {
            for record in records.records(0) {
                let timestamp = record.time.div_euclid(1_000);
                let head;
                let value = match form {
                    Form::Enveloped => {
                        head = envelope::head(record.kind, record.time, record.value.is_some());
                        Some((&head[..], record.value.unwrap_or_default()))
                    }
                    Form::Plain | Form::Entries => record.value.map(|value| (&[][..], value)),
                };
                cluster.append(at, transaction, timestamp, record.key, value);
            }
            cluster.compact_sometimes(at);
        });
        let end = self.with(|cluster| cluster.bounds(at).2);
        self.tell(|| {
            let transaction = transaction.unwrap_or_default();
            format!(
                "transaction {transaction}: {} records to {} {} up to {end}",
                records.count,
                self.shown(to),
                to.partition
            )
        });
        Ok(())
    }

    pub(super) fn store_offsets(&mut self, offsets: &[(Place, Stored)]) -> Result<(), Failure> {
        let group = self.identity.group.clone();
        let transaction = self.in_transaction(|transaction| {
            transaction.groups.insert(group.clone());
        })?;
        let Some(number) = transaction else {
            self.producer.offsets.extend_from_slice(offsets);
            return Ok(());
        };
        self.hear_of_generation();
        let mut pending = Vec::with_capacity(offsets.len());
        for (place, stored) in offsets {
            pending.push((number, self.address(*place)?, stored.clone()));
        }
        self.check_member()?;
        self.with(|cluster| {
            let known = &mut cluster.groups.entry(group).or_insert_with(Group::default).pending;
            // The same call again adds nothing.
            known.retain(|(of, address, _)| {
                *of != number || !pending.iter().any(|(_, new, _)| new == address)
            });
            known.append(&mut pending);
        });
        Ok(())
    }

    fn check_member(&mut self) -> Result<(), Failure> {
        let (id, generation) = self.consumer.member();
        if self.identity.anonymous {
            return Ok(());
        }
        let checked = self.with(|cluster| match cluster.groups.get(&self.identity.group) {
            Some(group) => group.check(&self.identity.name, id, generation),
            None => Ok(()),
        });
        checked.map_err(|message| {
            self.producer.spoil(Consequence::Abort);
            Failure::new(Consequence::Abort, message)
        })
    }

    pub(super) fn end_transaction(&mut self, commit: bool) -> Result<(), Failure> {
        match self.producer.usable() {
            Err(failure) if commit || failure.consequence != Consequence::Abort => return Err(failure),
            _ => {}
        }
        if commit && !self.producer.open {
            return Err(Failure::new(Consequence::Give, "no transaction is open"));
        }
        let stored = std::mem::take(&mut self.producer.offsets);
        if self.identity.exactly_once {
            let epoch = self.producer.epoch.unwrap_or_default();
            let id = &self.identity.transactional_id;
            if !self.with(|cluster| cluster.end_transaction(id, epoch, commit)) {
                return Err(self.fenced());
            }
        } else if commit && !stored.is_empty() {
            self.check_member()?;
            for (place, stored) in stored {
                let at = self.address(place)?;
                self.with(|cluster| {
                    let group = cluster.groups.entry(self.identity.group.clone()).or_default();
                    group.offsets.insert(at, stored);
                });
            }
        }
        self.producer.open = false;
        self.producer.spoilt = None;
        Ok(())
    }
}
