//! `q12`: bids per bidder in ten seconds of event time.

use super::query::{Bid, Query};
use super::sink::{Sink, number};
use hashbrown::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

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
    fn bid<'a>(&mut self, mut bid: impl Bid<'a>, sink: &mut Sink) -> Option<()> {
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
