//! The calls of [`Client`], each between two points where something may go wrong.

use super::cluster::{Address, Cluster, ProcessId};
use super::consumer::Consumer;
use super::fault::{Call, Fault};
use super::producer::Producer;
use super::{Seen, Simulation};
use crate::broker::Client;
use crate::broker::client::{
    Consequence, Delivery, Failure, Form, Membership, Message, NewTopic, Place, Stored, TopicNumber,
};
use crate::record::Chunk;
use std::time::Duration;

/// How long a call waits for transactions of others, in simulated milliseconds, before it says that it has no time.
const PATIENCE: i64 = 30_000;
/// Between two looks at whether they are over.
const LOOK: i64 = 250;

/// Who a client is.
#[derive(Clone, Debug)]
pub struct Identity {
    pub group: String,
    /// The member's static name.
    pub name: String,
    pub transactional_id: String,
    /// The names of topics, by number.
    pub topics: Vec<String>,
    /// Without: what is sent is seen at once, offsets at the commit.
    pub exactly_once: bool,
    /// Leaves out, when it stores offsets, as which member: a planted bug.
    pub anonymous: bool,
}

/// One process's consumer and producer on a simulated cluster.
#[derive(Debug)]
pub struct SimulatedClient {
    pub(super) simulation: Simulation,
    pub(super) process: ProcessId,
    pub(super) identity: Identity,
    pub(super) consumer: Consumer,
    pub(super) producer: Producer,
}

impl SimulatedClient {
    /// A client of a process that [`Cluster::spawn`] has begun.
    pub fn open(simulation: &Simulation, process: ProcessId, identity: Identity) -> Self {
        SimulatedClient {
            simulation: simulation.clone(),
            process,
            identity,
            consumer: Consumer::default(),
            producer: Producer::default(),
        }
    }

    pub(super) fn with<T>(&self, with: impl FnOnce(&mut Cluster) -> T) -> T {
        self.simulation.with(with)
    }

    /// The topic's place in the cluster.
    pub(super) fn topic(&self, topic: TopicNumber) -> Result<usize, Failure> {
        let name = self.name(topic)?;
        self.with(|cluster| cluster.topic(name)).ok_or_else(|| {
            Failure::new(Consequence::Give, format!("there is no topic {name}"))
                .help("create it, or correct its name")
        })
    }

    fn name(&self, topic: TopicNumber) -> Result<&str, Failure> {
        self.identity.topics.get(usize::from(topic)).map(String::as_str).ok_or_else(|| {
            Failure::new(Consequence::Give, format!("the client was opened without topic {topic}"))
        })
    }

    pub(super) fn address(&self, place: Place) -> Result<Address, Failure> {
        Ok(Address { topic: self.topic(place.topic)?, partition: place.partition })
    }

    pub(super) fn addresses(&self, places: &[Place]) -> Result<Vec<Address>, Failure> {
        places.iter().map(|place| self.address(*place)).collect()
    }

    /// A call between its two points of failure.
    fn call<T>(
        &mut self,
        call: Call,
        body: impl FnOnce(&mut Self) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.alive()?;
        self.with(|cluster| cluster.advance_to(cluster.now() + 1));
        if let Some(fault) = self.with(|cluster| cluster.plan.before(call)) {
            self.suffer(call, fault, "before")?;
        }
        let result = body(self);
        // Others may have gone on while it waited, and the process may have been ended by them.
        self.alive()?;
        if result.is_ok()
            && let Some(fault) = self.with(|cluster| cluster.plan.after(call))
        {
            self.suffer(call, fault, "after")?;
        }
        result
    }

    fn alive(&self) -> Result<(), Failure> {
        if self.with(|cluster| cluster.is_dead(self.process)) {
            return Err(Failure::new(Consequence::Give, "the process has been killed"));
        }
        Ok(())
    }

    fn suffer(&mut self, call: Call, fault: Fault, side: &str) -> Result<(), Failure> {
        let name = &self.identity.name;
        self.simulation
            .strike(self.process, &self.identity.group, fault, || format!("{name}, {side} {call}"));
        if let Fault::Fail(consequence) = fault {
            if matches!(call, Call::Send | Call::SendOffsets | Call::Commit | Call::Abort) {
                self.producer.suffer(consequence);
            }
            return Err(Failure::new(consequence, format!("{call} failed: {consequence:?}, {side}")));
        }
        self.alive()
    }

    /// Adds to what is recorded.
    pub(super) fn tell(&self, what: impl FnOnce() -> String) {
        self.with(|cluster| {
            cluster.note(|| format!("{} #{}: {}", self.identity.name, self.process, what()));
        });
    }

    /// A topic's name.
    pub(super) fn shown(&self, place: Place) -> &str {
        self.name(place.topic).unwrap_or_default()
    }

    /// Waits while something is so; fails if it stays so for too long.
    pub(super) fn wait_while(&self, so: impl Fn(&Cluster) -> bool, what: &str) -> Result<(), Failure> {
        let since = self.with(|cluster| cluster.now());
        while self.with(|cluster| so(cluster)) {
            if self.with(|cluster| cluster.now()) > since + PATIENCE {
                return Err(Failure::new(Consequence::Retry, format!("a transaction is open: {what}")));
            }
            // Markers take a moment, an open transaction of somebody else may take its whole timeout.
            let soon = self.with(|cluster| cluster.settings.marker) + 1;
            self.simulation.pass(if self.with(|cluster| cluster.now()) < since + 4 * soon {
                soon
            } else {
                LOOK
            });
            self.alive()?;
        }
        Ok(())
    }
}

impl Client for SimulatedClient {
    fn cluster(&mut self) -> Result<String, Failure> {
        self.call(Call::Cluster, |_| Ok("simulated".to_owned()))
    }

    fn partitions(&mut self, topic: TopicNumber) -> Result<Option<u32>, Failure> {
        self.call(Call::Partitions, |client| {
            let name = client.name(topic)?;
            Ok(client.with(|cluster| cluster.topic(name).map(|topic| cluster.partitions(topic))))
        })
    }

    fn create(&mut self, topics: &[NewTopic]) -> Result<(), Failure> {
        self.call(Call::Create, |client| {
            for topic in topics {
                let name = client.name(topic.topic)?;
                let compact = topic
                    .settings
                    .iter()
                    .any(|(key, value)| *key == "cleanup.policy" && value.contains("compact"));
                client.with(|cluster| cluster.create(name, topic.partitions, compact));
            }
            Ok(())
        })
    }

    fn offsets(&mut self, place: Place) -> Result<(i64, i64), Failure> {
        self.call(Call::Offsets, |client| {
            let at = client.address(place)?;
            let (start, _, end) = client.with(|cluster| cluster.bounds(at));
            Ok((start, end))
        })
    }

    fn join(&mut self, topics: &[TopicNumber]) -> Result<(), Failure> {
        self.call(Call::Join, |client| client.join_group(topics))
    }

    fn poll(
        &mut self,
        wait: Duration,
        take: &mut dyn FnMut(Delivery<'_>),
    ) -> Result<Option<Membership>, Failure> {
        self.call(Call::Poll, |client| client.poll_once(wait, take))
    }

    fn assign(&mut self, from: &[(Place, i64)]) -> Result<(), Failure> {
        self.call(Call::Assign, |client| client.fetch_from(from))
    }

    fn seek(&mut self, place: Place, offset: i64) -> Result<(), Failure> {
        self.call(Call::Seek, |client| client.fetch_elsewhere(place, offset))
    }

    fn pause(&mut self, places: &[Place]) -> Result<(), Failure> {
        self.call(Call::Pause, |client| {
            client.consumer.pause(places, true);
            Ok(())
        })
    }

    fn resume(&mut self, places: &[Place]) -> Result<(), Failure> {
        self.call(Call::Resume, |client| {
            client.consumer.pause(places, false);
            Ok(())
        })
    }

    fn stored(&mut self, places: &[Place]) -> Result<Vec<Option<Stored>>, Failure> {
        self.call(Call::Stored, |client| {
            let addresses = client.addresses(places)?;
            let group = client.identity.group.clone();
            client.wait_while(
                |cluster| cluster.groups.get(&group).is_some_and(|group| group.is_pending(&addresses)),
                "its offsets are not decided",
            )?;
            Ok(client.with(|cluster| {
                let offsets = cluster.groups.get(&group).map(|group| &group.offsets);
                addresses.iter().map(|at| offsets.and_then(|offsets| offsets.get(at)).cloned()).collect()
            }))
        })
    }

    fn read(
        &mut self,
        place: Place,
        from: i64,
        end: i64,
        take: &mut dyn FnMut(Option<&[u8]>, Option<&[u8]>),
    ) -> Result<(), Failure> {
        self.call(Call::Read, |client| {
            let at = client.address(place)?;
            client.tell(|| format!("reads {} {} from {from} to {end}", client.shown(place), place.partition));
            // What is stable is handed over before the wait, as a consumer would.
            let stable = client.with(|cluster| cluster.bounds(at).1);
            let mut hand_over = |from: i64, end: i64| {
                client.with(|cluster| {
                    cluster.seen(at, from, end).for_each(|Seen { key, value, .. }| take(key, value));
                });
            };
            hand_over(from, end.min(stable));
            if stable < end {
                client.wait_while(|cluster| cluster.bounds(at).1 < end, "its records are not decided")?;
                hand_over(from.max(stable), end);
            }
            Ok(())
        })
    }

    fn sample(
        &mut self,
        ranges: &[(Place, i64, i64)],
        _: Duration,
        take: &mut dyn FnMut(Message<'_>),
    ) -> Result<(), Failure> {
        self.call(Call::Read, |client| {
            for &(place, from, end) in ranges {
                let at = client.address(place)?;
                client.with(|cluster| {
                    let stable = cluster.bounds(at).1;
                    for Seen { offset, timestamp, key, value } in cluster.seen(at, from, end.min(stable)) {
                        take(Message { place, offset, timestamp, key, value });
                    }
                });
            }
            Ok(())
        })
    }

    fn begin(&mut self) -> Result<(), Failure> {
        self.call(Call::Begin, Self::begin_transaction)
    }

    fn send(&mut self, to: Place, records: &Chunk, form: Form) -> Result<(), Failure> {
        self.call(Call::Send, |client| client.send_records(to, records, form))
    }

    fn send_offsets(&mut self, offsets: &[(Place, Stored)]) -> Result<(), Failure> {
        self.call(Call::SendOffsets, |client| client.store_offsets(offsets))
    }

    fn commit(&mut self) -> Result<(), Failure> {
        self.call(Call::Commit, |client| client.end_transaction(true))
    }

    fn abort(&mut self) -> Result<(), Failure> {
        self.call(Call::Abort, |client| client.end_transaction(false))
    }

    fn renew(&mut self) -> Result<(), Failure> {
        self.call(Call::Renew, Self::new_producer)
    }

    fn trim(&mut self, before: &[(Place, i64)]) {
        for (place, offset) in before {
            if let Ok(at) = self.address(*place) {
                self.tell(|| format!("deletes {} {} up to {offset}", self.shown(*place), place.partition));
                self.with(|cluster| cluster.trim(at, *offset));
            }
        }
    }

    fn forget(&mut self, topics: &[TopicNumber]) -> Result<(), Failure> {
        let group = self.identity.group.clone();
        if self.with(|cluster| cluster.groups.get(&group).is_some_and(|group| !group.members.is_empty())) {
            return Err(Failure::new(Consequence::Give, format!("the group {group} has members"))
                .help("stop the job first"));
        }
        for topic in topics {
            let name = self.name(*topic)?;
            self.with(|cluster| cluster.delete(name));
        }
        self.with(|cluster| cluster.groups.remove(&group));
        Ok(())
    }

    fn nap(&mut self, time: Duration) {
        self.simulation.pass((time.as_millis() as i64).max(1));
    }

    fn close(&mut self, _: Duration) {
        if self.alive().is_ok() {
            self.leave_group();
            // What is open is over with the next producer of the name, or with its time.
            self.with(|cluster| cluster.kill(self.process));
        }
    }
}
