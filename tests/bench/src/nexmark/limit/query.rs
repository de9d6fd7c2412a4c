//! What a query by hand is: told of one bid after the other, whichever way they are written. One file per query.

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

    /// In milliseconds.
    fn time(&mut self) -> Option<u64>;

    fn extra(&mut self) -> Option<&'a [u8]>;
}
