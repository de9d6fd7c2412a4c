//! The queries by hand. Each reads the fields it needs and stops; data is taken to be in order.

use super::scan::Cursor;
use super::sink::{Sink, number};
use hashbrown::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// One query over one bid after the other.
pub trait Query: Default {
    /// `None`: the bid is not written as expected.
    fn bid(&mut self, bid: Cursor, sink: &mut Sink) -> Option<()>;

    /// There are no more.
    fn end(&mut self, _: &mut Sink) {}
}

/// `q0`: five columns.
#[derive(Default)]
pub struct Pass;

impl Query for Pass {
    #[inline(always)]
    fn bid(&mut self, mut bid: Cursor, sink: &mut Sink) -> Option<()> {
        let row = Row::read(&mut bid)?;
        sink.row(|out| {
            number(out, b"{\"auction\":", row.auction);
            number(out, b",\"bidder\":", row.bidder);
            number(out, b",\"price\":", row.price);
            row.write_rest(out);
        });
        Some(())
    }
}

/// `q1`: the price in another currency, exactly.
#[derive(Default)]
pub struct Exchange;

impl Query for Exchange {
    #[inline(always)]
    fn bid(&mut self, mut bid: Cursor, sink: &mut Sink) -> Option<()> {
        let row = Row::read(&mut bid)?;
        sink.row(|out| {
            number(out, b"{\"auction\":", row.auction);
            number(out, b",\"bidder\":", row.bidder);
            let thousandths = row.price * 908;
            number(out, b",\"price\":", thousandths / 1000);
            let rest = thousandths % 1000;
            let digit = |unit| b'0' + (rest / unit % 10) as u8;
            out.extend_from_slice(&[b'.', digit(100), digit(10), digit(1)]);
            row.write_rest(out);
        });
        Some(())
    }
}

/// What `q0` and `q1` read.
struct Row<'a> {
    auction: u64,
    bidder: u64,
    price: u64,
    time: u64,
    extra: &'a [u8],
}

impl Row<'_> {
    #[inline(always)]
    fn read(bid: &mut Cursor) -> Option<Self> {
        bid.expect(b"{\"auction\":")?;
        let auction = bid.number();
        bid.expect(b",\"bidder\":")?;
        let bidder = bid.number();
        bid.expect(b",\"price\":")?;
        let price = bid.number();
        bid.expect(b",\"channel\":\"")?;
        bid.text();
        bid.expect(b",\"url\":\"")?;
        bid.text();
        bid.expect(b",\"dateTime\":")?;
        let time = bid.number();
        bid.expect(b",\"extra\":\"")?;
        Some(Row { auction, bidder, price, time, extra: bid.text() })
    }

    #[inline(always)]
    fn write_rest(&self, out: &mut Vec<u8>) {
        number(out, b",\"dateTime\":", self.time);
        out.extend_from_slice(b",\"extra\":\"");
        out.extend_from_slice(self.extra);
        out.extend_from_slice(b"\"}");
    }
}

/// `q2`: the bids on every 123rd auction.
#[derive(Default)]
pub struct Select;

impl Query for Select {
    #[inline(always)]
    fn bid(&mut self, mut bid: Cursor, sink: &mut Sink) -> Option<()> {
        bid.expect(b"{\"auction\":")?;
        let auction = bid.number();
        if !auction.is_multiple_of(123) {
            return Some(());
        }
        bid.expect(b",\"bidder\":")?;
        bid.number();
        bid.expect(b",\"price\":")?;
        let price = bid.number();
        sink.row(|out| {
            number(out, b"{\"auction\":", auction);
            number(out, b",\"price\":", price);
            out.push(b'}');
        });
        Some(())
    }
}

/// `q12`: bids per bidder in ten seconds of event time, written when the first bid after them comes.
#[derive(Default)]
pub struct Count {
    end: u64,
    bids: HashMap<u64, u32, BuildHasherDefault<Multiply>>,
}

const WINDOW: u64 = 10_000;

impl Count {
    #[cold]
    fn close(&mut self, sink: &mut Sink) {
        for (bidder, bids) in self.bids.drain() {
            sink.row(|out| {
                number(out, b"{\"bidder\":", bidder);
                number(out, b",\"bids\":", u64::from(bids));
                out.push(b'}');
            });
        }
    }
}

impl Query for Count {
    #[inline(always)]
    fn bid(&mut self, mut bid: Cursor, sink: &mut Sink) -> Option<()> {
        bid.expect(b"{\"auction\":")?;
        bid.number();
        bid.expect(b",\"bidder\":")?;
        let bidder = bid.number();
        bid.expect(b",\"price\":")?;
        bid.number();
        bid.expect(b",\"channel\":\"")?;
        bid.text();
        bid.expect(b",\"url\":\"")?;
        bid.text();
        bid.expect(b",\"dateTime\":")?;
        let time = bid.number();
        if time >= self.end {
            self.close(sink);
            self.end = time / WINDOW * WINDOW + WINDOW;
        }
        *self.bids.entry(bidder).or_insert(0) += 1;
        Some(())
    }

    fn end(&mut self, sink: &mut Sink) {
        self.close(sink);
    }
}

/// Hashes one integer by one multiplication.
#[derive(Default)]
pub struct Multiply(u64);

impl Hasher for Multiply {
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    #[inline(always)]
    fn write_u64(&mut self, value: u64) {
        self.0 = (self.0 ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
