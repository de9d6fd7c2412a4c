//! The query by hand over the client alone: no engine, no checks, one table per partition. What a job cannot be faster than with this
//! client.

use crate::statistics::Statistics;
use hashbrown::HashMap;
use riparian::broker::client::{Client as _, Delivery, Failure, Form, Membership, Place, Stored};
use riparian::kafka::{KafkaClient, Options};
use riparian::record::{Chunk, Kind};
use std::time::{Duration, Instant};

const COMMIT_EVERY: Duration = Duration::from_millis(100);
const INPUT: u16 = 0;
const OUTPUT: u16 = 1;
const CHANGES: u16 = 2;

#[derive(Default)]
struct Partition {
    rows: HashMap<u64, u32, foldhash::fast::RandomState>,
    table: Vec<(u64, Statistics, bool)>,
    changed: Vec<u32>,
    next: i64,
    /// Event time of the last bid, milliseconds.
    time: i64,
}

impl Partition {
    #[inline]
    fn take(&mut self, offset: i64, time: i64, value: &[u8]) {
        self.next = offset + 1;
        self.time = time;
        let Some((auction, price)) = decode(value) else { return };
        let next = self.table.len() as u32;
        let at = *self.rows.entry(auction).or_insert(next);
        if at == next {
            self.table.push((auction, Statistics::default(), false));
        }
        let (_, row, is_changed) = &mut self.table[at as usize];
        row.add(price);
        if !std::mem::replace(is_changed, true) {
            self.changed.push(at);
        }
    }
}

/// Two of the columns, in the order of the schema.
#[inline]
fn decode(value: &[u8]) -> Option<(u64, u64)> {
    let rest = value.strip_prefix(b"{\"auction\":")?;
    let (auction, rest) = number(rest)?;
    let rest = &rest[memchr::memchr(b'"', rest.get(1..)?)? + 1..];
    let at = memchr::memmem::find(rest, b"\"price\":")?;
    let (price, _) = number(&rest[at + 8..])?;
    Some((auction, price))
}

#[inline]
fn number(text: &[u8]) -> Option<(u64, &[u8])> {
    let mut value = 0u64;
    let mut at = 0;
    while let Some(digit) = text.get(at).map(|byte| byte.wrapping_sub(b'0')).filter(|digit| *digit < 10) {
        value = value * 10 + u64::from(digit);
        at += 1;
    }
    (at > 0).then(|| (value, &text[at..]))
}

/// Runs until it is killed.
pub fn run(brokers: &str, group: &str, input: &str, output: &str, changes: &str) -> Result<(), Failure> {
    let mut options = Options::new(brokers, group, "one", 0);
    options.topics = [input, output, changes].map(str::to_owned).to_vec();
    options.properties = vec![("broker.address.family".to_owned(), "v4".to_owned())];
    let mut client = KafkaClient::open(options)?;
    client.renew()?;
    client.join(&[INPUT])?;
    let mut partitions: Vec<Partition> = Vec::new();
    let (mut rows, mut entries, mut bytes) = (Chunk::default(), Chunk::default(), Vec::new());
    let mut committed = Instant::now();
    loop {
        let membership = client.poll(Duration::from_millis(5), &mut |delivery| {
            if let Delivery::Record(message) = delivery
                && let (Some(partition), Some(value)) =
                    (partitions.get_mut(message.place.partition as usize), message.value)
            {
                partition.take(message.offset, message.timestamp, value);
            }
        })?;
        if let Some(Membership::Assigned(places)) = membership {
            let count = places.iter().map(|place| place.partition + 1).max().unwrap_or(0);
            partitions.resize_with(count as usize, Partition::default);
            client.assign(&places.iter().map(|place| (*place, 0)).collect::<Vec<_>>())?;
        }
        if committed.elapsed() < COMMIT_EVERY
            || partitions.iter().all(|partition| partition.changed.is_empty())
        {
            continue;
        }
        client.begin()?;
        let mut offsets = Vec::new();
        for (number, partition) in (0..).zip(&mut partitions) {
            rows.clear();
            entries.clear();
            for at in partition.changed.drain(..) {
                let (auction, row, is_changed) = &mut partition.table[at as usize];
                *is_changed = false;
                let key = auction.to_be_bytes();
                bytes.clear();
                row.json(*auction, &mut bytes);
                rows.push(Kind::Data, partition.time * 1000, Some(&key), Some(&bytes));
                bytes.clear();
                row.binary(&mut bytes);
                entries.push(Kind::Data, 0, Some(&key), Some(&bytes));
            }
            if !rows.is_empty() {
                client.send(Place { topic: OUTPUT, partition: number }, &rows, Form::Plain)?;
                client.send(Place { topic: CHANGES, partition: number }, &entries, Form::Entries)?;
            }
            let stored = Stored { offset: partition.next, metadata: String::new() };
            offsets.push((Place { topic: INPUT, partition: number }, stored));
        }
        client.send_offsets(&offsets)?;
        client.commit()?;
        committed = Instant::now();
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn two_columns_are_found() {
        let value = br#"{"auction":1234,"bidder":5,"price":6789,"channel":"x"}"#;
        assert_eq!(decode(value), Some((1234, 6789)));
        assert_eq!(decode(b"{}"), None);
    }
}
