//! Events as Nexmark describes them, from a seed: the same bytes on every machine.
//!
//! One stream of events repeats every 50: 1 person, 3 auctions, 46 bids. Each kind has a topic of its own, one JSON object
//! per record: bids keyed by bidder, the others by id. In whichever order the fields of a record stand, its values are the same.

mod bids;
mod house;
mod random;
mod topic;

pub use topic::Topic;

/// Events of one repetition, by kind.
const PERSONS: u64 = 1;
const AUCTIONS: u64 = 3;
const ROUND: u64 = 50;
const FIRST_ID: u64 = 1000;
/// A day begins here, and so does every window.
const FIRST_TIME: u64 = 1_767_225_600_000;
/// Events per millisecond of event time, where nobody says otherwise.
const RATE: u64 = 100;
/// One id in so many is the hot one.
const HOT_GROUP: u64 = 100;
const ACTIVE_PERSONS: u64 = 1000;
/// Ids that an event may be ahead of.
const AHEAD: u64 = 10;
/// There are so many times fewer persons and auctions than bids: they are larger.
const FEWER: usize = 4;

/// In which order the fields of a record stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As the schema has them.
    Schema,
    /// Any, drawn for each record anew.
    Shuffled,
}

/// What is to be made.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// Bids.
    pub bids: usize,
    pub order: Order,
    /// Events per millisecond of event time.
    pub per_millisecond: u64,
}

impl Spec {
    pub fn new(bids: usize, order: Order) -> Spec {
        Spec { bids, order, per_millisecond: RATE }
    }
}

/// The topics that the queries read. Bids are of one run of the generator, persons and auctions of another, longer one, in
/// which the bids are left out.
pub struct Data {
    pub order: Order,
    pub bids: Topic,
    pub persons: Topic,
    pub auctions: Topic,
}

impl Data {
    pub fn generate(spec: Spec) -> Data {
        let mut data = Data {
            order: spec.order,
            bids: Topic::default(),
            persons: Topic::default(),
            auctions: Topic::default(),
        };
        let mut bids = bids::Bids::default();
        let mut events = (0..).map(|event| Moment::of(event, &spec));
        while data.bids.len() < spec.bids
            && let Some((now, place)) = events.next()
        {
            if place >= PERSONS + AUCTIONS {
                bids.push(now, &spec, &mut data.bids);
            }
        }
        let mut house = house::House::default();
        let mut events = (0..).map(|event| Moment::of(event, &spec));
        while data.persons.len() + data.auctions.len() < spec.bids / FEWER
            && let Some((now, place)) = events.next()
        {
            match place.checked_sub(PERSONS) {
                None => house.person(now, place, &spec, &mut data.persons),
                Some(place) if place < AUCTIONS => house.auction(now, place, &spec, &mut data.auctions),
                Some(_) => {}
            }
        }
        data
    }

    /// What a topic of the example holds, by the last part of its name without the version.
    pub fn topic(&self, name: &str) -> Option<&Topic> {
        match name {
            "bids" => Some(&self.bids),
            "persons" | "people" => Some(&self.persons),
            "auctions" => Some(&self.auctions),
            _ => None,
        }
    }
}

/// When an event happens.
#[derive(Clone, Copy)]
struct Moment {
    /// The number of the repetition.
    round: u64,
    /// Milliseconds since the epoch.
    time: u64,
}

impl Moment {
    /// Of the event with this number, and its place in its round.
    fn of(event: u64, spec: &Spec) -> (Moment, u64) {
        (Moment { round: event / ROUND, time: FIRST_TIME + event / spec.per_millisecond }, event % ROUND)
    }
}

fn newest_auction(round: u64) -> u64 {
    round * AUCTIONS + AUCTIONS - 1
}
