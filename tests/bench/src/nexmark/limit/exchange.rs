//! `q1`: the price in another currency, exactly.

use super::pass::Row;
use super::query::{Bid, Query};
use super::sink::{Sink, number};

/// `q1`: the price in another currency, exactly.
#[derive(Default)]
pub struct Exchange;

impl Query for Exchange {
    #[inline(always)]
    fn bid<'a>(&mut self, mut bid: impl Bid<'a>, sink: &mut Sink) -> Option<()> {
        let row = Row::read(&mut bid)?;
        sink.row(row.time, Some(row.bidder), |out| {
            number(out, b"{\"auction\":", row.auction);
            number(out, b",\"bidder\":", row.bidder);
            thousandths(out, b",\"price\":", row.price * 908);
            row.write_rest(out);
        });
        Some(())
    }
}

/// Appends what comes before a number, and a number of thousandths.
#[inline(always)]
pub(super) fn thousandths(out: &mut Vec<u8>, before: &[u8], value: u64) {
    number(out, before, value / 1000);
    let rest = value % 1000;
    let digit = |unit| b'0' + (rest / unit % 10) as u8;
    out.extend_from_slice(&[b'.', digit(100), digit(10), digit(1)]);
}
