//! `q8`: who registered and opened an auction in the same ten seconds.

use super::map::Map;
use super::query::{Auction, HouseQuery, Person};
use super::sink::{Sink, number, text};
use std::collections::VecDeque;

/// `q8`: who registered and opened an auction in the same ten seconds.
#[derive(Default)]
pub struct Sellers {
    /// By start. Those that a record may still come for.
    windows: VecDeque<(u64, Window)>,
    spare: Vec<Window>,
    clock: u64,
}

#[derive(Default)]
struct Window {
    /// Name, and when.
    people: Map<u64, (Box<[u8]>, u64)>,
    /// When each seller opened an auction first.
    sellers: Map<u64, u64>,
}

const WINDOW: u64 = 10_000;
const DISORDER: u64 = 4_000;
/// A record is late when it is further behind the clock than this.
const WITHIN: u64 = 10_000;

impl Sellers {
    /// The window of a record, if it is not late.
    #[inline(always)]
    fn window(&mut self, time: u64) -> Option<(u64, &mut Window)> {
        if time + WITHIN < self.clock {
            return None;
        }
        let newest = self.windows.back();
        if !newest.is_some_and(|(start, _)| time >= *start && time - *start < WINDOW) {
            self.open(time);
        }
        let at = match self.windows.back() {
            Some((start, _)) if time >= *start => self.windows.len() - 1,
            _ => self.windows.partition_point(|(start, _)| *start + WINDOW <= time),
        };
        self.windows.get_mut(at).map(|(start, window)| (*start, window))
    }

    #[cold]
    fn open(&mut self, time: u64) {
        let start = time / WINDOW * WINDOW;
        let at = self.windows.partition_point(|(other, _)| *other < start);
        if self.windows.get(at).is_none_or(|(other, _)| *other != start) {
            let window = self.spare.pop().unwrap_or_default();
            self.windows.insert(at, (start, window));
        }
        while self.windows.front().is_some_and(|(start, _)| start + WINDOW + WITHIN < self.clock)
            && let Some((_, mut window)) = self.windows.pop_front()
        {
            window.people.clear();
            window.sellers.clear();
            self.spare.push(window);
        }
    }

    #[inline(always)]
    fn seen(&mut self, time: u64) {
        self.clock = self.clock.max(time.saturating_sub(DISORDER));
    }
}

#[inline(always)]
fn write(id: u64, name: &[u8], start: u64, time: u64, sink: &mut Sink) {
    sink.row(time, Some(id), |out| {
        number(out, b"{\"id\":", id);
        text(out, b",\"name\":\"", name);
        number(out, b",\"starttime\":", start);
        out.push(b'}');
    });
}

impl HouseQuery for Sellers {
    const PEOPLE_FIRST: bool = false;

    #[inline(always)]
    fn person(&mut self, person: &Person<'_>, sink: &mut Sink) {
        let Person { id, name, time, .. } = *person;
        if let Some((start, window)) = self.window(time) {
            if let Some(opened) = window.sellers.get(&id) {
                write(id, name, start, time.max(*opened), sink);
            }
            window.people.insert(id, (name.into(), time));
        }
        self.seen(time);
    }

    #[inline(always)]
    fn auction(&mut self, _: u64, time: u64, mut rest: impl Auction, sink: &mut Sink) -> Option<()> {
        let seller = rest.seller()?;
        if let Some((start, window)) = self.window(time)
            && let hashbrown::hash_map::Entry::Vacant(first) = window.sellers.entry(seller)
        {
            first.insert(time);
            if let Some((name, registered)) = window.people.get(&seller) {
                write(seller, name, start, time.max(*registered), sink);
            }
        }
        self.seen(time);
        Some(())
    }
}
