//! `q5`: the auctions with the most bids of ten seconds, every two seconds.
//!
//! Bids are counted per two seconds; a running total takes in the newest of these and gives up the oldest. The places of a
//! window are told as they are found, auction by auction, as the job's table does.

use super::map::Map;
use super::query::{Bid, Query};
use super::sink::{Sink, number};
use super::windows::Windows;
use std::collections::VecDeque;

/// `q5`: the auctions with the most bids of ten seconds.
pub struct Hottest {
    slices: Windows<Counts>,
    total: Total,
}

/// Per auction how many, and the time of the newest.
type Counts = Map<u64, (u32, u64)>;

const SLICE: u64 = 2_000;
/// Of a window.
const SLICES: usize = 5;

impl Default for Hottest {
    fn default() -> Self {
        Hottest { slices: Windows::new(SLICE), total: Total::default() }
    }
}

#[derive(Default)]
struct Total {
    counts: Counts,
    slices: VecDeque<Counts>,
    /// The end of the newest of them.
    end: u64,
    /// Auctions in order.
    sorted: Vec<(u64, u32, u64)>,
    places: Vec<Place>,
    spare: Vec<Counts>,
}

#[derive(Clone, Copy)]
struct Place {
    auction: u64,
    bids: u32,
    time: u64,
}

impl Total {
    /// The slice that ends at `end` is complete, and so is the window that ends with it; also those before it that end
    /// with a slice in which nothing happened.
    fn take(&mut self, end: u64, slice: &mut Counts, sink: &mut Sink) {
        self.until(end, sink);
        let next = self.spare.pop().unwrap_or_default();
        self.close(end, std::mem::replace(slice, next), sink);
    }

    fn until(&mut self, end: u64, sink: &mut Sink) {
        while !self.counts.is_empty() && self.end + SLICE < end {
            let nothing = self.spare.pop().unwrap_or_default();
            self.close(self.end + SLICE, nothing, sink);
        }
    }

    fn close(&mut self, end: u64, slice: Counts, sink: &mut Sink) {
        self.end = end;
        for (auction, (bids, last)) in &slice {
            let total = self.counts.entry(*auction).or_insert((0, 0));
            total.0 += bids;
            total.1 = *last;
        }
        self.slices.push_back(slice);
        self.tell(sink);
        if self.slices.len() == SLICES
            && let Some(mut oldest) = self.slices.pop_front()
        {
            for (auction, (bids, _)) in oldest.drain() {
                if let hashbrown::hash_map::Entry::Occupied(mut total) = self.counts.entry(auction) {
                    total.get_mut().0 -= bids;
                    if total.get().0 == 0 {
                        total.remove();
                    }
                }
            }
            self.spare.push(oldest);
        }
    }

    /// The places of the window that has closed, one auction after the other.
    fn tell(&mut self, sink: &mut Sink) {
        self.sorted.clear();
        self.sorted.extend(self.counts.iter().map(|(auction, (bids, last))| (*auction, *bids, *last)));
        self.sorted.sort_unstable();
        self.places.clear();
        let closed = second(self.end);
        let mut newest = 0;
        for (auction, bids, time) in self.sorted.drain(..) {
            newest = time.max(newest);
            let most = self.places.first().map_or(0, |place| place.bids);
            if bids < most {
                continue;
            }
            let before = self.places.len();
            if bids > most {
                self.places.clear();
            }
            // Of those that are tied the older bid is first, then the auction.
            let at = self.places.partition_point(|place| place.time <= time);
            self.places.insert(at, Place { auction, bids, time });
            for (at, place) in self.places.iter().enumerate().skip(at) {
                write(&closed, at as u64 + 1, place, sink);
            }
            for at in self.places.len()..before {
                sink.deleted(newest, &key(&closed, at as u64 + 1));
            }
        }
    }
}

/// A whole second in ISO 8601; all of the data lies in one day of a year.
fn second(millis: u64) -> String {
    let of_day = millis / 1000 % 86_400;
    let day = millis / 86_400_000 - super::FIRST_DAY + 1;
    format!("2026-01-{day:02}T{:02}:{:02}:{:02}Z", of_day / 3600, of_day / 60 % 60, of_day % 60)
}

fn key(closed: &str, place: u64) -> Vec<u8> {
    format!("[\"{closed}\",{place}]").into_bytes()
}

fn write(closed: &str, at: u64, place: &Place, sink: &mut Sink) {
    sink.keyed_row(place.time, &key(closed, at), |out| {
        out.extend_from_slice(b"{\"closed\":\"");
        out.extend_from_slice(closed.as_bytes());
        number(out, b"\",\"place\":", at);
        number(out, b",\"auction\":", place.auction);
        number(out, b",\"num\":", u64::from(place.bids));
        out.push(b'}');
    });
}

impl Query for Hottest {
    #[inline(always)]
    fn bid<'a>(&mut self, mut bid: impl Bid<'a>, sink: &mut Sink) -> Option<()> {
        let (auction, _, _) = bid.numbers()?;
        let time = bid.time()?;
        if let Some(slice) = self.slices.of(time) {
            let (bids, last) = slice.entry(auction).or_insert((0, 0));
            *bids += 1;
            *last = time.max(*last);
        }
        let total = &mut self.total;
        self.slices.seen(time, |end, slice| total.take(end, slice, sink));
        Some(())
    }

    fn end(&mut self, sink: &mut Sink) {
        let total = &mut self.total;
        self.slices.end(|end, slice| total.take(end, slice, sink));
        self.total.until(u64::MAX, sink);
    }
}
