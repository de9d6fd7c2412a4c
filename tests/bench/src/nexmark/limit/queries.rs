//! The queries by hand. Each reads the columns that the job reads (its time among them) and stops after the last one;
//! data is taken to be in order.

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
        sink.row(row.time, Some(row.bidder), |out| {
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
        sink.row(row.time, Some(row.bidder), |out| {
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
        let (auction, bidder, price) = bid.numbers()?;
        let time = bid.time()?;
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
pub struct Select {
    /// The newest bid's time: what a job has to know of every record, whether or not it uses the record.
    clock: u64,
}

impl Query for Select {
    #[inline(always)]
    fn bid(&mut self, mut bid: Cursor, sink: &mut Sink) -> Option<()> {
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
    fn bid(&mut self, mut bid: Cursor, sink: &mut Sink) -> Option<()> {
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

/// `q12`: bids per bidder in ten seconds of event time, written when the first bid after them comes.
#[derive(Default)]
pub struct Count {
    end: u64,
    /// How many, and the time of the last.
    bids: HashMap<u64, (u32, u64), BuildHasherDefault<Multiply>>,
}

const WINDOW: u64 = 10_000;

impl Count {
    #[cold]
    fn close(&mut self, sink: &mut Sink) {
        let mut key = Vec::new();
        for (bidder, (bids, last)) in self.bids.drain() {
            key.clear();
            number(&mut key, b"[", bidder);
            number(&mut key, b",", (self.end - WINDOW) * 1000);
            number(&mut key, b",", self.end * 1000);
            key.push(b']');
            sink.keyed_row(last, &key, |out| {
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
        let (_, bidder, _) = bid.numbers()?;
        let time = bid.time()?;
        if time >= self.end {
            self.close(sink);
            self.end = time / WINDOW * WINDOW + WINDOW;
        }
        let (bids, last) = self.bids.entry(bidder).or_insert((0, 0));
        *bids += 1;
        *last = time;
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
