//! What is right, computed from the bids, and what an output topic says by now.

use crate::bids::Bids;
use crate::statistics::Statistics;
use riparian_kafka_tests::{Client, Error, Isolation, Reader};
use std::collections::BTreeMap;

/// The last row of each auction.
pub type Rows = BTreeMap<u64, Statistics>;

/// What has to be there in the end.
pub fn expected(bids: Bids, count: usize) -> Rows {
    let mut rows = Rows::new();
    bids.take(count).for_each(|bid| rows.entry(bid.auction).or_default().add(bid.price));
    rows
}

/// Reads what is committed of an output as it comes.
pub struct Watch {
    reader: Reader,
    rows: Rows,
    /// Bids that the rows count together.
    pub bids: u64,
    /// Rows read, each update of an auction.
    pub records: u64,
}

impl Watch {
    pub fn new(client: &Client, topic: &str) -> Result<Self, Error> {
        let reader = client.reader(topic, Isolation::Committed)?;
        Ok(Watch { reader, rows: Rows::new(), bids: 0, records: 0 })
    }

    /// Takes what has come since, waiting a moment for it. A row that counts less than one before it is an error.
    pub fn look(&mut self) -> Result<(), Error> {
        for written in self.reader.some()? {
            let key = written.key.as_deref().and_then(|key| key.try_into().ok()).map(u64::from_be_bytes);
            let row = written.value.as_deref().and_then(Statistics::read);
            let (Some(auction), Some(row)) = (key, row) else {
                return Err(Error::new(format!("{} at {} is no row", written.value_text(), written.offset)));
            };
            let before = self.rows.insert(auction, row).map_or(0, |row| row.bids);
            if row.bids < before {
                return Err(Error::new(format!(
                    "auction {auction} went back from {before} bids to {}",
                    row.bids
                )));
            }
            self.bids += row.bids - before;
            self.records += 1;
        }
        Ok(())
    }

    /// Compares all rows in full.
    pub fn judge(&self, expected: &Rows) -> Result<(), Error> {
        let wrong = expected.iter().find(|(auction, row)| self.rows.get(auction) != Some(row));
        if let Some((auction, row)) = wrong {
            let found = self.rows.get(auction);
            return Err(Error::new(format!("auction {auction} should be {row:?} and is {found:?}")));
        }
        if self.rows.len() != expected.len() {
            return Err(Error::new(format!("{} auctions instead of {}", self.rows.len(), expected.len())));
        }
        Ok(())
    }
}
