//! The input: transfers between accounts, the same for the same seed, their times a little out of order.

use crate::{Random, Record};

/// The topic that the job reads.
pub const TOPIC: &str = "bank.transfers.v1";
/// Accounts have the numbers below it.
pub const ACCOUNTS: u64 = 500;

/// 2026-03-02T10:00:00Z, in milliseconds.
const START: i64 = 1_772_445_600_000;
/// Milliseconds from one transfer to the next.
const STEP: i64 = 20;
/// Less than the topic's disorder: no transfer is late.
const JITTER: u64 = 5_000;

/// A transfer of `cents` from one account to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transfer {
    pub id: u64,
    pub from: u64,
    pub to: u64,
    pub cents: i64,
    /// Milliseconds since the epoch.
    pub at: i64,
}

/// All transfers of a seed, without end.
#[derive(Clone, Debug)]
pub struct Transfers {
    random: Random,
    next: u64,
}

impl Transfers {
    pub fn new(seed: u64) -> Self {
        Transfers { random: Random::new(seed), next: 0 }
    }
}

impl Iterator for Transfers {
    type Item = Transfer;

    fn next(&mut self) -> Option<Transfer> {
        let id = self.next;
        self.next += 1;
        let (from, to) = (self.random.below(ACCOUNTS), self.random.below(ACCOUNTS));
        let cents = 1 + self.random.below(100_000) as i64;
        let at = START + STEP * id as i64 - self.random.below(JITTER) as i64;
        Some(Transfer { id, from, to, cents, at })
    }
}

impl Transfer {
    /// One between accounts of one's own choice; times follow the numbers, without disorder.
    pub fn between(id: u64, from: u64, to: u64, cents: i64) -> Transfer {
        Transfer { id, from, to, cents, at: START + STEP * id as i64 }
    }

    /// As the topic has it.
    pub fn record(&self) -> Record {
        let Transfer { id, from, to, cents, .. } = self;
        let at = instant(self.at);
        let value = format!(
            "{{\"id\":{id},\"legs\":[{{\"account\":{from},\"cents\":-{cents}}},{{\"account\":{to},\"cents\":{cents}}}],\"at\":\"{at}\"}}"
        );
        Record::of(id.to_be_bytes(), value).at(self.at)
    }

    /// Account and cents of each leg.
    pub fn legs(&self) -> [(u64, i64); 2] {
        [(self.from, -self.cents), (self.to, self.cents)]
    }
}

/// An instant of 2026-03 or later in the same year as text.
pub fn instant(millis: i64) -> String {
    riparian::functions::time::timestamp_text(riparian::functions::time::Timestamp(millis * 1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_transfers_and_they_make_no_money() {
        let once: Vec<_> = Transfers::new(7).take(1000).collect();
        assert!(Transfers::new(7).take(1000).eq(once.iter().copied()));
        assert!(!Transfers::new(8).take(1000).eq(once.iter().copied()));
        assert_eq!(once.iter().flat_map(Transfer::legs).map(|(_, cents)| cents).sum::<i64>(), 0);
        assert!(once[3].record().value.is_some_and(|v| v.starts_with(b"{\"id\":3,\"legs\":[{\"account\":")));
    }
}
