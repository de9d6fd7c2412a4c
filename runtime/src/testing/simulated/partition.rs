//! One partition: records and transaction markers at their offsets, and what a committed reader may see of them.
//!
//! Knows which transactions are open here; whether an ended one was committed is asked of [`Outcomes`].

use std::collections::{BTreeMap, BTreeSet};

/// A transaction of any producer, in the order in which they began.
pub(super) type TransactionNumber = u32;

/// Of every transaction that was decided: whether it was committed.
#[derive(Debug, Default)]
pub(super) struct Outcomes(BTreeMap<TransactionNumber, bool>);

impl Outcomes {
    pub(super) fn decide(&mut self, transaction: TransactionNumber, committed: bool) {
        self.0.insert(transaction, committed);
    }

    fn committed(&self, transaction: Option<TransactionNumber>) -> bool {
        transaction.is_none_or(|number| self.0.get(&number) == Some(&true))
    }
}

type Bytes = (u32, u32);

#[derive(Clone, Copy, Debug)]
struct Entry {
    offset: i64,
    timestamp: i64,
    transaction: Option<TransactionNumber>,
    marker: bool,
    key: Option<Bytes>,
    value: Option<Bytes>,
}

/// A record that a committed reader sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen<'a> {
    pub offset: i64,
    /// Milliseconds since the epoch.
    pub timestamp: i64,
    pub key: Option<&'a [u8]>,
    pub value: Option<&'a [u8]>,
}

#[derive(Debug, Default)]
pub(super) struct Partition {
    bytes: Vec<u8>,
    entries: Vec<Entry>,
    start: i64,
    next: i64,
    /// Of each transaction without its marker here: its first offset.
    open: BTreeMap<TransactionNumber, i64>,
}

impl Partition {
    /// Appends a record, whose value may be in two parts.
    pub(super) fn append(
        &mut self,
        transaction: Option<TransactionNumber>,
        timestamp: i64,
        key: Option<&[u8]>,
        value: Option<(&[u8], &[u8])>,
    ) {
        let start = self.bytes.len() as u32;
        self.bytes.extend_from_slice(key.unwrap_or_default());
        let middle = self.bytes.len() as u32;
        let (head, rest) = value.unwrap_or_default();
        self.bytes.extend_from_slice(head);
        self.bytes.extend_from_slice(rest);
        let end = self.bytes.len() as u32;
        if let Some(transaction) = transaction {
            self.open.entry(transaction).or_insert(self.next);
        }
        self.entries.push(Entry {
            offset: self.next,
            timestamp,
            transaction,
            marker: false,
            key: key.map(|_| (start, middle)),
            value: value.map(|_| (middle, end)),
        });
        self.next += 1;
    }

    /// The marker that ends a transaction here: it takes an offset like any record.
    pub(super) fn mark(&mut self, transaction: TransactionNumber) {
        self.open.remove(&transaction);
        self.entries.push(Entry {
            offset: self.next,
            timestamp: 0,
            transaction: Some(transaction),
            marker: true,
            key: None,
            value: None,
        });
        self.next += 1;
    }

    /// The first offset that is kept.
    pub(super) fn start(&self) -> i64 {
        self.start
    }

    /// The offset after the last, open transactions included.
    pub(super) fn end(&self) -> i64 {
        self.next
    }

    /// Where the oldest open transaction begins: a committed reader sees nothing from there on.
    pub(super) fn stable(&self) -> i64 {
        self.open.values().copied().min().unwrap_or(self.next)
    }

    /// What a committed reader sees from an offset up to `end` or to where it is stable.
    pub(super) fn seen<'a>(
        &'a self,
        from: i64,
        end: i64,
        outcomes: &'a Outcomes,
    ) -> impl Iterator<Item = Seen<'a>> + 'a {
        let end = end.min(self.stable());
        let first = self.entries.partition_point(|entry| entry.offset < from);
        self.entries[first..]
            .iter()
            .take_while(move |entry| entry.offset < end)
            .filter(|entry| !entry.marker && outcomes.committed(entry.transaction))
            .map(|entry| Seen {
                offset: entry.offset,
                timestamp: entry.timestamp,
                key: self.slice(entry.key),
                value: self.slice(entry.value),
            })
    }

    fn slice(&self, bytes: Option<Bytes>) -> Option<&[u8]> {
        bytes.and_then(|(start, end)| self.bytes.get(start as usize..end as usize))
    }

    /// Deletes what lies before an offset.
    pub(super) fn trim(&mut self, before: i64) {
        self.start = self.start.max(before.min(self.stable()));
        let gone = self.entries.partition_point(|entry| entry.offset < self.start);
        self.entries.drain(..gone);
    }

    /// Keeps the newest record of each key among what is stable, except for the last `tail` offsets, which a broker's
    /// active segment holds. Offsets stay as they are. Deletions stay, too: a broker keeps them for a day, longer than
    /// any simulation.
    pub(super) fn compact(&mut self, tail: i64, outcomes: &Outcomes) {
        let end = self.stable().min(self.next - tail);
        let clean = self.entries.partition_point(|entry| entry.offset < end);
        let mut newer: BTreeSet<&[u8]> = BTreeSet::new();
        let mut kept = vec![true; self.entries.len()];
        for (index, entry) in self.entries[..clean].iter().enumerate().rev() {
            kept[index] = !entry.marker
                && outcomes.committed(entry.transaction)
                && newer.insert(self.slice(entry.key).unwrap_or_default());
        }
        let mut kept = kept.into_iter();
        self.entries.retain(|_| kept.next().unwrap_or(true));
    }
}
