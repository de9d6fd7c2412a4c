//! Reads what the job has committed, and recomputes all of it from the input.

use super::Transfers;
use crate::{Client, Error, Isolation, Written};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

/// In milliseconds.
const MINUTE: i64 = 60_000;
/// How long after its end a window may be open: the grace, the disorder of the topic, and what one
/// partition trails another by.
const WAITS: i64 = 30_000 + 10_000 + 5_000;

/// What became of the input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Records read from all outputs.
    pub records: u64,
    /// What should be there and is not.
    pub lost: u64,
    /// What is there more than once.
    pub doubled: u64,
    /// What is there and should not be, or is wrong; each in words.
    pub wrong: Vec<String>,
    /// The sum of all balances.
    pub sum: i64,
}

impl Verdict {
    pub fn is_clean(&self) -> bool {
        self.lost == 0 && self.doubled == 0 && self.wrong.is_empty() && self.sum == 0
    }
}

/// Knows the first transfers of a seed, all of which are in the topic.
pub struct Judge {
    client: Client,
    transfers: Vec<super::transfers::Transfer>,
}

impl Judge {
    pub fn new(client: Client, seed: u64, transfers: usize) -> Self {
        Judge { client, transfers: Transfers::new(seed).take(transfers).collect() }
    }

    /// Waits until as many postings are committed as there are legs. False if they are not in time.
    pub fn await_postings(&self, within: Duration) -> Result<bool, Error> {
        let (until, mut seen) = (Instant::now() + within, 0);
        // The job makes the topic.
        let mut reader = loop {
            match self.client.reader("bank.postings.v1", Isolation::Committed) {
                Err(_) if Instant::now() < until => std::thread::sleep(Duration::from_millis(100)),
                reader => break reader?,
            }
        };
        while seen < 2 * self.transfers.len() {
            if Instant::now() > until {
                return Ok(false);
            }
            seen += reader.to_end()?.len();
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(true)
    }

    /// Compares everything committed with what it should be. Balances may lag behind postings while the job runs: judge when it has
    /// read everything.
    pub fn judge(&self) -> Result<Verdict, Error> {
        let mut verdict = Verdict::default();
        self.postings(&mut verdict)?;
        self.balances(&mut verdict)?;
        self.minutes(&mut verdict)?;
        let dead = self.read("bank.dead_letters.v1")?;
        if let Some(first) = dead.first() {
            verdict.wrong.push(format!("{} dead letters, the first: {}", dead.len(), first.value_text()));
        }
        Ok(verdict)
    }

    fn read(&self, topic: &str) -> Result<Vec<Written>, Error> {
        Ok(self.client.read(topic, Isolation::Committed)?.into_iter().flatten().collect())
    }

    fn postings(&self, verdict: &mut Verdict) -> Result<(), Error> {
        let mut expected: BTreeMap<(u64, u64, i64), i64> = BTreeMap::new();
        for transfer in &self.transfers {
            for (account, cents) in transfer.legs() {
                *expected.entry((transfer.id, account, cents)).or_default() += 1;
            }
        }
        for record in self.read("bank.postings.v1")? {
            verdict.records += 1;
            let row = row(&record)?;
            let what =
                (number(&row, "transfer")? as u64, number(&row, "account")? as u64, number(&row, "cents")?);
            *expected.entry(what).or_default() -= 1;
        }
        verdict.lost += expected.values().filter(|left| **left > 0).sum::<i64>() as u64;
        verdict.doubled += expected.values().filter(|left| **left < 0).map(|left| -left).sum::<i64>() as u64;
        Ok(())
    }

    /// Every posting of an account changed its balance once, in some order: the counts go up one by one.
    fn balances(&self, verdict: &mut Verdict) -> Result<(), Error> {
        let mut expected: BTreeMap<u64, (i64, i64)> = BTreeMap::new();
        for (account, cents) in self.transfers.iter().flat_map(super::transfers::Transfer::legs) {
            let balance = expected.entry(account).or_default();
            balance.0 += cents;
            balance.1 += 1;
        }
        let mut found: BTreeMap<u64, (i64, i64)> = BTreeMap::new();
        for record in self.read("bank.balances.v1")? {
            verdict.records += 1;
            let row = row(&record)?;
            let (account, cents) = (number(&row, "account")? as u64, number(&row, "cents")?);
            let postings = number(&row, "postings")?;
            let last = found.insert(account, (cents, postings)).map_or(0, |(_, postings)| postings);
            match postings - last {
                1 => {}
                0 | i64::MIN..0 => verdict.doubled += 1,
                missing => verdict.lost += (missing - 1) as u64,
            }
        }
        for (account, balance) in &expected {
            match found.get(account) {
                Some(known) if known == balance => {}
                Some(known) if known.1 < balance.1 => verdict.lost += (balance.1 - known.1) as u64,
                other => verdict.wrong.push(format!("account {account}: {other:?} instead of {balance:?}")),
            }
        }
        verdict.sum = found.values().map(|(cents, _)| cents).sum();
        Ok(())
    }

    /// Every window once, with every posting in it: windows that must have closed are there.
    fn minutes(&self, verdict: &mut Verdict) -> Result<(), Error> {
        let mut expected: BTreeMap<(u64, String), i64> = BTreeMap::new();
        for transfer in &self.transfers {
            let start = super::transfers::instant(transfer.at.div_euclid(MINUTE) * MINUTE);
            for (account, _) in transfer.legs() {
                *expected.entry((account, start.clone())).or_default() += 1;
            }
        }
        let mut seen = BTreeSet::new();
        for record in self.read("bank.minutes.v1")? {
            verdict.records += 1;
            let row = row(&record)?;
            let start = row.get("start").and_then(Value::as_str).unwrap_or_default().to_owned();
            let window = (number(&row, "account")? as u64, start);
            let postings = number(&row, "postings")?;
            let wanted = expected.get(&window).copied().unwrap_or_default();
            if !seen.insert(window.clone()) {
                verdict.doubled += 1;
            } else if postings < wanted {
                verdict.lost += (wanted - postings) as u64;
            } else if postings > wanted {
                verdict.wrong.push(format!("{window:?} has {postings} postings instead of {wanted}"));
            }
        }
        // Nothing moves the clock beyond the newest transfer: the windows that wait for more are open.
        let newest = self.transfers.iter().map(|transfer| transfer.at).max().unwrap_or_default();
        let closed = super::transfers::instant((newest - WAITS).div_euclid(MINUTE) * MINUTE);
        let unseen = expected.keys().filter(|window| window.1 < closed && !seen.contains(*window));
        verdict.lost += unseen.count() as u64;
        Ok(())
    }
}

fn row(record: &Written) -> Result<Value, Error> {
    serde_json::from_slice(record.value.as_deref().unwrap_or_default())
        .map_err(|error| Error::new(format!("{}: {error}", record.value_text())))
}

fn number(row: &Value, field: &str) -> Result<i64, Error> {
    row.get(field).and_then(Value::as_i64).ok_or_else(|| Error::new(format!("no {field} in {row}")))
}
