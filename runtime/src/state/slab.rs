//! Entries with stable slots, found by hash, that remember what was changed since the last commit.
//!
//! Owns memory and the commit protocol of one map; knows nothing of time, windows or emission. The first touch of a
//! slot since the last commit keeps its value of before: this one list is the set of changes and the way back.

use crate::state::codec::Key;
use hashbrown::HashTable;
use std::hash::BuildHasher;

/// Entries per segment. Segments never move once full, so growing copies nothing.
const SEGMENT: usize = 1024;

#[derive(Clone, Copy, Debug, Default)]
struct Bits(u64);

/// A map from `K` to `V`.
#[derive(Debug)]
pub struct Slab<K, V> {
    table: HashTable<u32>,
    segments: Vec<Vec<(K, V)>>,
    /// One bit per slot: changed since the last commit.
    touched: Vec<Bits>,
    /// One bit per slot: holds no entry (free, or removed since the last commit and still in `table`).
    absent: Vec<Bits>,
    /// Changed slots that held no entry, in order of first touch: most changes are new keys, which have nothing to keep.
    fresh: Vec<u32>,
    /// The other changed slots, likewise, with what they held.
    before: Vec<(u32, V)>,
    free: Vec<u32>,
    slots: u32,
    live: usize,
}

impl<K, V> Default for Slab<K, V> {
    fn default() -> Self {
        Slab {
            table: HashTable::new(),
            segments: Vec::new(),
            touched: Vec::new(),
            absent: Vec::new(),
            fresh: Vec::new(),
            before: Vec::new(),
            free: Vec::new(),
            slots: 0,
            live: 0,
        }
    }
}

fn get(bits: &[Bits], slot: u32) -> bool {
    bits[slot as usize / 64].0 & (1 << (slot % 64)) != 0
}

fn set(bits: &mut [Bits], slot: u32, on: bool) {
    let mask = 1 << (slot % 64);
    let word = &mut bits[slot as usize / 64].0;
    if on { *word |= mask } else { *word &= !mask }
}

/// The hash of a key: the same in every process, so that nothing depends on a seed.
#[inline]
pub fn hash<K: Key>(key: &K) -> u64 {
    foldhash::fast::FixedState::default().hash_one(key)
}

impl<K: Key, V: Clone> Slab<K, V> {
    /// Entries.
    pub fn len(&self) -> usize {
        self.live
    }

    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// Something was changed since the last commit.
    pub fn is_changed(&self) -> bool {
        !self.fresh.is_empty() || !self.before.is_empty()
    }

    /// Bytes held by the table and the segments, without what the entries hold outside.
    pub fn bytes(&self) -> usize {
        self.table.allocation_size()
            + self.segments.iter().map(|segment| segment.capacity() * size_of::<(K, V)>()).sum::<usize>()
            + self.before.capacity() * size_of::<(u32, V)>()
            + (self.touched.capacity() + self.absent.capacity()) * 8
            + (self.fresh.capacity() + self.free.capacity()) * 4
    }

    #[inline]
    fn entry(&self, slot: u32) -> &(K, V) {
        &self.segments[slot as usize / SEGMENT][slot as usize % SEGMENT]
    }

    #[inline]
    fn entry_mut(&mut self, slot: u32) -> &mut (K, V) {
        &mut self.segments[slot as usize / SEGMENT][slot as usize % SEGMENT]
    }

    /// Also finds slots removed since the last commit.
    #[inline]
    fn find_any(&self, hash: u64, key: &K) -> Option<u32> {
        self.table.find(hash, |slot| self.entry(*slot).0 == *key).copied()
    }

    /// The slot of a key; `hash` is [`hash`] of it.
    #[inline]
    pub fn find(&self, hash: u64, key: &K) -> Option<u32> {
        self.find_any(hash, key).filter(|slot| !get(&self.absent, *slot))
    }

    /// The slot holds an entry.
    #[inline]
    pub fn holds(&self, slot: u32) -> bool {
        slot < self.slots && !get(&self.absent, slot)
    }

    #[inline]
    pub fn key(&self, slot: u32) -> &K {
        &self.entry(slot).0
    }

    #[inline]
    pub fn value(&self, slot: u32) -> &V {
        &self.entry(slot).1
    }

    pub fn get(&self, key: &K) -> Option<&V> {
        self.find(hash(key), key).map(|slot| self.value(slot))
    }

    /// Keeps what the slot held before this epoch, once.
    #[inline]
    fn touch(&mut self, slot: u32) {
        if !get(&self.touched, slot) {
            set(&mut self.touched, slot, true);
            if get(&self.absent, slot) {
                self.fresh.push(slot);
            } else {
                self.before.push((slot, self.entry(slot).1.clone()));
            }
        }
    }

    /// Replaces the value of a slot that holds an entry.
    #[inline]
    pub fn replace(&mut self, slot: u32, value: V) {
        self.touch(slot);
        self.entry_mut(slot).1 = value;
    }

    /// The value of a slot that holds an entry, to be changed by what cannot fail.
    #[inline]
    pub fn change(&mut self, slot: u32) -> &mut V {
        self.touch(slot);
        &mut self.entry_mut(slot).1
    }

    /// Adds an entry whose key [`Slab::find`] did not find.
    pub fn insert(&mut self, hash: u64, key: &K, value: V) -> u32 {
        self.live += 1;
        if let Some(slot) = self.find_any(hash, key) {
            // Removed since the last commit: it was touched then.
            set(&mut self.absent, slot, false);
            self.entry_mut(slot).1 = value;
            return slot;
        }
        let slot = match self.free.pop() {
            Some(slot) => {
                *self.entry_mut(slot) = (key.clone(), value);
                slot
            }
            None => self.push(key.clone(), value),
        };
        self.touch(slot);
        set(&mut self.absent, slot, false);
        let Slab { table, segments, .. } = self;
        table.insert_unique(hash, slot, |slot| {
            self::hash(&segments[*slot as usize / SEGMENT][*slot as usize % SEGMENT].0)
        });
        slot
    }

    fn push(&mut self, key: K, value: V) -> u32 {
        let slot = self.slots;
        self.slots += 1;
        let segment = slot as usize / SEGMENT;
        if segment == self.segments.len() {
            // The first grows, so that a small map is small.
            self.segments.push(Vec::with_capacity(if segment == 0 { 0 } else { SEGMENT }));
        }
        if slot.is_multiple_of(64) {
            self.touched.push(Bits(0));
            self.absent.push(Bits(0));
        }
        set(&mut self.absent, slot, true);
        self.segments[segment].push((key, value));
        slot
    }

    /// Inserts or replaces.
    pub fn put(&mut self, key: &K, value: V) -> u32 {
        let hash = hash(key);
        match self.find(hash, key) {
            Some(slot) => {
                self.replace(slot, value);
                slot
            }
            None => self.insert(hash, key, value),
        }
    }

    /// Removes the entry of a slot.
    pub fn remove(&mut self, slot: u32) {
        if self.holds(slot) {
            self.touch(slot);
            set(&mut self.absent, slot, true);
            self.live -= 1;
        }
    }

    /// Every slot that holds an entry, ascending.
    pub fn slots(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.slots).filter(|slot| !get(&self.absent, *slot))
    }

    /// Every entry, by slot.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.slots().map(|slot| {
            let (key, value) = self.entry(slot);
            (key, value)
        })
    }

    /// What was changed since the last commit: the key and its value now. First what is new, each by first touch.
    pub fn changes(&self) -> impl Iterator<Item = (&K, Option<&V>)> {
        // What came and went between two commits, nobody knows of.
        self.differences()
            .filter(|(_, before, now)| before.is_some() || now.is_some())
            .map(|(key, _, now)| (key, now))
    }

    /// The same with the value of before, where there was one; also of what came and went.
    pub fn differences(&self) -> impl Iterator<Item = (&K, Option<&V>, Option<&V>)> {
        let now = |slot: u32| self.holds(slot).then(|| self.value(slot));
        let fresh = self.fresh.iter().map(|slot| (*slot, None));
        let changed = self.before.iter().map(|(slot, before)| (*slot, Some(before)));
        fresh.chain(changed).map(move |(slot, before)| (self.key(slot), before, now(slot)))
    }

    /// Takes an entry out of the table and gives its slot away.
    fn release(&mut self, slot: u32) {
        let hash = hash(self.key(slot));
        if let Ok(found) = self.table.find_entry(hash, |other| *other == slot) {
            found.remove();
        }
        set(&mut self.absent, slot, true);
        self.free.push(slot);
    }

    /// The changes are durable.
    pub fn committed(&mut self) {
        let mut fresh = std::mem::take(&mut self.fresh);
        let mut before = std::mem::take(&mut self.before);
        give_back(&mut fresh);
        give_back(&mut before);
        for slot in fresh.drain(..).chain(before.drain(..).map(|(slot, _)| slot)) {
            set(&mut self.touched, slot, false);
            if get(&self.absent, slot) {
                self.release(slot);
            }
        }
        (self.fresh, self.before) = (fresh, before);
    }

    /// Back to the last commit; tells each slot that holds an entry again as it did then.
    pub fn rollback(&mut self, mut restored: impl FnMut(u32, &V)) {
        let mut fresh = std::mem::take(&mut self.fresh);
        let mut before = std::mem::take(&mut self.before);
        // Newest first, so that the free list is as it was.
        for slot in fresh.drain(..).rev() {
            set(&mut self.touched, slot, false);
            self.live -= usize::from(!get(&self.absent, slot));
            self.release(slot);
        }
        for (slot, value) in before.drain(..).rev() {
            set(&mut self.touched, slot, false);
            self.live += usize::from(get(&self.absent, slot));
            set(&mut self.absent, slot, false);
            self.entry_mut(slot).1 = value;
            restored(slot, self.value(slot));
        }
        (self.fresh, self.before) = (fresh, before);
    }

    /// Forgets every entry and every change, and keeps the memory.
    pub fn clear(&mut self) {
        self.table.clear();
        self.segments.iter_mut().for_each(Vec::clear);
        self.touched.clear();
        self.absent.clear();
        self.fresh.clear();
        self.before.clear();
        self.free.clear();
        self.slots = 0;
        self.live = 0;
    }
}

/// What one large commit has grown is given back once commits are small again.
fn give_back<T>(list: &mut Vec<T>) {
    const SMALL: usize = 4096;
    if list.capacity() > SMALL && list.len() < list.capacity() / 8 {
        list.shrink_to(SMALL);
    }
}
