//! The input: bids as Nexmark describes them, from a seed.

use riparian_kafka_tests::{Random, Record};
use std::fmt::Write as _;

/// How the bids' auctions are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// Half of the bids go to the newest hundredth auction, the others to one of the last hundred: neighbours share auctions.
    Hot,
    /// Any of a million.
    Uniform,
}

/// 2026-01-01T00:00:00Z, in milliseconds.
const START: u64 = 1_767_225_600_000;
/// Bids per millisecond of event time.
const RATE: u64 = 92;
/// Bids from one new auction to the next, times three.
const ROUND: u64 = 46;

/// Bids without end.
pub struct Bids {
    random: Random,
    number: u64,
    keys: Keys,
    /// Letters in the last column, drawn once: what they are matters to nobody.
    extra: String,
}

/// One of them.
pub struct Bid {
    pub auction: u64,
    pub price: u64,
    /// Milliseconds since the epoch.
    pub time: u64,
    bidder: u64,
    channel: u64,
}

impl Bids {
    /// `bytes`: of a record's value, about.
    pub fn new(keys: Keys, bytes: usize) -> Self {
        let mut random = Random::new(42);
        let extra =
            (0..bytes.saturating_sub(190)).map(|_| char::from(b'a' + random.below(26) as u8)).collect();
        Bids { random, number: 0, keys, extra }
    }

    pub fn record(&self, bid: &Bid) -> Record {
        let Bid { auction, price, time, bidder, channel } = bid;
        let mut value = String::with_capacity(self.extra.len() + 200);
        // Writing to a string cannot fail.
        let _ = write!(
            value,
            "{{\"auction\":{auction},\"bidder\":{bidder},\"price\":{price},\"channel\":\"channel-{channel}\",\"url\":\
             \"https://www.nexmark.com/abcd/efgh/ijkl/item.htm?query=1&channel_id={channel}\",\"dateTime\":{time},\
             \"extra\":\"{}\"}}",
            self.extra
        );
        Record::of(auction.to_be_bytes(), value).at(*time as i64)
    }
}

impl Iterator for Bids {
    type Item = Bid;

    fn next(&mut self) -> Option<Bid> {
        let number = self.number;
        self.number += 1;
        let last = 1000 + number * 3 / ROUND;
        let auction = match self.keys {
            Keys::Uniform => 1000 + self.random.below(1_000_000),
            Keys::Hot if self.random.below(2) == 0 => last / 100 * 100,
            Keys::Hot => last.saturating_sub(self.random.below(100)),
        };
        // From one to a million, each order of size as often as the others.
        let size = 10f64.powf(self.random.below(1 << 30) as f64 / (1u64 << 30) as f64 * 6.0);
        Some(Bid {
            auction,
            price: (size * 100.0).round() as u64,
            time: START + number / RATE,
            bidder: 1000 + self.random.below(1000),
            channel: self.random.below(10_000),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_have_the_wanted_size() {
        for bytes in [268, 1000] {
            let mut bids = Bids::new(Keys::Hot, bytes);
            let bid = bids.by_ref().nth(100_000).expect("there is no end");
            let length = bids.record(&bid).value.map_or(0, |value| value.len());
            assert!(length.abs_diff(bytes) < 20, "{length}");
        }
    }
}
