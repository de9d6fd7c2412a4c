//! The consumer's half: the group as this member knows it, and what is fetched.
//!
//! What a real client learns in the background, this one learns in a poll, and sometimes when it stores offsets.

use super::client::SimulatedClient;
use super::cluster::Address;
use super::group::NO_GENERATION;
use crate::broker::client::{Consequence, Delivery, Failure, Membership, Message, Place, TopicNumber};
use std::collections::BTreeMap;
use std::time::Duration;

#[derive(Debug)]
pub(super) struct Consumer {
    topics: Option<Vec<TopicNumber>>,
    /// As the client last heard.
    id: u64,
    generation: i64,
    /// The generation whose partitions the application has been told.
    told: Option<i64>,
    /// It holds partitions, and must give them back before it joins again.
    holds: bool,
    /// It has been told to.
    asked_back: bool,
    fetches: BTreeMap<Place, Fetch>,
}

#[derive(Debug)]
struct Fetch {
    at: Address,
    position: i64,
    /// Where it was stable when something was last fetched in the background.
    fetched: Option<i64>,
    /// The end that was told last.
    told_end: Option<i64>,
    paused: bool,
}

impl Default for Consumer {
    fn default() -> Self {
        Consumer {
            topics: None,
            id: 0,
            generation: NO_GENERATION,
            told: None,
            holds: false,
            asked_back: false,
            fetches: BTreeMap::new(),
        }
    }
}

impl Consumer {
    /// As whom offsets are stored.
    pub(super) fn member(&self) -> (u64, i64) {
        (self.id, self.generation)
    }

    pub(super) fn pause(&mut self, places: &[Place], paused: bool) {
        for place in places {
            if let Some(fetch) = self.fetches.get_mut(place) {
                fetch.paused = paused;
            }
        }
    }
}

/// What a member finds out about itself.
enum News {
    Nothing,
    /// A rebalance is under way.
    Rebalancing,
    /// It is no member any more.
    Removed,
    /// Another process has its name.
    Replaced,
    /// Its partitions.
    Given(i64, Vec<Address>),
}

impl SimulatedClient {
    pub(super) fn join_group(&mut self, topics: &[TopicNumber]) -> Result<(), Failure> {
        self.consumer.topics = Some(topics.to_vec());
        self.become_member()
    }

    fn become_member(&mut self) -> Result<(), Failure> {
        let Some(topics) = &self.consumer.topics else { return Ok(()) };
        let topics = topics.iter().map(|topic| self.topic(*topic)).collect::<Result<Vec<_>, _>>()?;
        let (name, process) = (&self.identity.name, self.process);
        let id = self.with(|cluster| {
            let (id, now) = (cluster.number_member(), cluster.now());
            let group = cluster.groups.entry(self.identity.group.clone()).or_default();
            group.join(name, id, process, topics, now);
            cluster.serve_groups();
            id
        });
        let consumer = &mut self.consumer;
        (consumer.id, consumer.generation, consumer.told) = (id, NO_GENERATION, None);
        (consumer.holds, consumer.asked_back) = (false, false);
        Ok(())
    }

    pub(super) fn leave_group(&mut self) {
        let (id, name) = (self.consumer.id, &self.identity.name);
        self.with(|cluster| {
            let now = cluster.now();
            if let Some(group) = cluster.groups.get_mut(&self.identity.group)
                && group.members.get(name).is_some_and(|member| member.id == id)
            {
                group.remove(name, now);
            }
            cluster.serve_groups();
        });
    }

    /// A client's background thread may have joined the next generation before the application hears of it.
    pub(super) fn hear_of_generation(&mut self) {
        if self.with(|cluster| cluster.random.one_in(2))
            && let News::Given(generation, _) = self.news()
        {
            self.consumer.generation = generation;
        }
    }

    fn news(&self) -> News {
        let Consumer { id, told, .. } = self.consumer;
        self.with(|cluster| {
            let group = cluster.groups.get(&self.identity.group);
            let Some(group) = group else { return News::Removed };
            match group.members.get(&self.identity.name) {
                None => News::Removed,
                Some(member) if member.id != id => News::Replaced,
                Some(_) if group.rebalancing.is_some() => News::Rebalancing,
                Some(_) if told == Some(group.generation) => News::Nothing,
                Some(member) => News::Given(group.generation, member.assignment.clone()),
            }
        })
    }

    fn hear(&mut self) -> Result<Option<Membership>, Failure> {
        if self.consumer.topics.is_none() {
            return Ok(None);
        }
        let held = self.consumer.holds && !self.consumer.asked_back;
        match self.news() {
            News::Nothing => {}
            News::Replaced => {
                return Err(Failure::new(
                    Consequence::Give,
                    format!("another process has joined as {}", self.identity.name),
                )
                .help("give every instance a name of its own"));
            }
            News::Rebalancing | News::Removed if self.consumer.asked_back => {}
            News::Rebalancing if held => {
                self.consumer.asked_back = true;
                return Ok(Some(Membership::Revoked));
            }
            News::Rebalancing => self.rejoin(),
            News::Removed if held => {
                (self.consumer.id, self.consumer.generation) = (0, NO_GENERATION);
                self.consumer.asked_back = true;
                return Ok(Some(Membership::Lost));
            }
            News::Removed => self.become_member()?,
            News::Given(..) if self.consumer.asked_back => {}
            News::Given(generation, assignment) => {
                let consumer = &mut self.consumer;
                (consumer.generation, consumer.told) = (generation, Some(generation));
                consumer.holds = !assignment.is_empty();
                return Ok(Some(Membership::Assigned(self.places(&assignment))));
            }
        }
        Ok(None)
    }

    fn rejoin(&mut self) {
        let (id, name) = (self.consumer.id, &self.identity.name);
        self.with(|cluster| {
            if let Some(group) = cluster.groups.get_mut(&self.identity.group) {
                group.rejoin(name, id);
            }
            cluster.serve_groups();
        });
    }

    fn places(&self, addresses: &[Address]) -> Vec<Place> {
        let numbers: BTreeMap<usize, TopicNumber> =
            (0..).zip(&self.identity.topics).filter_map(|(n, _)| Some((self.topic(n).ok()?, n))).collect();
        let place = |at: &Address| Some(Place { topic: *numbers.get(&at.topic)?, partition: at.partition });
        addresses.iter().filter_map(place).collect()
    }

    pub(super) fn poll_once(
        &mut self,
        wait: Duration,
        take: &mut dyn FnMut(Delivery<'_>),
    ) -> Result<Option<Membership>, Failure> {
        let mut membership = self.hear()?;
        if let Some(membership) = &membership {
            self.tell(|| match membership {
                Membership::Assigned(places) => format!("given {} partitions", places.len()),
                other => format!("{other:?}"),
            });
        }
        if membership.is_none() && !self.deliver(take) && !wait.is_zero() {
            let wait = (wait.as_millis() as i64).max(1);
            self.with(|cluster| {
                // Something may come before the time is up.
                let waited = 1 + cluster.random.below(wait.unsigned_abs()).cast_signed();
                cluster.advance_to(cluster.now() + waited);
            });
            membership = self.hear()?;
        }
        Ok(membership)
    }

    /// Hands over some of what there is, from some of the partitions. False if there was nothing.
    fn deliver(&mut self, take: &mut dyn FnMut(Delivery<'_>)) -> bool {
        let mut any = false;
        let simulation = self.simulation.clone();
        simulation.with(|cluster| {
            let mut left = 1 + cluster.random.below(cluster.settings.batch);
            for (place, fetch) in &mut self.consumer.fetches {
                // One that is paused may have been fetched before it was.
                if cluster.random.one_in(if fetch.paused { 2 } else { 4 }) {
                    continue;
                }
                let (_, stable, _) = cluster.bounds(fetch.at);
                if !fetch.paused && !cluster.random.one_in(4) {
                    fetch.fetched = Some(stable);
                }
                let Some(fetched) = fetch.fetched else { continue };
                for seen in cluster.seen(fetch.at, fetch.position, fetched) {
                    if left == 0 {
                        return;
                    }
                    left -= 1;
                    any = true;
                    fetch.position = seen.offset + 1;
                    take(Delivery::Record(Message {
                        place: *place,
                        offset: seen.offset,
                        timestamp: seen.timestamp,
                        key: seen.key,
                        value: seen.value,
                    }));
                }
                fetch.position = fetch.position.max(fetched);
                if fetch.told_end != Some(fetch.position) && !fetch.paused {
                    fetch.told_end = Some(fetch.position);
                    any = true;
                    take(Delivery::End { place: *place, offset: fetch.position });
                }
            }
        });
        any
    }

    pub(super) fn fetch_from(&mut self, from: &[(Place, i64)]) -> Result<(), Failure> {
        let mut fetches = BTreeMap::new();
        for (place, offset) in from {
            fetches.insert(*place, Fetch::new(self.address(*place)?, *offset));
        }
        self.consumer.fetches = fetches;
        if from.is_empty() && self.consumer.asked_back {
            (self.consumer.holds, self.consumer.asked_back) = (false, false);
            match self.news() {
                News::Removed => self.become_member()?,
                _ => self.rejoin(),
            }
        }
        Ok(())
    }

    pub(super) fn fetch_elsewhere(&mut self, place: Place, offset: i64) -> Result<(), Failure> {
        let at = self.address(place)?;
        let Some(fetch) = self.consumer.fetches.get_mut(&place) else {
            return Err(Failure::new(Consequence::Give, format!("{place:?} is not fetched")));
        };
        *fetch = Fetch { paused: fetch.paused, ..Fetch::new(at, offset) };
        Ok(())
    }
}

impl Fetch {
    fn new(at: Address, position: i64) -> Self {
        Fetch { at, position, fetched: None, told_end: None, paused: false }
    }
}
