//! The group coordinator: members by static name, generations, `range` assignment, offsets.
//!
//! Eager: at a rebalance every member gives everything back before anybody is given anything. What a member may still do
//! with an old generation is decided in [`Group::check`] alone.

use super::cluster::{Address, ProcessId};
use super::partition::TransactionNumber;
use crate::broker::client::Stored;
use std::collections::BTreeMap;

/// Before a member has been given a generation.
pub(super) const NO_GENERATION: i64 = -1;

#[derive(Debug)]
pub(super) struct Member {
    /// New at every join: tells a member from an earlier one of the same name.
    pub(super) id: u64,
    pub(super) process: ProcessId,
    pub(super) topics: Vec<usize>,
    /// Has given everything back since the rebalance began.
    pub(super) waits: bool,
    pub(super) assignment: Vec<Address>,
}

#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) generation: i64,
    pub(super) members: BTreeMap<String, Member>,
    /// When the rebalance that is under way began.
    pub(super) rebalancing: Option<i64>,
    pub(super) offsets: BTreeMap<Address, Stored>,
    /// Stored in transactions that have not ended here.
    pub(super) pending: Vec<(TransactionNumber, Address, Stored)>,
}

impl Group {
    /// A member comes, or comes back. One that comes back under its name while nothing else changes takes over what the
    /// name had, without a rebalance.
    pub(super) fn join(&mut self, name: &str, id: u64, process: ProcessId, topics: Vec<usize>, now: i64) {
        if let Some(member) = self.members.get_mut(name)
            && member.topics == topics
        {
            (member.id, member.process, member.waits) = (id, process, true);
            return;
        }
        let member = Member { id, process, topics, waits: true, assignment: Vec::new() };
        self.members.insert(name.to_owned(), member);
        self.rebalance(now);
        if let Some(member) = self.members.get_mut(name) {
            member.waits = true;
        }
    }

    /// Begins a rebalance, if none is under way.
    pub(super) fn rebalance(&mut self, now: i64) {
        if self.rebalancing.is_none() {
            self.rebalancing = Some(now);
            self.members.values_mut().for_each(|member| member.waits = false);
        }
    }

    /// A member has given everything back.
    pub(super) fn rejoin(&mut self, name: &str, id: u64) {
        if let Some(member) = self.members.get_mut(name)
            && member.id == id
        {
            member.waits = true;
        }
    }

    pub(super) fn remove(&mut self, name: &str, now: i64) {
        if self.members.remove(name).is_some() {
            self.rebalance(now);
        }
    }

    /// Completes a rebalance once every member waits, or those that do not have had their time. `partitions` of a topic.
    pub(super) fn settle(&mut self, now: i64, patience: i64, partitions: &dyn Fn(usize) -> u32) -> bool {
        let Some(since) = self.rebalancing else { return false };
        if now >= since + patience {
            self.members.retain(|_, member| member.waits);
        }
        if !self.members.values().all(|member| member.waits) {
            return false;
        }
        self.rebalancing = None;
        self.generation += 1;
        self.assign(partitions);
        true
    }

    /// Each topic's partitions in equal runs over the members that read it, in order of their names.
    fn assign(&mut self, partitions: &dyn Fn(usize) -> u32) {
        let mut readers: BTreeMap<usize, u32> = BTreeMap::new();
        for member in self.members.values_mut() {
            member.assignment.clear();
            for topic in &member.topics {
                *readers.entry(*topic).or_default() += 1;
            }
        }
        let mut given: BTreeMap<usize, (u32, u32)> = BTreeMap::new();
        for member in self.members.values_mut() {
            for topic in &member.topics {
                let (count, members) = (partitions(*topic), readers.get(topic).copied().unwrap_or(1));
                let (index, from) = given.entry(*topic).or_default();
                let size = count / members + u32::from(*index < count % members);
                let numbers = *from..*from + size;
                (*index, *from) = (*index + 1, *from + size);
                member.assignment.extend(numbers.map(|partition| Address { topic: *topic, partition }));
            }
        }
    }

    /// Whether a member may store offsets. An old generation may as long as the rebalance that ends it is not complete;
    /// a group without members takes those of anybody who has not been a member yet, as brokers do.
    pub(super) fn check(&self, name: &str, id: u64, generation: i64) -> Result<(), String> {
        if self.members.is_empty() && generation == NO_GENERATION {
            return Ok(());
        }
        match self.members.get(name) {
            None => Err(format!("{name} is no member of the group")),
            Some(member) if member.id != id => Err(format!("another member has taken over as {name}")),
            Some(_) if generation != self.generation => {
                Err(format!("{name} is of generation {generation}, the group of {}", self.generation))
            }
            Some(_) => Ok(()),
        }
    }

    /// A transaction has ended for its offsets.
    pub(super) fn end(&mut self, transaction: TransactionNumber, committed: bool) {
        let Group { offsets, pending, .. } = self;
        pending.retain(|(of, address, stored)| {
            if *of == transaction && committed {
                offsets.insert(*address, stored.clone());
            }
            *of != transaction
        });
    }

    /// A transaction that is not over could change one of these.
    pub(super) fn is_pending(&self, addresses: &[Address]) -> bool {
        self.pending.iter().any(|(_, address, _)| addresses.contains(address))
    }
}
