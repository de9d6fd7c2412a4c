//! `q12`: bids per bidder in ten seconds of event time.

use super::map::Map;
use super::query::{Bid, Query};
use super::sink::{Sink, number};
use super::windows::Windows;

/// `q12`: bids per bidder in ten seconds of event time.
pub struct Count {
    /// How many, and the time of the newest.
    windows: Windows<Map<u64, (u32, u64)>>,
}

const WINDOW: u64 = 10_000;

impl Default for Count {
    fn default() -> Self {
        Count { windows: Windows::new(WINDOW) }
    }
}

fn write(end: u64, bids: &mut Map<u64, (u32, u64)>, sink: &mut Sink) {
    let mut key = Vec::new();
    for (bidder, (bids, last)) in bids.drain() {
        key.clear();
        number(&mut key, b"[", bidder);
        number(&mut key, b",", (end - WINDOW) * 1000);
        number(&mut key, b",", end * 1000);
        key.push(b']');
        sink.keyed_row(last, &key, |out| {
            number(out, b"{\"bidder\":", bidder);
            number(out, b",\"bids\":", u64::from(bids));
            out.push(b'}');
        });
    }
}

impl Query for Count {
    #[inline(always)]
    fn bid<'a>(&mut self, mut bid: impl Bid<'a>, sink: &mut Sink) -> Option<()> {
        let (_, bidder, _) = bid.numbers()?;
        let time = bid.time()?;
        if let Some(window) = self.windows.of(time) {
            let (bids, last) = window.entry(bidder).or_insert((0, 0));
            *bids += 1;
            *last = time.max(*last);
        }
        self.windows.seen(time, |end, bids| write(end, bids, sink));
        Some(())
    }

    fn end(&mut self, sink: &mut Sink) {
        self.windows.end(|end, bids| write(end, bids, sink));
    }
}
