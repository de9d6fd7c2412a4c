//! The same map by hand: a hash map with the same hash, and a list of the keys that have changed.

use super::{Upserts, Value};
use riparian::record::{Chunk, Kind};
use riparian::state::hash;
use std::hash::{BuildHasherDefault, Hasher};

/// Keys with their values, and the number of the commit that their last change is part of.
#[derive(Default)]
pub struct ByHand {
    map: hashbrown::HashMap<i64, (Value, u32), BuildHasherDefault<Same>>,
    changed: Vec<i64>,
    epoch: u32,
}

impl Upserts for ByHand {
    fn set(&mut self, key: i64, value: Value) {
        let next = self.epoch + 1;
        let entry = self.map.entry(key).or_insert_with(|| (value.clone(), 0));
        entry.0 = value;
        if entry.1 != next {
            entry.1 = next;
            self.changed.push(key);
        }
    }

    fn commit(&mut self, changelog: &mut Chunk) {
        let mut bytes = Vec::with_capacity(24);
        for key in self.changed.drain(..) {
            let Some((value, _)) = self.map.get(&key) else { continue };
            bytes.clear();
            for column in [value.a, value.b, value.c] {
                bytes.extend_from_slice(&column.to_le_bytes());
            }
            changelog.push(Kind::Data, 0, Some(&key.to_le_bytes()), Some(&bytes));
        }
        self.epoch += 1;
    }
}

/// The hash of the job's own state.
#[derive(Default)]
pub struct Same(u64);

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_i64(i64::from(*byte) ^ self.0.cast_signed()));
    }

    fn write_i64(&mut self, value: i64) {
        self.0 = hash(&value);
    }
}
