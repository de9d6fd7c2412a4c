//! What goes in: transfers between accounts, a little out of order, and the rates that are there before them.

use crate::job::{DISORDER, JOB, RATE, RATES, SECOND, TRANSFER, Transfer};
use riparian::prelude::State;
use riparian::testing::simulated::{Address, Cluster, Random};

/// Accounts that take part.
pub const ACCOUNTS: i64 = 7;

/// The rate of accounts that are `of` modulo [`RATES`].
pub fn rate(of: i64) -> i64 {
    100 + of
}

/// Transfers still to come and those that went in.
#[derive(Debug)]
pub struct Input {
    partitions: u32,
    left: u32,
    /// The newest event time of each partition.
    times: Vec<i64>,
    /// In the order of their partitions' offsets. Those of transactions that were aborted are not among them.
    pub fed: Vec<Transfer>,
}

impl Input {
    /// With what must be there before a job can run.
    pub fn new(cluster: &mut Cluster, random: &mut Random, transfers: u32) -> Self {
        let count = |random: &mut Random| 1 + random.below(3) as u32;
        let partitions = count(random);
        for (topic, partitions) in JOB.topics.iter().zip([
            partitions,
            count(random),
            count(random),
            count(random),
            count(random),
            count(random),
        ]) {
            cluster.create(topic.name, partitions, false);
        }
        for of in 0..RATES {
            // The last one counts.
            for rate in [-7, rate(of)] {
                let at = at(cluster, RATE, of as u32 % 2);
                feed(cluster, at, random, &(of, rate), true);
            }
        }
        let times = vec![1_000 * SECOND; partitions as usize];
        Input { partitions, left: transfers, times, fed: Vec::new() }
    }

    pub fn is_over(&self) -> bool {
        self.left == 0
    }

    /// Feeds the next transfer, if there is one.
    pub fn feed(&mut self, cluster: &mut Cluster, random: &mut Random) {
        if self.left > 0 {
            self.left -= 1;
            let account = |random: &mut Random| random.below(ACCOUNTS as u64) as i64;
            let (from, to, amount) = (account(random), account(random), random.below(1_000) as i64);
            self.transfer(cluster, random, from, to, amount);
        }
    }

    /// Feeds every partition a transfer so late that everything before it is over.
    pub fn close(&mut self, cluster: &mut Cluster, random: &mut Random) {
        for partition in 0..i64::from(self.partitions) {
            let newest = &mut self.times[partition as usize];
            *newest = END;
            self.put(
                cluster,
                random,
                partition,
                Transfer { number: 0, from: partition, to: partition, amount: 0, at: END },
            );
        }
    }

    /// Feeds every account one more transfer.
    pub fn probe(&mut self, cluster: &mut Cluster, random: &mut Random) {
        for from in 0..ACCOUNTS {
            self.transfer(cluster, random, from, (from + 1) % ACCOUNTS, 1);
        }
    }

    fn transfer(&mut self, cluster: &mut Cluster, random: &mut Random, from: i64, to: i64, amount: i64) {
        let partition = from.rem_euclid(i64::from(self.partitions));
        let newest = &mut self.times[partition as usize];
        if *newest < END {
            *newest += random.below(SECOND.unsigned_abs()).cast_signed();
        }
        let at = *newest - random.below(DISORDER.unsigned_abs() + 1).cast_signed();
        self.put(cluster, random, partition, Transfer { number: 0, from, to, amount, at });
    }

    fn put(&mut self, cluster: &mut Cluster, random: &mut Random, partition: i64, transfer: Transfer) {
        let to = at(cluster, TRANSFER, partition as u32);
        let transfer = Transfer { number: self.fed.len() as i64, ..transfer };
        if random.one_in(12) {
            feed(cluster, to, random, &Transfer { number: -1, amount: 1_000_000, ..transfer.clone() }, false);
        }
        feed(cluster, to, random, &transfer, true);
        self.fed.push(transfer);
    }
}

/// When everything is over.
pub const END: i64 = 100_000 * SECOND;

fn at(cluster: &Cluster, topic: u16, partition: u32) -> Address {
    let topic = cluster.topic(JOB.topics[usize::from(topic)].name).unwrap_or_default();
    Address { topic, partition: partition % cluster.partitions(topic).max(1) }
}

/// Some come in transactions, whose marks take offsets, too.
fn feed<V: State>(cluster: &mut Cluster, to: Address, random: &mut Random, value: &V, committed: bool) {
    let mut bytes = Vec::new();
    value.encode(&mut bytes);
    if committed && random.below(3) > 0 {
        cluster.feed(to, 0, None, Some(&bytes));
    } else {
        cluster.feed_marked(to, 0, &bytes, committed);
    }
}
