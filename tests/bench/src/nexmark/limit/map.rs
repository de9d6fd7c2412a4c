//! The map of the hand-written queries: typed, with the cheapest hash that integers from a benchmark allow.

use std::hash::{BuildHasherDefault, Hasher};

pub type Map<K, V> = hashbrown::HashMap<K, V, BuildHasherDefault<Multiply>>;

/// Hashes integers by one multiplication each.
#[derive(Default)]
pub struct Multiply(u64);

impl Hasher for Multiply {
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    #[inline(always)]
    fn write_u32(&mut self, value: u32) {
        self.write_u64(u64::from(value));
    }

    #[inline(always)]
    fn write_u64(&mut self, value: u64) {
        self.0 = (self.0 ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
