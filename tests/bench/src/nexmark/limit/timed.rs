//! `q14`: the bids of a price range in another currency, the time of day in words, and how often a letter occurs.

use super::exchange::thousandths;
use super::query::{Bid, Query};
use super::sink::{Sink, number};

/// `q14`: the bids of a price range, with the time of day in words.
#[derive(Default)]
pub struct Timed {
    /// The newest bid's time: what a job has to know of every record, whether or not it uses the record.
    clock: u64,
}

impl Query for Timed {
    #[inline(always)]
    fn bid<'a>(&mut self, mut bid: impl Bid<'a>, sink: &mut Sink) -> Option<()> {
        let (auction, bidder, price) = bid.numbers()?;
        let time = bid.time()?;
        self.clock = self.clock.max(time);
        let price = price * 908;
        if price <= 1_000_000_000 || price >= 50_000_000_000 {
            return Some(());
        }
        let extra = bid.extra()?;
        let kind: &[u8] = match time / 3_600_000 % 24 {
            8..=18 => b"dayTime",
            ..=6 | 20.. => b"nightTime",
            _ => b"otherTime",
        };
        let count = extra.iter().filter(|byte| **byte == b'c').count() as u64;
        sink.row(time, Some(bidder), |out| {
            number(out, b"{\"auction\":", auction);
            number(out, b",\"bidder\":", bidder);
            thousandths(out, b",\"price\":", price);
            out.extend_from_slice(b",\"bidtimetype\":\"");
            out.extend_from_slice(kind);
            number(out, b"\",\"dateTime\":", time);
            number(out, b",\"c_counts\":", count);
            out.push(b'}');
        });
        Some(())
    }

    fn end(&mut self, _: &mut Sink) {
        std::hint::black_box(self.clock);
    }
}
