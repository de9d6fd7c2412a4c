//! Bids whose fields stand in any order: names are told apart by their first letter, and reading stops once the columns
//! that are wanted have been found.

use super::query::Bid;
use super::scan::Cursor;

/// A bid, as far as it has been read.
pub struct AnyOrder<'a> {
    cursor: Cursor,
    /// A bit for each column that has been found.
    found: u8,
    numbers: [u64; 4],
    extra: &'a [u8],
}

const AUCTION: usize = 0;
const BIDDER: usize = 1;
const PRICE: usize = 2;
const TIME: usize = 3;
const EXTRA: usize = 4;

impl AnyOrder<'_> {
    pub fn new(cursor: Cursor) -> Self {
        AnyOrder { cursor, found: 0, numbers: [0; 4], extra: &[] }
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
                b'c' => {
                    self.cursor.expect(b"channel\":\"")?;
                    self.cursor.text();
                }
                b'u' => {
                    self.cursor.expect(b"url\":\"")?;
                    self.cursor.text();
                }
                _ => {
                    self.cursor.expect(b"extra\":\"")?;
                    self.extra = self.cursor.text();
                    self.found |= 1 << EXTRA;
                }
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
}

impl<'a> Bid<'a> for AnyOrder<'a> {
    #[inline(always)]
    fn numbers(&mut self) -> Option<(u64, u64, u64)> {
        self.until(1 << AUCTION | 1 << BIDDER | 1 << PRICE)?;
        Some((self.numbers[AUCTION], self.numbers[BIDDER], self.numbers[PRICE]))
    }

    #[inline(always)]
    fn time(&mut self) -> Option<u64> {
        self.until(1 << TIME)?;
        Some(self.numbers[TIME])
    }

    #[inline(always)]
    fn extra(&mut self) -> Option<&'a [u8]> {
        self.until(1 << EXTRA)?;
        Some(self.extra)
    }
}
