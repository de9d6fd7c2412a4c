//! Records whose fields stand as the schema has them.

use super::query::{Auction, Bid, Person};
use super::scan::Cursor;

/// A bid that is read from here on.
pub struct BidInOrder {
    cursor: Cursor,
    past_texts: bool,
}

impl BidInOrder {
    #[inline(always)]
    pub fn new(cursor: Cursor) -> Self {
        BidInOrder { cursor, past_texts: false }
    }
}

impl<'a> Bid<'a> for BidInOrder {
    #[inline(always)]
    fn numbers(&mut self) -> Option<(u64, u64, u64)> {
        self.cursor.expect(b"{\"auction\":")?;
        let auction = self.cursor.number();
        self.cursor.expect(b",\"bidder\":")?;
        let bidder = self.cursor.number();
        self.cursor.expect(b",\"price\":")?;
        Some((auction, bidder, self.cursor.number()))
    }

    #[inline(always)]
    fn texts(&mut self) -> Option<(&'a [u8], &'a [u8])> {
        self.past_texts = true;
        self.cursor.expect(b",\"channel\":\"")?;
        let channel = self.cursor.text();
        self.cursor.expect(b",\"url\":\"")?;
        Some((channel, self.cursor.text()))
    }

    #[inline(always)]
    fn time(&mut self) -> Option<u64> {
        if !self.past_texts {
            self.texts()?;
        }
        self.cursor.expect(b",\"dateTime\":")?;
        Some(self.cursor.number())
    }

    #[inline(always)]
    fn extra(&mut self) -> Option<&'a [u8]> {
        self.cursor.expect(b",\"extra\":\"")?;
        Some(self.cursor.text())
    }
}

/// A person likewise.
#[inline(always)]
pub fn person<'a>(mut at: Cursor) -> Option<Person<'a>> {
    at.expect(b"{\"id\":")?;
    let id = at.number();
    at.expect(b",\"name\":\"")?;
    let name = at.text();
    at.expect(b",\"emailAddress\":\"")?;
    at.text();
    at.expect(b",\"creditCard\":\"")?;
    at.text();
    at.expect(b",\"city\":\"")?;
    let city = at.text();
    at.expect(b",\"state\":\"")?;
    let state = at.text();
    at.expect(b",\"dateTime\":")?;
    Some(Person { id, name, city, state, time: at.number() })
}

/// An auction likewise.
pub struct AuctionInOrder(pub Cursor);

impl Auction for AuctionInOrder {
    #[inline(always)]
    fn id(&mut self) -> Option<u64> {
        self.0.expect(b"{\"id\":")?;
        Some(self.0.number())
    }

    #[inline(always)]
    fn time(&mut self) -> Option<u64> {
        self.0.expect(b",\"itemName\":\"")?;
        self.0.text();
        self.0.expect(b",\"description\":\"")?;
        self.0.text();
        self.0.expect(b",\"initialBid\":")?;
        self.0.number();
        self.0.expect(b",\"reserve\":")?;
        self.0.number();
        self.0.expect(b",\"dateTime\":")?;
        Some(self.0.number())
    }

    #[inline(always)]
    fn seller(&mut self) -> Option<u64> {
        self.0.expect(b",\"expires\":")?;
        self.0.number();
        self.0.expect(b",\"seller\":")?;
        Some(self.0.number())
    }

    #[inline(always)]
    fn category(&mut self) -> Option<u64> {
        self.0.expect(b",\"category\":")?;
        Some(self.0.number())
    }
}
