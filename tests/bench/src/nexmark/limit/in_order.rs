//! Bids whose fields stand as the schema has them.

use super::query::Bid;
use super::scan::Cursor;

/// A bid that is read from here on.
pub struct InOrder(pub Cursor);

impl<'a> Bid<'a> for InOrder {
    #[inline(always)]
    fn numbers(&mut self) -> Option<(u64, u64, u64)> {
        self.0.expect(b"{\"auction\":")?;
        let auction = self.0.number();
        self.0.expect(b",\"bidder\":")?;
        let bidder = self.0.number();
        self.0.expect(b",\"price\":")?;
        Some((auction, bidder, self.0.number()))
    }

    #[inline(always)]
    fn time(&mut self) -> Option<u64> {
        self.0.expect(b",\"channel\":\"")?;
        self.0.text();
        self.0.expect(b",\"url\":\"")?;
        self.0.text();
        self.0.expect(b",\"dateTime\":")?;
        Some(self.0.number())
    }

    #[inline(always)]
    fn extra(&mut self) -> Option<&'a [u8]> {
        self.0.expect(b",\"extra\":\"")?;
        Some(self.0.text())
    }
}
