//! What a query by hand is: told of one record after the other, whichever way they are written. One file per query.

use super::sink::Sink;

/// One query over one bid after the other.
pub trait Query: Default {
    /// `None`: the bid is not written as expected.
    fn bid<'a>(&mut self, bid: impl Bid<'a>, sink: &mut Sink) -> Option<()>;

    /// There are no more.
    fn end(&mut self, _: &mut Sink) {}
}

/// A bid whose columns are read in this order, as far as they are wanted.
pub trait Bid<'a> {
    /// Auction, bidder, price.
    fn numbers(&mut self) -> Option<(u64, u64, u64)>;

    /// Channel and url. Left out by who does not want them.
    fn texts(&mut self) -> Option<(&'a [u8], &'a [u8])>;

    /// In milliseconds.
    fn time(&mut self) -> Option<u64>;

    fn extra(&mut self) -> Option<&'a [u8]>;
}

/// One query over people and their auctions.
pub trait HouseQuery: Default {
    /// Everybody is known before the first auction.
    const PEOPLE_FIRST: bool;

    fn person(&mut self, person: &Person<'_>, sink: &mut Sink);

    /// `None`: the auction is not written as expected.
    fn auction(&mut self, id: u64, time: u64, rest: impl Auction, sink: &mut Sink) -> Option<()>;
}

/// What is read of a person.
pub struct Person<'a> {
    pub id: u64,
    pub name: &'a [u8],
    pub city: &'a [u8],
    pub state: &'a [u8],
    /// In milliseconds.
    pub time: u64,
}

/// An auction whose columns are read in this order, as far as they are wanted.
pub trait Auction {
    fn id(&mut self) -> Option<u64>;

    /// In milliseconds.
    fn time(&mut self) -> Option<u64>;

    fn seller(&mut self) -> Option<u64>;

    fn category(&mut self) -> Option<u64>;
}
