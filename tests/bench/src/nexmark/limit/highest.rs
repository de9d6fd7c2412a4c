//! `q7`: the bids with the highest price of ten seconds, all of them where they are tied.

use super::query::{Bid, Query};
use super::sink::{Sink, number};
use super::windows::Windows;

/// `q7`: the bids with the highest price of ten seconds.
pub struct Highest {
    windows: Windows<Vec<Best>>,
}

/// A bid that is not below any other of its window so far.
struct Best {
    auction: u64,
    bidder: u64,
    price: u64,
    time: u64,
}

const WINDOW: u64 = 10_000;

impl Default for Highest {
    fn default() -> Self {
        Highest { windows: Windows::new(WINDOW) }
    }
}

fn write(end: u64, best: &mut Vec<Best>, sink: &mut Sink) {
    // Of those that are tied the oldest is first; the sort is stable, so of one time the one that came first.
    best.sort_by_key(|bid| bid.time);
    let mut key = Vec::new();
    for (place, bid) in (1..).zip(best.drain(..)) {
        key.clear();
        number(&mut key, b"[", place);
        number(&mut key, b",", (end - WINDOW) * 1000);
        number(&mut key, b",", end * 1000);
        key.push(b']');
        sink.keyed_row(bid.time, &key, |out| {
            number(out, b"{\"place\":", place);
            number(out, b",\"auction\":", bid.auction);
            number(out, b",\"bidder\":", bid.bidder);
            number(out, b",\"price\":", bid.price);
            number(out, b",\"dateTime\":", bid.time);
            out.push(b'}');
        });
    }
}

impl Query for Highest {
    #[inline(always)]
    fn bid<'a>(&mut self, mut bid: impl Bid<'a>, sink: &mut Sink) -> Option<()> {
        let (auction, bidder, price) = bid.numbers()?;
        let time = bid.time()?;
        if let Some(best) = self.windows.of(time) {
            let highest = best.first().map_or(0, |best| best.price);
            if price >= highest {
                if price > highest {
                    best.clear();
                }
                best.push(Best { auction, bidder, price, time });
            }
        }
        self.windows.seen(time, |end, best| write(end, best, sink));
        Some(())
    }

    fn end(&mut self, sink: &mut Sink) {
        self.windows.end(|end, best| write(end, best, sink));
    }
}
