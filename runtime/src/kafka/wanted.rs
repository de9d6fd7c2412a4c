//! What is wanted of the partitions that are fetched: nothing of an earlier assignment, nothing before the offset asked for.
//!
//! The client library sorts out most of it; here it is certain.

use super::ffi::Fetched;
use super::names::Names;
use crate::broker::client::{Place, TopicNumber};

const NOT: i64 = i64::MAX;

/// The next offset of each partition by topic and number.
#[derive(Debug)]
pub struct Wanted {
    next: Vec<Vec<i64>>,
    count: usize,
    /// The library's identities of topics, which are cheaper to compare than names. Valid during one assignment.
    known: Vec<(usize, TopicNumber)>,
}

impl Wanted {
    pub fn new(topics: usize) -> Self {
        Wanted { next: vec![Vec::new(); topics], count: 0, known: Vec::new() }
    }

    /// The number of a delivery's topic.
    #[inline]
    pub fn topic(&mut self, names: &Names, fetched: Fetched<'_>) -> Option<TopicNumber> {
        let identity = fetched.topic_identity();
        if let Some((_, number)) = self.known.iter().find(|(known, _)| *known == identity) {
            return Some(*number);
        }
        let number = names.number(fetched.topic()?)?;
        self.known.push((identity, number));
        Some(number)
    }

    pub fn assign(&mut self, from: &[(Place, i64)]) {
        self.next.iter_mut().for_each(Vec::clear);
        self.known.clear();
        self.count = from.len();
        for &(place, offset) in from {
            let Some(partitions) = self.next.get_mut(usize::from(place.topic)) else { continue };
            let at = place.partition as usize;
            if partitions.len() <= at {
                partitions.resize(at + 1, NOT);
            }
            partitions[at] = offset;
        }
    }

    pub fn seek(&mut self, place: Place, offset: i64) {
        if let Some(next) = self.slot(place) {
            *next = offset;
        }
    }

    /// The offset that comes next, of a partition that is fetched.
    pub fn next(&mut self, place: Place) -> Option<i64> {
        self.slot(place).copied()
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub fn has(&mut self, place: Place) -> bool {
        self.slot(place).is_some()
    }

    /// Whether a record is to be handed over; if so the next one is behind it.
    #[inline]
    pub fn record(&mut self, place: Place, offset: i64) -> bool {
        let Some(next) = self.slot(place).filter(|next| offset >= **next) else { return false };
        *next = offset + 1;
        true
    }

    /// Whether an end is one of what is fetched now.
    pub fn end(&mut self, place: Place, offset: i64) -> bool {
        let Some(next) = self.slot(place).filter(|next| offset >= **next) else { return false };
        *next = offset;
        true
    }

    #[inline]
    fn slot(&mut self, place: Place) -> Option<&mut i64> {
        let next = self.next.get_mut(usize::from(place.topic))?.get_mut(place.partition as usize)?;
        (*next != NOT).then_some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_asked_for_is_handed_over() {
        let place = |topic, partition| Place { topic, partition };
        let mut wanted = Wanted::new(2);
        wanted.assign(&[(place(0, 2), 10), (place(1, 0), 0)]);
        assert!(!wanted.record(place(0, 2), 9) && wanted.record(place(0, 2), 12));
        assert!(!wanted.record(place(0, 2), 12), "a record twice");
        assert!(
            !wanted.record(place(0, 0), 99)
                && !wanted.record(place(0, 7), 99)
                && !wanted.record(place(9, 0), 0)
        );
        assert!(
            !wanted.end(place(0, 2), 11) && wanted.end(place(0, 2), 14) && !wanted.record(place(0, 2), 13)
        );
        wanted.seek(place(0, 2), 3);
        assert!(wanted.next(place(0, 2)) == Some(3) && wanted.next(place(0, 0)).is_none());
        assert!(wanted.record(place(0, 2), 3));
        wanted.assign(&[]);
        assert!(wanted.is_empty() && !wanted.record(place(1, 0), 5));
    }
}
