//! The first rows of a group in an order: what a `keep top` keeps (spec: top.rows, top.ties, top.changes).
//!
//! A sorted list, never longer than what readers see: a row that falls out of it can never come back, since a stream's
//! rows are not taken back. Windows, time, commit and restore are those of the store that holds the group; here is only
//! which rows are kept and which places an update has changed.

use super::codec::State;
use super::emit::Change;
use super::window::Window;
use crate::context::Cx;
use crate::fail::{Fail, Reject};
use crate::functions::aggregate::At;
use std::sync::Arc;

/// The first `N` rows by `O`, then by event time, then by offset; `TIES`: and those that are equal to the last of them
/// by `O`. Shared between the versions of a group, so that a row that is not kept copies nothing.
#[derive(Debug)]
pub struct Ranked<O, V, const N: usize, const TIES: bool> {
    places: Arc<Vec<Place<O, V>>>,
    /// Places from here on are others since the last update. Says nothing after a restart, and need not: an update
    /// comes before the next emission.
    changed: usize,
    /// How many places there were before it.
    before: usize,
}

#[derive(Clone, Debug)]
struct Place<O, V> {
    order: O,
    time: i64,
    offset: i64,
    row: V,
}

/// One place of a group, as an emitter gets it.
#[derive(Debug)]
pub struct Rank<'a, K, V> {
    pub key: &'a K,
    /// [`Window::NONE`] for a table without windows.
    pub window: Window,
    /// From 1.
    pub rank: i64,
    /// `None`: nothing stands here any more.
    pub row: Option<&'a V>,
    /// The row's own event time; of a place that is empty now, the largest that contributed to the group.
    pub time: i64,
    /// Readers have a row here.
    pub shown: bool,
}

impl<O, V, const N: usize, const TIES: bool> Default for Ranked<O, V, N, TIES> {
    fn default() -> Self {
        Ranked { places: Arc::default(), changed: 0, before: 0 }
    }
}

impl<O, V, const N: usize, const TIES: bool> Clone for Ranked<O, V, N, TIES> {
    #[inline]
    fn clone(&self) -> Self {
        Ranked { places: Arc::clone(&self.places), changed: self.changed, before: self.before }
    }
}

impl<O: Ord + Clone, V: Clone, const N: usize, const TIES: bool> Ranked<O, V, N, TIES> {
    /// Takes a row in, if it is among the first. Of rows that are equal in all the later one comes behind.
    #[inline]
    pub fn add(&mut self, order: &O, at: At, row: &V) -> Result<(), Fail> {
        let here = (order, at.time, at.offset);
        let index = self.places.partition_point(|p| (&p.order, p.time, p.offset) <= here);
        self.before = self.places.len();
        self.changed = self.before;
        let tied = || TIES && self.places.get(N.saturating_sub(1)).is_some_and(|last| last.order == *order);
        if index < N || tied() {
            self.insert(
                index,
                Place { order: order.clone(), time: at.time, offset: at.offset, row: row.clone() },
            );
        }
        Ok(())
    }

    fn insert(&mut self, index: usize, place: Place<O, V>) {
        let places = Arc::make_mut(&mut self.places);
        places.insert(index, place);
        self.changed = index;
        let end = match places.get(N.saturating_sub(1)) {
            Some(last) if TIES => places.partition_point(|place| place.order <= last.order),
            _ => N,
        };
        places.truncate(end);
    }
}

impl<O, V, const N: usize, const TIES: bool> Ranked<O, V, N, TIES> {
    /// The rows from the first on.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &V> {
        self.places.iter().map(|place| &place.row)
    }
}

impl<K, O, V, const N: usize, const TIES: bool> Change<'_, K, Ranked<O, V, N, TIES>> {
    /// Emits the places that the last update has changed, from the first on, also those that are empty now. Gives
    /// whether readers have a row of the group.
    #[inline]
    pub fn changed_ranks(
        &self,
        cx: &mut Cx<'_>,
        emit: impl FnMut(&Rank<'_, K, V>, &mut Cx<'_>) -> Result<(), Reject>,
    ) -> Result<bool, Reject> {
        match self.group {
            Some(group) => self.ranks(group.changed, group.before, cx, emit),
            None => self.ranks(0, self.last.map_or(0, |last| last.places.len()), cx, emit),
        }
    }

    /// Emits every place, once: what a window holds when it has closed.
    pub fn all_ranks(
        &self,
        cx: &mut Cx<'_>,
        emit: impl FnMut(&Rank<'_, K, V>, &mut Cx<'_>) -> Result<(), Reject>,
    ) -> Result<bool, Reject> {
        self.ranks(0, 0, cx, emit)
    }

    /// Each place is on its own: one that cannot be written keeps no other back.
    #[inline]
    fn ranks(
        &self,
        from: usize,
        before: usize,
        cx: &mut Cx<'_>,
        mut emit: impl FnMut(&Rank<'_, K, V>, &mut Cx<'_>) -> Result<(), Reject>,
    ) -> Result<bool, Reject> {
        let places = self.group.map_or(&[][..], |group| group.places.as_slice());
        let mut failed = None;
        for at in from..places.len().max(before) {
            let place = places.get(at);
            let rank = Rank {
                key: self.key,
                window: self.window,
                rank: at as i64 + 1,
                row: place.map(|place| &place.row),
                time: place.map_or(self.time, |place| place.time),
                shown: at < before,
            };
            if let Err(reject) = emit(&rank, cx)
                && let Some(earlier) = failed.replace(reject)
            {
                cx.failed(earlier, None);
            }
        }
        failed.map_or(Ok(!places.is_empty()), Err)
    }
}

impl<O: State, V: State, const N: usize, const TIES: bool> State for Ranked<O, V, N, TIES>
where
    O: Sync,
    V: Sync,
{
    fn encode(&self, out: &mut Vec<u8>) {
        (self.places.len() as u32).encode(out);
        for place in self.places.iter() {
            place.order.encode(out);
            (place.time, place.offset).encode(out);
            place.row.encode(out);
        }
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        let length = u32::decode(input)? as usize;
        // A length that the bytes cannot hold must not allocate.
        let mut places = Vec::with_capacity(length.min(input.len()));
        for _ in 0..length {
            let order = O::decode(input)?;
            let (time, offset) = State::decode(input)?;
            places.push(Place { order, time, offset, row: V::decode(input)? });
        }
        Some(Ranked { places: Arc::new(places), changed: length, before: length })
    }

    fn layout(out: &mut String) {
        out.push_str("top ");
        out.push_str(&N.to_string());
        if TIES {
            out.push_str(" with ties");
        }
        out.push_str(" list<{order ");
        O::layout(out);
        out.push_str(", time timestamp, offset i64, row ");
        V::layout(out);
        out.push_str("}>");
    }

    fn heap(&self) -> usize {
        let held: usize = self.places.iter().map(|place| place.order.heap() + place.row.heap()).sum();
        self.places.capacity() * size_of::<Place<O, V>>() + held
    }
}

#[cfg(test)]
#[path = "ranked/tests.rs"]
mod tests;
