//! `q0`: five columns.

use super::query::{Bid, Query};
use super::sink::{Sink, number};

/// `q0`: five columns.
#[derive(Default)]
pub struct Pass;

impl Query for Pass {
    #[inline(always)]
    fn bid<'a>(&mut self, mut bid: impl Bid<'a>, sink: &mut Sink) -> Option<()> {
        let row = Row::read(&mut bid)?;
        sink.row(row.time, Some(row.bidder), |out| {
            number(out, b"{\"auction\":", row.auction);
            number(out, b",\"bidder\":", row.bidder);
            number(out, b",\"price\":", row.price);
            row.write_rest(out);
        });
        Some(())
    }
}

/// What `q0` and `q1` read.
pub(super) struct Row<'a> {
    pub auction: u64,
    pub bidder: u64,
    pub price: u64,
    pub time: u64,
    extra: &'a [u8],
}

impl<'a> Row<'a> {
    #[inline(always)]
    pub fn read(bid: &mut impl Bid<'a>) -> Option<Self> {
        let (auction, bidder, price) = bid.numbers()?;
        let time = bid.time()?;
        Some(Row { auction, bidder, price, time, extra: bid.extra()? })
    }

    #[inline(always)]
    pub fn write_rest(&self, out: &mut Vec<u8>) {
        number(out, b",\"dateTime\":", self.time);
        out.extend_from_slice(b",\"extra\":\"");
        out.extend_from_slice(self.extra);
        out.extend_from_slice(b"\"}");
    }
}
