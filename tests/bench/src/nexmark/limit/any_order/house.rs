//! People and auctions, likewise: of their names the first letters say which it is.

use crate::nexmark::limit::query::{Auction, Person};
use crate::nexmark::limit::scan::Cursor;

/// A person, read until all that is wanted has been found.
#[inline(always)]
pub fn person<'a>(mut at: Cursor) -> Option<Person<'a>> {
    let mut person = Person { id: 0, name: &[], city: &[], state: &[], time: 0 };
    let mut missing = 5;
    while missing > 0 {
        // An opening brace or a comma, and a quote.
        at.skip(2);
        match at.two() {
            [b'e', b'm'] => other(&mut at, b"emailAddress\":\"")?,
            [b'e', _] => other(&mut at, b"extra\":\"")?,
            [b'c', b'r'] => other(&mut at, b"creditCard\":\"")?,
            [first, _] => {
                missing -= 1;
                match first {
                    b'i' => {
                        at.expect(b"id\":")?;
                        person.id = at.number();
                    }
                    b'd' => {
                        at.expect(b"dateTime\":")?;
                        person.time = at.number();
                    }
                    b'n' => {
                        at.expect(b"name\":\"")?;
                        person.name = at.text();
                    }
                    b'c' => {
                        at.expect(b"city\":\"")?;
                        person.city = at.text();
                    }
                    _ => {
                        at.expect(b"state\":\"")?;
                        person.state = at.text();
                    }
                }
            }
        }
    }
    Some(person)
}

#[inline(always)]
fn other<const N: usize>(at: &mut Cursor, name: &[u8; N]) -> Option<()> {
    at.expect(name)?;
    at.text();
    Some(())
}

/// An auction, as far as it has been read.
pub struct AuctionAnyOrder {
    cursor: Cursor,
    found: u8,
    /// Id, time, seller, category.
    numbers: [u64; 4],
}

impl AuctionAnyOrder {
    #[inline(always)]
    pub fn new(cursor: Cursor) -> Self {
        AuctionAnyOrder { cursor, found: 0, numbers: [0; 4] }
    }

    #[inline(always)]
    fn until(&mut self, wanted: usize) -> Option<u64> {
        while self.found & 1 << wanted == 0 {
            self.cursor.skip(2);
            match self.cursor.two() {
                [b'i', b'd'] => self.number(b"id\":", 0)?,
                [b'd', b'a'] => self.number(b"dateTime\":", 1)?,
                [b's', _] => self.number(b"seller\":", 2)?,
                [b'c', _] => self.number(b"category\":", 3)?,
                [b'r', _] => self.other_number(b"reserve\":")?,
                [b'i', b'n'] => self.other_number(b"initialBid\":")?,
                [b'i', _] => other(&mut self.cursor, b"itemName\":\"")?,
                [b'd', _] => other(&mut self.cursor, b"description\":\"")?,
                _ => {
                    // What expires, or the rest.
                    self.cursor.skip(2);
                    match self.cursor.byte() {
                        b'p' => self.other_number(b"pires\":")?,
                        _ => other(&mut self.cursor, b"tra\":\"")?,
                    }
                }
            }
        }
        Some(self.numbers[wanted])
    }

    #[inline(always)]
    fn number<const N: usize>(&mut self, name: &[u8; N], place: usize) -> Option<()> {
        self.cursor.expect(name)?;
        self.numbers[place] = self.cursor.number();
        self.found |= 1 << place;
        Some(())
    }

    #[inline(always)]
    fn other_number<const N: usize>(&mut self, name: &[u8; N]) -> Option<()> {
        self.cursor.expect(name)?;
        self.cursor.number();
        Some(())
    }
}

impl Auction for AuctionAnyOrder {
    #[inline(always)]
    fn id(&mut self) -> Option<u64> {
        self.until(0)
    }

    #[inline(always)]
    fn time(&mut self) -> Option<u64> {
        self.until(1)
    }

    #[inline(always)]
    fn seller(&mut self) -> Option<u64> {
        self.until(2)
    }

    #[inline(always)]
    fn category(&mut self) -> Option<u64> {
        self.until(3)
    }
}
