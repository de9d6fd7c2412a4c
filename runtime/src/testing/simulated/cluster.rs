//! The cluster: topics, coordinators and the clock that they go by.
//!
//! What a client asks for happens here at once and completely; what may go wrong on the way is the client's and the plan's.

use super::fault::Plan;
use super::group::Group;
use super::partition::{Outcomes, Partition, Seen, TransactionNumber};
use super::random::Random;
use super::transaction::{Ending, Producer, Transaction};
use std::collections::BTreeMap;

/// A partition of the cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    pub topic: usize,
    pub partition: u32,
}

/// One life of a process.
pub type ProcessId = usize;

/// Times in milliseconds of the simulated clock.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// A process that has been silent for so long is no member any more.
    pub session: i64,
    /// How long a rebalance waits for a member that has not given back what it has.
    pub rebalance: i64,
    /// A transaction that is open for so long is aborted, and its producer fenced off.
    pub transaction: i64,
    /// The longest time until a marker is written.
    pub marker: i64,
    /// Compact a topic that is made so at one in so many sends to it; 0: never.
    pub compact_one_in: u64,
    /// Records that a poll delivers, at most.
    pub batch: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            session: 6_000,
            rebalance: 20_000,
            transaction: 10_000,
            marker: 8,
            compact_one_in: 16,
            batch: 24,
        }
    }
}

#[derive(Debug)]
struct Topic {
    partitions: Vec<Partition>,
    compact: bool,
}

#[derive(Debug, Default)]
struct Process {
    dead: bool,
    /// Since when nothing has been heard of it.
    silent: Option<i64>,
}

/// See the module.
#[derive(Debug)]
pub struct Cluster {
    pub(super) settings: Settings,
    pub(super) random: Random,
    pub(super) plan: Plan,
    now: i64,
    topics: Vec<Topic>,
    names: BTreeMap<String, usize>,
    outcomes: Outcomes,
    transactions: TransactionNumber,
    producers: BTreeMap<String, Producer>,
    pub(super) groups: BTreeMap<String, Group>,
    processes: Vec<Process>,
    members: u64,
    trace: Option<Vec<String>>,
}

impl Cluster {
    pub fn new(seed: u64, settings: Settings, plan: Plan) -> Self {
        Cluster {
            settings,
            random: Random::new(seed),
            plan,
            now: 0,
            topics: Vec::new(),
            names: BTreeMap::new(),
            outcomes: Outcomes::default(),
            transactions: 0,
            producers: BTreeMap::new(),
            groups: BTreeMap::new(),
            processes: Vec::new(),
            members: 0,
            trace: None,
        }
    }

    /// What fails from here on.
    pub fn plan(&mut self) -> &mut Plan {
        &mut self.plan
    }

    /// Keeps a line for everything that is decided.
    pub fn record(&mut self) {
        self.trace = Some(Vec::new());
    }

    /// What has been recorded since the last time.
    pub fn take_trace(&mut self) -> Vec<String> {
        self.trace.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// Adds a line to what is recorded, if anything is.
    pub fn note(&mut self, line: impl FnOnce() -> String) {
        let now = self.now;
        if let Some(trace) = &mut self.trace {
            trace.push(format!("{now:>7} {}", line()));
        }
    }

    /// Milliseconds since the simulation began.
    pub fn now(&self) -> i64 {
        self.now
    }

    /// Time passes: markers are written, transactions and sessions run out, rebalances complete. Never back.
    pub fn advance_to(&mut self, to: i64) {
        self.now = self.now.max(to);
        self.end_transactions();
        self.serve_groups();
    }

    // Topics.

    /// Creates a topic; one that is there stays as it is.
    pub fn create(&mut self, name: &str, partitions: u32, compact: bool) -> usize {
        if let Some(known) = self.names.get(name) {
            return *known;
        }
        let partitions = (0..partitions).map(|_| Partition::default()).collect();
        self.topics.push(Topic { partitions, compact });
        self.names.insert(name.to_owned(), self.topics.len() - 1);
        self.topics.len() - 1
    }

    /// Deletes a topic; one that is made under its name later has nothing of it.
    pub fn delete(&mut self, name: &str) {
        self.names.remove(name);
    }

    /// A topic by its name.
    pub fn topic(&self, name: &str) -> Option<usize> {
        self.names.get(name).copied()
    }

    /// Partitions of a topic; 0 if there is none.
    pub fn partitions(&self, topic: usize) -> u32 {
        self.topics.get(topic).map_or(0, |topic| topic.partitions.len() as u32)
    }

    pub(super) fn partition(&self, at: Address) -> Option<&Partition> {
        self.topics.get(at.topic)?.partitions.get(at.partition as usize)
    }

    fn partition_mut(&mut self, at: Address) -> Option<&mut Partition> {
        self.topics.get_mut(at.topic)?.partitions.get_mut(at.partition as usize)
    }

    /// What a committed reader sees of a partition from an offset on.
    pub fn seen(&self, at: Address, from: i64, end: i64) -> impl Iterator<Item = Seen<'_>> {
        let partition = self.partition(at);
        partition.into_iter().flat_map(move |partition| partition.seen(from, end, &self.outcomes))
    }

    /// The first offset, where it is stable, and the one after the last. Zeroes if there is no such partition.
    pub fn bounds(&self, at: Address) -> (i64, i64, i64) {
        self.partition(at)
            .map_or((0, 0, 0), |partition| (partition.start(), partition.stable(), partition.end()))
    }

    /// Appends a record as a producer outside of the job would; `timestamp` in milliseconds since the epoch.
    pub fn feed(&mut self, at: Address, timestamp: i64, key: Option<&[u8]>, value: Option<&[u8]>) {
        self.append(at, None, timestamp, key, value.map(|value| (&[][..], value)));
    }

    /// Appends a record of a transaction of somebody outside, with the marker that commits or aborts it behind it.
    pub fn feed_marked(&mut self, at: Address, timestamp: i64, value: &[u8], committed: bool) {
        let number = self.number_transaction();
        self.append(at, Some(number), timestamp, None, Some((&[], value)));
        self.outcomes.decide(number, committed);
        if let Some(partition) = self.partition_mut(at) {
            partition.mark(number);
        }
    }

    pub(super) fn append(
        &mut self,
        at: Address,
        transaction: Option<TransactionNumber>,
        timestamp: i64,
        key: Option<&[u8]>,
        value: Option<(&[u8], &[u8])>,
    ) {
        if let Some(partition) = self.partition_mut(at) {
            partition.append(transaction, timestamp, key, value);
        }
    }

    /// Compacts a partition of a topic that was made so; the last `tail` offsets stay.
    pub fn compact(&mut self, at: Address, tail: i64) {
        let Cluster { topics, outcomes, .. } = self;
        if let Some(topic) = topics.get_mut(at.topic)
            && topic.compact
            && let Some(partition) = topic.partitions.get_mut(at.partition as usize)
        {
            partition.compact(tail, outcomes);
        }
    }

    /// Deletes what lies before an offset.
    pub(super) fn trim(&mut self, at: Address, before: i64) {
        if let Some(partition) = self.partition_mut(at) {
            partition.trim(before);
        }
    }

    /// Now and then, when records were sent to it.
    pub(super) fn compact_sometimes(&mut self, at: Address) {
        let compact = self.topics.get(at.topic).is_some_and(|topic| topic.compact);
        if compact && self.random.one_in(self.settings.compact_one_in) {
            let tail = self.random.below(4) as i64;
            self.compact(at, tail);
        }
    }

    // Transactions.

    fn number_transaction(&mut self) -> TransactionNumber {
        self.transactions += 1;
        self.transactions
    }

    /// A new producer of an id: what an older one has open is aborted, and its markers are written before this returns.
    pub(super) fn init_producer(&mut self, id: &str) -> u32 {
        self.producers.entry(id.to_owned()).or_default().epoch += 1;
        self.decide(id, false);
        while let Some(due) = self.ending(id) {
            self.advance_to(due);
        }
        self.producers.get(id).map_or(0, |producer| producer.epoch)
    }

    /// The producer's open transaction, which begins if it has none. `None`: the producer is fenced off.
    pub(super) fn transaction(&mut self, id: &str, epoch: u32) -> Option<&mut Transaction> {
        // A transaction of before whose markers are not all written keeps the next one waiting.
        while let Some(due) = self.ending(id) {
            self.advance_to(due);
        }
        let (number, now) = (self.transactions + 1, self.now);
        let producer = self.producers.get_mut(id).filter(|producer| producer.epoch == epoch)?;
        if producer.transaction.is_none() {
            self.transactions = number;
            producer.transaction = Some(Transaction::new(number, now));
        }
        producer.transaction.as_mut()
    }

    /// Ends the producer's transaction; without one there is nothing to do. False: the producer is fenced off.
    pub(super) fn end_transaction(&mut self, id: &str, epoch: u32, commit: bool) -> bool {
        if self.producers.get(id).is_none_or(|producer| producer.epoch != epoch) {
            return false;
        }
        self.decide(id, commit);
        true
    }

    fn ending(&self, id: &str) -> Option<i64> {
        Some(self.producers.get(id)?.transaction.as_ref()?.ending?.due)
    }

    fn decide(&mut self, id: &str, committed: bool) {
        let due = self.now + self.random.below(self.settings.marker.unsigned_abs() + 1).cast_signed();
        let open = self.producers.get_mut(id).and_then(|producer| producer.transaction.as_mut());
        if let Some(transaction) = open.filter(|transaction| transaction.is_open()) {
            transaction.ending = Some(Ending { committed, due });
            let number = transaction.number;
            self.outcomes.decide(number, committed);
            self.note(|| {
                format!("transaction {number} of {id}: {}", if committed { "committed" } else { "aborted" })
            });
        }
    }

    fn end_transactions(&mut self) {
        let now = self.now;
        let late: Vec<String> = self
            .producers
            .iter()
            .filter(|(_, producer)| {
                let open = producer.transaction.as_ref().filter(|transaction| transaction.is_open());
                open.is_some_and(|transaction| now >= transaction.started + self.settings.transaction)
            })
            .map(|(id, _)| id.clone())
            .collect();
        for id in late {
            self.note(|| format!("transaction of {id}: timed out"));
            if let Some(producer) = self.producers.get_mut(&id) {
                producer.epoch += 1;
            }
            self.decide(&id, false);
        }
        let Cluster { producers, topics, groups, random, settings, .. } = self;
        for producer in producers.values_mut() {
            let Some(transaction) = &mut producer.transaction else { continue };
            let Some(mut ending) = transaction.ending else { continue };
            while ending.due <= now {
                if let Some(at) = transaction.places.pop_first() {
                    let topic = topics.get_mut(at.topic);
                    if let Some(partition) =
                        topic.and_then(|topic| topic.partitions.get_mut(at.partition as usize))
                    {
                        partition.mark(transaction.number);
                    }
                } else {
                    for group in &transaction.groups {
                        if let Some(group) = groups.get_mut(group) {
                            group.end(transaction.number, ending.committed);
                        }
                    }
                    producer.transaction = None;
                    break;
                }
                ending.due += random.below(settings.marker.unsigned_abs() / 4 + 1).cast_signed();
                transaction.ending = Some(ending);
            }
        }
    }

    // Groups and processes.

    /// A process begins.
    pub fn spawn(&mut self) -> ProcessId {
        self.processes.push(Process::default());
        self.processes.len() - 1
    }

    /// Ends a process without a word: nothing it asks for happens any more.
    pub fn kill(&mut self, process: ProcessId) {
        let now = self.now;
        if let Some(process) = self.processes.get_mut(process) {
            process.dead = true;
            process.silent.get_or_insert(now);
        }
    }

    /// The process has ended, or never began.
    pub fn is_dead(&self, process: ProcessId) -> bool {
        self.processes.get(process).is_none_or(|process| process.dead)
    }

    /// Nothing is heard of a process, or it is heard again.
    pub(super) fn silence(&mut self, process: ProcessId, silent: bool) {
        let now = self.now;
        // The dead stay silent.
        if let Some(process) = self.processes.get_mut(process).filter(|process| !process.dead) {
            process.silent = silent.then_some(now);
        }
    }

    pub(super) fn number_member(&mut self) -> u64 {
        self.members += 1;
        self.members
    }

    /// Begins a rebalance, as any change of the group does.
    pub fn rebalance(&mut self, group: &str) {
        let now = self.now;
        if let Some(group) = self.groups.get_mut(group) {
            group.rebalance(now);
        }
        self.serve_groups();
    }

    pub(super) fn serve_groups(&mut self) {
        let Cluster { groups, processes, topics, settings, now, .. } = self;
        let (now, mut done) = (*now, Vec::new());
        for (name, group) in groups.iter_mut() {
            let silent = |process: ProcessId| {
                let silent = processes.get(process).and_then(|process| process.silent);
                silent.is_some_and(|since| now >= since + settings.session)
            };
            let gone: Vec<String> = group
                .members
                .iter()
                .filter(|(_, member)| silent(member.process))
                .map(|(member, _)| member.clone())
                .collect();
            for member in gone {
                group.remove(&member, now);
                done.push(format!("{member} has left {name}: its session is over"));
            }
            let count = |topic: usize| topics.get(topic).map_or(0, |topic| topic.partitions.len() as u32);
            if group.settle(now, settings.rebalance, &count) {
                done.push(format!("{name} is at generation {}", group.generation));
            }
        }
        for line in done {
            self.note(|| line);
        }
    }
}
