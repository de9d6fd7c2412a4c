//! The limit: the same queries as a careful engineer writes them by hand, single-threaded, for this data alone.

mod any_order;
mod count;
mod directories;
mod exchange;
mod highest;
mod hottest;
mod in_order;
mod input;
mod local;
mod map;
mod numbered;
mod pass;
mod per_day;
mod query;
mod scan;
mod select;
mod sellers;
mod sink;
mod timed;
mod windows;

pub use count::Count;
pub use directories::Directories;
pub use exchange::Exchange;
pub use highest::Highest;
pub use hottest::Hottest;
pub use local::Local;
pub use numbered::Numbered;
pub use pass::Pass;
pub use per_day::PerDay;
pub use select::{Select, Timeless};
pub use sellers::Sellers;
pub use timed::Timed;

use super::generator::{Data, Order};
use super::results::Results;
use any_order::{AuctionAnyOrder, BidAnyOrder};
use in_order::{AuctionInOrder, BidInOrder};
use input::Input;
use query::{Auction, HouseQuery, Person, Query};
use scan::Cursor;
use sink::Sink;

/// The day on which the data begins, in days since the epoch: the first of 2026. None is of another month.
const FIRST_DAY: u64 = 20_454;

/// Runs a query over the bids, fetched as the worker fetches them and read by who knows their order.
pub fn bids<Q: Query>(data: &Data, results: Results) -> Result<Results, String> {
    match data.order {
        Order::Schema => each_bid::<Q>(data, results, |query, at, sink| query.bid(BidInOrder::new(at), sink)),
        Order::Shuffled => {
            each_bid::<Q>(data, results, |query, at, sink| query.bid(BidAnyOrder::new(at), sink))
        }
    }
}

#[inline(always)]
fn each_bid<Q: Query>(
    data: &Data,
    results: Results,
    one: impl Fn(&mut Q, Cursor, &mut Sink) -> Option<()>,
) -> Result<Results, String> {
    let mut query = Q::default();
    let mut sink = Sink::new(results);
    let mut bids = Input::new(&data.bids);
    while let Some(bid) = bids.next() {
        one(&mut query, bid, &mut sink).ok_or("a bid is not written as the limit expects")?;
    }
    query.end(&mut sink);
    sink.flush();
    Ok(sink.results)
}

/// Runs a query over people and auctions, likewise; whoever is older comes first, unless the query wants everybody first.
pub fn house<Q: HouseQuery>(data: &Data, results: Results) -> Result<Results, String> {
    match data.order {
        Order::Schema => each_of_house::<Q, _>(data, results, in_order::person, AuctionInOrder),
        Order::Shuffled => each_of_house::<Q, _>(data, results, any_order::person, AuctionAnyOrder::new),
    }
}

#[inline(always)]
fn each_of_house<'a, Q: HouseQuery, A: Auction>(
    data: &'a Data,
    results: Results,
    read_person: impl Fn(Cursor) -> Option<Person<'a>>,
    read_auction: impl Fn(Cursor) -> A,
) -> Result<Results, String> {
    let mut query = Q::default();
    let mut sink = Sink::new(results);
    let mut people = Input::new(&data.persons);
    let mut next = || people.next().map(|at| read_person(at).ok_or("a person is not written as expected"));
    let mut person = next().transpose()?;
    let mut auctions = Input::new(&data.auctions);
    loop {
        let auction = auctions.next().map(|at| {
            let mut auction = read_auction(at);
            Some((auction.id()?, auction.time()?, auction))
        });
        let auction = auction.map(|auction| auction.ok_or("an auction is not written as expected"));
        let auction = auction.transpose()?;
        let until = auction.as_ref().filter(|_| !Q::PEOPLE_FIRST).map_or(u64::MAX, |(_, time, _)| *time);
        while let Some(someone) = person.take_if(|person| person.time <= until) {
            query.person(&someone, &mut sink);
            person = next().transpose()?;
        }
        let Some((id, time, rest)) = auction else { break };
        query.auction(id, time, rest, &mut sink).ok_or("an auction is not written as expected")?;
    }
    sink.flush();
    Ok(sink.results)
}
