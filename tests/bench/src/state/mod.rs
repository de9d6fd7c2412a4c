//! What state costs: bytes per key, and upserts with a commit every so often beside a map by hand.
//!
//! The table is that of a plain table in a job: eight bytes of key, 24 of value. Memory is what the allocator has handed
//! out and not got back, once all keys are committed.

mod by_hand;

use crate::{allocations, clock};
use by_hand::ByHand;
use riparian::prelude::*;
use riparian::record::{Chunk, Kind};
use std::time::Duration;

riparian::row! {
    /// 24 bytes.
    pub struct Value { a: i64, b: i64, c: i64 }
}

impl Value {
    fn of(number: i64) -> Value {
        Value { a: number, b: number ^ 0x5555, c: -number }
    }
}

/// Keys at which memory is measured.
const SIZES: [usize; 3] = [500_000, 1_000_000, 3_000_000];
/// Keys while upserts are measured, and how many there are in a round.
const KEYS: u64 = 1_000_000;
const UPSERTS: usize = 2_000_000;
/// Upserts between two commits.
const COMMIT: usize = 100_000;
const ROUNDS: usize = 5;

/// Prints `upserts ours X limit Y ratio Z` (millions per second of processor time, changelog included) and
/// `state bytes_per_key B`, the worst of all sizes.
pub fn run() -> Result<(), String> {
    let mut worst = 0.0f64;
    for size in SIZES {
        let bytes = bytes_per_key(size)?;
        eprintln!("{size} keys: {bytes:.1} bytes per key");
        worst = worst.max(bytes);
    }
    upserts()?;
    println!("state bytes_per_key {worst:.1}");
    Ok(())
}

/// Something that is upserted into and commits.
trait Upserts {
    fn set(&mut self, key: i64, value: Value);

    /// What has changed goes into a changelog.
    fn commit(&mut self, changelog: &mut Chunk);
}

impl Upserts for Latest<i64, Value> {
    fn set(&mut self, key: i64, value: Value) {
        Latest::set(self, &key, value);
    }

    fn commit(&mut self, changelog: &mut Chunk) {
        self.changes(&mut |key, value| changelog.push(Kind::Data, 0, Some(key), value));
        self.committed();
    }
}

/// Keys in no order: neighbours are far apart.
fn key(number: u64) -> i64 {
    number.wrapping_mul(0x9e37_79b9_7f4a_7c15).cast_signed()
}

fn bytes_per_key(keys: usize) -> Result<f64, String> {
    let mut changelog = Chunk::default();
    let before = allocations::held();
    let mut table: Latest<i64, Value> = Latest::new("table");
    let fill = |table: &mut Latest<i64, Value>, changelog: &mut Chunk, numbers: std::ops::Range<usize>| {
        for number in numbers {
            table.set(&key(number as u64), Value::of(number as i64));
            if (number + 1) % COMMIT == 0 {
                changelog.clear();
                Upserts::commit(table, changelog);
            }
        }
        Upserts::commit(table, &mut Chunk::default());
    };
    // Each key twice: as a new one, and as one that is there.
    fill(&mut table, &mut changelog, 0..keys);
    fill(&mut table, &mut changelog, 0..keys);
    // A small commit at the end, as they are when less is to be done.
    fill(&mut table, &mut changelog, 0..100);
    drop(changelog);
    let held = allocations::held() - before;
    if Store::len(&table) != keys || table.get(&key(7)) != Some(&Value::of(7)) {
        return Err(format!("the table has {} keys, not {keys}", Store::len(&table)));
    }
    Ok(held as f64 / keys as f64)
}

fn upserts() -> Result<(), String> {
    let mut ours: Latest<i64, Value> = Latest::new("table");
    let mut limit = ByHand::default();
    let (mut our_log, mut limit_log) = (Chunk::default(), Chunk::default());
    // Every key once, so that what is measured are updates.
    for number in 0..KEYS {
        Latest::set(&mut ours, &key(number), Value::of(0));
        limit.set(key(number), Value::of(0));
    }
    Upserts::commit(&mut ours, &mut our_log);
    limit.commit(&mut limit_log);
    let (mut our_times, mut limit_times) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS as u64 {
        our_times.push(timed(&mut ours, round, &mut our_log));
        limit_times.push(timed(&mut limit, round, &mut limit_log));
        if our_log != limit_log {
            return Err("the changelogs differ".to_owned());
        }
    }
    let speed = |times: &mut Vec<Duration>| {
        times.sort();
        UPSERTS as f64 / times[times.len() / 2].as_secs_f64() / 1e6
    };
    let (ours, limit) = (speed(&mut our_times), speed(&mut limit_times));
    println!("upserts ours {ours:.2} limit {limit:.2} ratio {:.2}", ours / limit);
    Ok(())
}

/// Processor time of a round; `changelog` holds its last commit.
fn timed(table: &mut impl Upserts, round: u64, changelog: &mut Chunk) -> Duration {
    let before = clock::cpu();
    let mut next = round;
    for number in 1..=UPSERTS {
        next = next.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        table.set(key((next >> 20) % KEYS), Value::of(number as i64));
        if number % COMMIT == 0 {
            changelog.clear();
            table.commit(changelog);
        }
    }
    clock::cpu() - before
}
