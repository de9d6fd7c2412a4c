//! Windowed groups as the commit protocol and the disk see them: the window's end (big-endian), then the key.

use super::{Newest, Windowed};
use crate::clock::UNSET;
use crate::fail::Fatal;
use crate::state::codec::{Key, State, decode_all};
use crate::state::group::Group;
use crate::state::slab::hash;
use crate::store::Store;

/// Stands where a window's end would: the row that stands for a key.
const NEWEST: i64 = i64::MAX;

impl State for Newest {
    fn encode(&self, out: &mut Vec<u8>) {
        (self.time, self.end, self.pending, self.shown).encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        let (time, end, pending, shown) = State::decode(input)?;
        Some(Newest { time, end, pending, shown })
    }

    fn layout(out: &mut String) {
        out.push_str("newest");
    }
}

fn write_key<K: Key>(out: &mut Vec<u8>, end: i64, key: &K) {
    out.clear();
    out.extend_from_slice(&end.to_be_bytes());
    key.encode(out);
}

fn write_value<'a, V: State>(out: &'a mut Vec<u8>, value: Option<&V>) -> Option<&'a [u8]> {
    out.clear();
    value?.encode(out);
    Some(out)
}

impl<K: Key, A: State + Default> Store for Windowed<K, A> {
    fn name(&self) -> &'static str {
        self.spec.name
    }

    fn layout(&self) -> &str {
        &self.layout
    }

    /// Windows that have been dropped leave no deletes behind: the clock in the same commit says that they are gone.
    fn changes(&mut self, put: &mut dyn FnMut(&[u8], Option<&[u8]>)) {
        let (mut key, mut value) = (Vec::new(), Vec::new());
        for pane in &self.panes {
            for (k, group) in pane.slab.changes() {
                write_key(&mut key, pane.end, k);
                put(&key, write_value(&mut value, group));
            }
        }
        for (k, newest) in self.newest.changes() {
            write_key(&mut key, NEWEST, k);
            put(&key, write_value(&mut value, newest));
        }
    }

    fn committed(&mut self) {
        // As many as may be open again; what more there is, was for a time in which many were.
        let room = self.panes.len().saturating_add(1);
        for mut pane in self.dropped.drain(..).take(room) {
            pane.slab.clear();
            pane.pending.clear();
            self.spare.push(pane);
        }
        self.spare.truncate(room);
        for pane in &mut self.panes {
            pane.slab.committed();
        }
        self.newest.committed();
        self.committed_flush_at = self.flush_at;
    }

    fn rollback(&mut self) {
        self.panes.append(&mut self.dropped);
        self.panes.sort_unstable_by_key(|pane| pane.end);
        for pane in &mut self.panes {
            let pending = &mut pane.pending;
            pane.slab.rollback(|slot, group| pending.extend(group.pending.then_some(slot)));
            pane.pending.sort_unstable();
            pane.pending.dedup();
        }
        self.panes.retain(|pane| !pane.slab.is_empty());
        let pending = &mut self.newest_pending;
        self.newest.rollback(|slot, newest| pending.extend(newest.pending.then_some(slot)));
        self.newest_pending.sort_unstable();
        self.newest_pending.dedup();
        self.changed.clear();
        self.flush_at = self.committed_flush_at;
        self.schedule();
    }

    fn restore(&mut self, key: &[u8], value: Option<&[u8]>) -> Result<(), Fatal> {
        let corrupt =
            || Fatal::corrupt(format!("the state of {}", self.spec.name), "an entry cannot be decoded");
        let (end, bytes) = key.split_first_chunk::<8>().ok_or_else(corrupt)?;
        let end = i64::from_be_bytes(*end);
        let k: K = decode_all(bytes).ok_or_else(corrupt)?;
        if end == NEWEST {
            match value {
                Some(value) => {
                    let newest = decode_all(value).ok_or_else(corrupt)?;
                    self.newest.put(&k, newest);
                }
                None => self.newest.find(hash(&k), &k).into_iter().for_each(|slot| self.newest.remove(slot)),
            }
            return Ok(());
        }
        let group = value.map(|value| decode_all::<Group<A>>(value).ok_or_else(corrupt)).transpose()?;
        let slab = &mut self.pane_mut(end).slab;
        match group {
            Some(group) => {
                slab.put(&k, group);
            }
            None => slab.find(hash(&k), &k).into_iter().for_each(|slot| slab.remove(slot)),
        }
        Ok(())
    }

    fn restored(&mut self, clock: i64) {
        if clock != UNSET {
            let closed = self.panes.partition_point(|pane| self.is_closed(pane.end, clock));
            self.drop_first(closed);
        }
        self.dropped.clear();
        for pane in &mut self.panes {
            pane.slab.committed();
            let slab = &pane.slab;
            pane.pending = slab.slots().filter(|slot| slab.value(*slot).pending).collect();
        }
        self.panes.retain(|pane| !pane.slab.is_empty());
        self.newest.committed();
        self.newest_pending = self.newest.slots().filter(|slot| self.newest.value(*slot).pending).collect();
        let held_back =
            !self.newest_pending.is_empty() || self.panes.iter().any(|pane| !pane.pending.is_empty());
        self.flush_at = if held_back { self.spec.emit.next_after(clock) } else { i64::MAX };
        self.committed_flush_at = self.flush_at;
        self.schedule();
    }

    fn entries(&self, put: &mut dyn FnMut(&[u8], &[u8])) {
        let (mut key, mut value) = (Vec::new(), Vec::new());
        for pane in &self.panes {
            for (k, group) in pane.slab.iter() {
                write_key(&mut key, pane.end, k);
                value.clear();
                group.encode(&mut value);
                put(&key, &value);
            }
        }
        for (k, newest) in self.newest.iter() {
            write_key(&mut key, NEWEST, k);
            value.clear();
            newest.encode(&mut value);
            put(&key, &value);
        }
    }

    fn len(&self) -> usize {
        self.panes.iter().map(|pane| pane.slab.len()).sum()
    }

    fn bytes(&self) -> usize {
        self.panes.iter().chain(&self.spare).map(|pane| crate::state::bytes(&pane.slab)).sum::<usize>()
            + crate::state::bytes(&self.newest)
    }
}
