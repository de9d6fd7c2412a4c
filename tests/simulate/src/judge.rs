//! What must have come out, recomputed from what went in.
//!
//! Nothing lost, nothing doubled, per account in the order of each sender, every balance the sum of what came before it, all of
//! them together nothing, every closed window once and whole, nothing late.

use crate::Mode;
use crate::input::{END, rate};
use crate::job::{BALANCE, Balance, DISORDER, JOB, RATES, SIZE, Sum, Transfer, UNUSABLE, WINDOW};
use riparian::prelude::State;
use riparian::state::codec::decode_all;
use riparian::testing::simulated::{Address, Cluster};
use std::collections::{BTreeMap, BTreeSet};

/// What a committed reader sees of a topic: key and value, by partition in the order of offsets.
fn rows<K: State, V: State>(cluster: &Cluster, topic: u16) -> Vec<(Option<K>, Option<V>)> {
    let topic = cluster.topic(JOB.topics[usize::from(topic)].name).unwrap_or_default();
    let mut rows = Vec::new();
    for partition in 0..cluster.partitions(topic) {
        let seen = cluster.seen(Address { topic, partition }, 0, i64::MAX);
        rows.extend(seen.map(|seen| (seen.key.and_then(decode_all), seen.value.and_then(decode_all))));
    }
    rows
}

/// As many rows have come out as must.
pub fn is_complete(cluster: &Cluster, mode: Mode, fed: &[Transfer]) -> bool {
    if mode == Mode::AtLeastOnce {
        return judge(cluster, mode, fed).is_empty();
    }
    let count = |topic: u16| {
        let topic = cluster.topic(JOB.topics[usize::from(topic)].name).unwrap_or_default();
        let partitions = 0..cluster.partitions(topic);
        partitions
            .map(|partition| cluster.seen(Address { topic, partition }, 0, i64::MAX).count())
            .sum::<usize>()
    };
    count(BALANCE) >= 2 * fed.len() && count(WINDOW) >= windows(fed).len()
}

/// Sum and count of every window that must have closed, by account and start.
fn windows(fed: &[Transfer]) -> BTreeMap<(i64, i64), (i64, i64)> {
    let mut windows: BTreeMap<(i64, i64), (i64, i64)> = BTreeMap::new();
    for transfer in fed {
        let start = transfer.at.div_euclid(SIZE) * SIZE;
        if start + SIZE > END - DISORDER {
            continue;
        }
        for (account, amount) in sides(transfer) {
            let (count, sum) = windows.entry((account, start)).or_default();
            (*count, *sum) = (*count + 1, *sum + amount);
        }
    }
    windows
}

fn sides(transfer: &Transfer) -> [(i64, i64); 2] {
    [(transfer.from, -transfer.amount), (transfer.to, transfer.amount)]
}

/// Everything that is wrong, for people.
pub fn judge(cluster: &Cluster, mode: Mode, fed: &[Transfer]) -> Vec<String> {
    let mut wrong = Vec::new();
    if mode == Mode::AtLeastOnce {
        lost(cluster, fed, &mut wrong);
        return wrong;
    }
    balances(cluster, fed, &mut wrong);
    sums(cluster, fed, &mut wrong);
    let unusable = rows::<(), ()>(cluster, UNUSABLE).len();
    if unusable > 0 {
        wrong.push(format!("{unusable} entries were late, and none is"));
    }
    wrong
}

fn balances(cluster: &Cluster, fed: &[Transfer], wrong: &mut Vec<String>) {
    // By account: entries that must be there, in the order of each sender.
    let mut expected: BTreeMap<i64, Vec<(i64, i64, i64)>> = BTreeMap::new();
    let mut sent: BTreeMap<i64, i64> = BTreeMap::new();
    for transfer in fed {
        let nth = sent.entry(transfer.from).or_default();
        *nth += 1;
        for (account, amount) in sides(transfer) {
            expected.entry(account).or_default().push((transfer.number, amount, *nth));
        }
    }
    let mut found: BTreeMap<i64, Vec<Balance>> = BTreeMap::new();
    for row in rows::<i64, Balance>(cluster, BALANCE) {
        match row {
            (Some(account), Some(balance)) => found.entry(account).or_default().push(balance),
            _ => wrong.push("a balance cannot be read".into()),
        }
    }
    let mut total = 0;
    for (account, balances) in &found {
        let (mut sum, mut newest) = (0, BTreeMap::new());
        for (count, row) in (1..).zip(balances) {
            sum += row.amount;
            if (row.balance, row.count) != (sum, count) {
                wrong.push(format!(
                    "account {account}: after {count} entries its balance is {sum}, and {row:?} was written"
                ));
                break;
            }
            if row.rate != rate(account.rem_euclid(RATES)) {
                wrong.push(format!("account {account}: another rate in {row:?}"));
            }
            let Some(transfer) = fed.get(row.number.max(0) as usize) else { continue };
            let before = newest.insert(transfer.from, row.number);
            if before.is_some_and(|before| before > row.number) {
                wrong.push(format!("account {account}: {row:?} comes behind a later one of the same sender"));
            }
        }
        total += balances.last().map_or(0, |row| row.balance);
        let found: Vec<_> = balances.iter().map(|row| (row.number, row.amount, row.nth)).collect();
        let expected = expected.remove(account).unwrap_or_default();
        difference(&format!("account {account}"), &expected, &found, wrong);
    }
    for (account, entries) in expected {
        wrong.push(format!("account {account}: all of its {} entries are lost", entries.len()));
    }
    if total != 0 {
        wrong.push(format!("all balances together are {total}"));
    }
}

/// What must be there at least once.
fn lost(cluster: &Cluster, fed: &[Transfer], wrong: &mut Vec<String>) {
    let mut found = BTreeSet::new();
    for (account, balance) in rows::<i64, Balance>(cluster, BALANCE) {
        if let (Some(account), Some(balance)) = (account, balance) {
            found.insert((account, balance.number, balance.amount));
        }
    }
    let mut counts: BTreeMap<(i64, i64), i64> = BTreeMap::new();
    for (key, sum) in rows::<(i64, i64), Sum>(cluster, WINDOW) {
        if let (Some(key), Some(sum)) = (key, sum) {
            let count = counts.entry(key).or_default();
            *count = sum.count.max(*count);
        }
    }
    for transfer in fed {
        for (account, amount) in sides(transfer) {
            if !found.contains(&(account, transfer.number, amount)) {
                wrong.push(format!("account {account}: lost {transfer:?}"));
            }
        }
    }
    for ((account, window), (count, _)) in windows(fed) {
        let found = counts.get(&(account, window)).copied().unwrap_or_default();
        if found < count {
            wrong.push(format!("account {account}, window {window}: {found} entries of {count}"));
        }
    }
}

/// What must be there and is not, and the other way round.
fn difference<T: Ord + std::fmt::Debug>(of: &str, expected: &[T], found: &[T], wrong: &mut Vec<String>) {
    let mut counts: BTreeMap<&T, (usize, usize)> = BTreeMap::new();
    expected.iter().for_each(|entry| counts.entry(entry).or_default().0 += 1);
    found.iter().for_each(|entry| counts.entry(entry).or_default().1 += 1);
    for (entry, (expected, found)) in counts {
        if found < expected {
            wrong.push(format!("{of}: lost {entry:?} (number, amount, nth)"));
        } else if found > expected {
            let what = if expected == 0 { "made up" } else { "doubled" };
            wrong.push(format!("{of}: {what} {entry:?} (number, amount, nth)"));
        }
    }
}

fn sums(cluster: &Cluster, fed: &[Transfer], wrong: &mut Vec<String>) {
    let expected = windows(fed);
    let mut found = BTreeMap::new();
    for row in rows::<(i64, i64), Sum>(cluster, WINDOW) {
        let (Some(key), Some(sum)) = row else {
            wrong.push("a sum cannot be read".into());
            continue;
        };
        if found.insert(key, (sum.count, sum.sum)).is_some() {
            wrong.push(format!("account {}, window {}: closed twice", key.0, key.1));
        }
    }
    for (key, sum) in &expected {
        if found.get(key) != Some(sum) {
            wrong.push(format!(
                "account {}, window {}: {sum:?} (count, sum) should have been written, not {:?}",
                key.0,
                key.1,
                found.get(key)
            ));
        }
    }
    wrong.extend(
        found
            .keys()
            .filter(|key| !expected.contains_key(key))
            .map(|key| format!("account {}, window {}: closed, and should not be", key.0, key.1)),
    );
}
