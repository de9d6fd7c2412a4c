//! `q2`: the bids on every 123rd auction.

use super::query::{Bid, Query};
use super::sink::{Sink, number};

/// `q2`: the bids on every 123rd auction.
#[derive(Default)]
pub struct Select {
    /// The newest bid's time: what a job has to know of every record, whether or not it uses the record.
    clock: u64,
}

impl Query for Select {
    #[inline(always)]
    fn bid<'a>(&mut self, mut bid: impl Bid<'a>, sink: &mut Sink) -> Option<()> {
        let (auction, _, price) = bid.numbers()?;
        let time = bid.time()?;
        self.clock = self.clock.max(time);
        if auction.is_multiple_of(123) {
            select(auction, price, time, sink);
        }
        Some(())
    }

    fn end(&mut self, _: &mut Sink) {
        std::hint::black_box(self.clock);
    }
}

/// `q2` without time: what it costs to know it.
#[derive(Default)]
pub struct Timeless;

impl Query for Timeless {
    #[inline(always)]
    fn bid<'a>(&mut self, mut bid: impl Bid<'a>, sink: &mut Sink) -> Option<()> {
        let (auction, _, price) = bid.numbers()?;
        if auction.is_multiple_of(123) {
            select(auction, price, bid.time()?, sink);
        }
        Some(())
    }
}

fn select(auction: u64, price: u64, time: u64, sink: &mut Sink) {
    sink.row(time, None, |out| {
        number(out, b"{\"auction\":", auction);
        number(out, b",\"price\":", price);
        out.push(b'}');
    });
}
