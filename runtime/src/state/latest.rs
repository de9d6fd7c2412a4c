//! The rows of a plain table by key, in log order (spec: join.plain).

use super::codec::{Key, State};
use super::slab::{Slab, hash};
use crate::fail::Fatal;
use crate::store::Store;

/// The last row of every key.
#[derive(Debug)]
pub struct Latest<K, V> {
    name: &'static str,
    layout: String,
    slab: Slab<K, V>,
}

impl<K: Key, V: State> Latest<K, V> {
    /// `name` is `{node}.{table}`.
    pub fn new(name: &'static str) -> Self {
        let mut layout = String::from("latest, key ");
        K::layout(&mut layout);
        layout.push_str(", row ");
        V::layout(&mut layout);
        Latest { name, layout, slab: Slab::default() }
    }

    #[inline]
    pub fn get(&self, key: &K) -> Option<&V> {
        self.slab.get(key)
    }

    pub fn set(&mut self, key: &K, row: V) {
        self.slab.put(key, row);
    }

    pub fn remove(&mut self, key: &K) {
        if let Some(slot) = self.slab.find(hash(key), key) {
            self.slab.remove(slot);
        }
    }
}

impl<K: Key, V: State> Store for Latest<K, V> {
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
        self.slab.len()
    }

    fn bytes(&self) -> usize {
        super::bytes(&self.slab)
    }
}
