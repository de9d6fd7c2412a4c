//! The transaction coordinator's record of one transactional id: its epoch, and its one transaction.

use super::cluster::Address;
use super::partition::TransactionNumber;
use std::collections::BTreeSet;

#[derive(Debug, Default)]
pub(super) struct Producer {
    /// Raised by every new producer of the id and by a timeout: what an older one sends is refused.
    pub(super) epoch: u32,
    pub(super) transaction: Option<Transaction>,
}

#[derive(Debug)]
pub(super) struct Transaction {
    pub(super) number: TransactionNumber,
    pub(super) started: i64,
    pub(super) places: BTreeSet<Address>,
    /// Groups for which it stores offsets.
    pub(super) groups: BTreeSet<String>,
    pub(super) ending: Option<Ending>,
}

/// It is decided, and the markers are being written: one after the other, in the background.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ending {
    pub(super) committed: bool,
    /// When the next marker is written.
    pub(super) due: i64,
}

impl Transaction {
    pub(super) fn new(number: TransactionNumber, started: i64) -> Self {
        Transaction { number, started, places: BTreeSet::new(), groups: BTreeSet::new(), ending: None }
    }

    pub(super) fn is_open(&self) -> bool {
        self.ending.is_none()
    }
}
