//! The rows of a table by key and by the time from which each held (spec: join.plain).

use super::codec::{Key, State, duration};
use super::slab::{Slab, hash};
use crate::clock::UNSET;
use crate::fail::Fatal;
use crate::store::Store;
use riparian_functions::Fail;

/// What held from a time on; `row` is `None` from a delete on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Version<V> {
    from: i64,
    row: Option<V>,
}

impl<V: State> State for Version<V> {
    fn encode(&self, out: &mut Vec<u8>) {
        self.from.encode(out);
        self.row.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        Some(Version { from: i64::decode(input)?, row: State::decode(input)? })
    }

    fn layout(out: &mut String) {
        V::layout(out);
    }

    fn heap(&self) -> usize {
        self.row.heap()
    }
}

/// Every version of every key within the history.
#[derive(Debug)]
pub struct Versioned<K, V> {
    name: &'static str,
    history: Option<i64>,
    layout: String,
    /// Ascending by time, never empty.
    slab: Slab<K, Vec<Version<V>>>,
}

impl<K: Key, V: State> Versioned<K, V> {
    /// `name` is `{node}.{table}`; `history` in microseconds, without one nothing is ever forgotten.
    pub fn new(name: &'static str, history: Option<i64>) -> Self {
        let mut layout = String::from("versioned");
        if let Some(history) = history {
            layout.push_str(" history ");
            duration(&mut layout, history);
        }
        layout.push_str(", key ");
        K::layout(&mut layout);
        layout.push_str(", row ");
        V::layout(&mut layout);
        Versioned { name, history, layout, slab: Slab::default() }
    }

    /// The oldest time that may be asked for.
    fn edge(&self, clock: i64) -> Option<i64> {
        self.history.filter(|_| clock != UNSET).map(|history| clock.saturating_sub(history))
    }

    /// From `time` on the key has this row, or none (a delete). Of two at the same time the later read one holds.
    /// What lies before the history is forgotten, except for what held at its edge.
    pub fn set(&mut self, key: &K, time: i64, row: Option<V>, clock: i64) {
        let edge = self.edge(clock);
        let version = Version { from: time, row };
        let hash = hash(key);
        let Some(slot) = self.slab.find(hash, key) else {
            self.slab.insert(hash, key, vec![version]);
            return;
        };
        let versions = self.slab.change(slot);
        let at = versions.partition_point(|known| known.from < time);
        match versions.get_mut(at) {
            Some(same) if same.from == time => *same = version,
            _ => versions.insert(at, version),
        }
        if let Some(edge) = edge {
            let holding = versions.partition_point(|known| known.from <= edge);
            versions.drain(..holding.saturating_sub(1));
        }
    }

    /// The row that held at `time`. Fails as unmatched where `time` lies before the history: what held then may have
    /// been forgotten, and is never taken for absent.
    #[inline]
    pub fn as_of(&self, key: &K, time: i64, clock: i64) -> Result<Option<&V>, Fail> {
        if self.edge(clock).is_some_and(|edge| time < edge) {
            return Err(Fail::Unmatched);
        }
        let Some(versions) = self.slab.get(key) else { return Ok(None) };
        let known = versions.partition_point(|version| version.from <= time);
        Ok(known.checked_sub(1).and_then(|last| versions[last].row.as_ref()))
    }

    /// The row that holds now: of the newest version.
    pub fn newest(&self, key: &K) -> Option<&V> {
        self.slab.get(key)?.last()?.row.as_ref()
    }
}

impl<K: Key, V: State> Store for Versioned<K, V> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn layout(&self) -> &str {
        &self.layout
    }

    fn changes(&mut self, put: &mut dyn FnMut(&[u8], Option<&[u8]>)) {
        super::put_changes(&self.slab, put);
    }

    fn committed(&mut self) {
        self.slab.committed();
    }

    fn rollback(&mut self) {
        self.slab.rollback(|_, _| {});
    }

    fn restore(&mut self, key: &[u8], value: Option<&[u8]>) -> Result<(), Fatal> {
        super::take_entry(&mut self.slab, self.name, key, value)
    }

    fn restored(&mut self, _: i64) {
        self.slab.committed();
    }

    fn entries(&self, put: &mut dyn FnMut(&[u8], &[u8])) {
        super::put_entries(&self.slab, put);
    }

    fn len(&self) -> usize {
        self.slab.iter().map(|(_, versions)| versions.len()).sum()
    }

    fn bytes(&self) -> usize {
        super::bytes(&self.slab)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Versioned<String, i64> {
        let mut table = Versioned::new("join.rates", Some(100));
        for (time, row) in [(50, Some(1)), (10, Some(0)), (80, None), (90, Some(3))] {
            table.set(&"GBP".to_owned(), time, row, 90);
        }
        table
    }

    #[test]
    fn what_held_at_a_time_whatever_the_order_of_arrival() {
        let table = table();
        let at = |time| table.as_of(&"GBP".to_owned(), time, 90).map(Option::<&i64>::copied);
        assert_eq!(at(9), Ok(None));
        assert_eq!(at(10), Ok(Some(0)));
        assert_eq!(at(79), Ok(Some(1)));
        assert_eq!(at(80), Ok(None), "deleted");
        assert_eq!(at(1000), Ok(Some(3)));
        assert_eq!(table.newest(&"GBP".to_owned()), Some(&3));
    }

    #[test]
    fn the_version_that_held_at_the_edge_of_the_history_stays_and_older_times_are_unmatched() {
        let mut table = table();
        let key = "GBP".to_owned();
        table.set(&key, 160, Some(4), 170);
        assert_eq!(table.as_of(&key, 70, 170), Ok(Some(&1)));
        assert_eq!(table.as_of(&key, 69, 170), Err(Fail::Unmatched));
        assert_eq!(table.len(), 4, "10 is forgotten, 50 held at 70");
    }
}
