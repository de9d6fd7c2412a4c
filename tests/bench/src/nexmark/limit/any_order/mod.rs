//! Records whose fields stand in any order: names are told apart by their first letters, and reading stops once the columns
//! that are wanted have been found.

mod house;

pub use house::{AuctionAnyOrder, person};

use super::query::Bid;
use super::scan::Cursor;

/// A bid, as far as it has been read.
pub struct BidAnyOrder<'a> {
    cursor: Cursor,
    /// A bit for each column that has been found.
    found: u8,
    numbers: [u64; 4],
    texts: [&'a [u8]; 3],
}

const AUCTION: usize = 0;
const BIDDER: usize = 1;
const PRICE: usize = 2;
const TIME: usize = 3;
/// The texts come behind the numbers.
const CHANNEL: usize = 4;
const URL: usize = 5;
const EXTRA: usize = 6;

impl BidAnyOrder<'_> {
    #[inline(always)]
    pub fn new(cursor: Cursor) -> Self {
        BidAnyOrder { cursor, found: 0, numbers: [0; 4], texts: [&[]; 3] }
    }

    /// Reads on until these columns have been found.
    #[inline(always)]
    fn until(&mut self, wanted: u8) -> Option<()> {
        while self.found & wanted != wanted {
            // An opening brace or a comma, and a quote.
            self.cursor.skip(2);
            match self.cursor.byte() {
                b'a' => self.number(b"auction\":", AUCTION)?,
                b'b' => self.number(b"bidder\":", BIDDER)?,
                b'p' => self.number(b"price\":", PRICE)?,
                b'd' => self.number(b"dateTime\":", TIME)?,
                b'c' => self.text(b"channel\":\"", CHANNEL)?,
                b'u' => self.text(b"url\":\"", URL)?,
                _ => self.text(b"extra\":\"", EXTRA)?,
            }
        }
        Some(())
    }

    #[inline(always)]
    fn number<const N: usize>(&mut self, name: &[u8; N], column: usize) -> Option<()> {
        self.cursor.expect(name)?;
        self.numbers[column] = self.cursor.number();
        self.found |= 1 << column;
        Some(())
    }

    #[inline(always)]
    fn text<const N: usize>(&mut self, name: &[u8; N], column: usize) -> Option<()> {
        self.cursor.expect(name)?;
        self.texts[column - CHANNEL] = self.cursor.text();
        self.found |= 1 << column;
        Some(())
    }
}

impl<'a> Bid<'a> for BidAnyOrder<'a> {
    #[inline(always)]
    fn numbers(&mut self) -> Option<(u64, u64, u64)> {
        self.until(1 << AUCTION | 1 << BIDDER | 1 << PRICE)?;
        Some((self.numbers[AUCTION], self.numbers[BIDDER], self.numbers[PRICE]))
    }

    #[inline(always)]
    fn texts(&mut self) -> Option<(&'a [u8], &'a [u8])> {
        self.until(1 << CHANNEL | 1 << URL)?;
        Some((self.texts[0], self.texts[1]))
    }

    #[inline(always)]
    fn time(&mut self) -> Option<u64> {
        self.until(1 << TIME)?;
        Some(self.numbers[TIME])
    }

    #[inline(always)]
    fn extra(&mut self) -> Option<&'a [u8]> {
        self.until(1 << EXTRA)?;
        Some(self.texts[EXTRA - CHANNEL])
    }
}
