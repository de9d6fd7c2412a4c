//! What the passes over a record find: where values stand, and the values themselves as text.

use crate::fail::Fail;

/// Where a value stands in a record; empty where the field is missing.
///
/// One word, start and end in its halves: it is stored and loaded as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place(u64);

impl Place {
    /// Records are shorter than 4 GiB, or nothing is found in them.
    #[inline(always)]
    pub(super) fn new(start: usize, end: usize) -> Self {
        Place(start as u64 | (end as u64) << 32)
    }

    #[inline(always)]
    fn start(self) -> usize {
        self.0 as u32 as usize
    }

    #[inline(always)]
    fn end(self) -> usize {
        (self.0 >> 32) as usize
    }

    #[inline]
    pub(super) fn is_empty(self) -> bool {
        self.start() == self.end()
    }
}

/// The text of a value, white space around it removed; empty where the field is missing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Raw<'a> {
    /// What the value stands in: UTF-8 at least from the value's start to its end, both of which are ends of tokens.
    around: &'a [u8],
    start: usize,
    end: usize,
}

impl<'a> Raw<'a> {
    pub const MISSING: Raw<'static> = Raw { around: &[], start: 0, end: 0 };

    /// A text that has been checked.
    #[inline]
    pub fn of(text: &'a str) -> Self {
        Raw { around: text.as_bytes(), start: 0, end: text.len() }
    }

    #[inline]
    pub fn bytes(self) -> &'a [u8] {
        self.around.get(self.start..self.end).unwrap_or_default()
    }

    #[inline]
    pub fn text(self) -> &'a str {
        // SAFETY: see `around`.
        unsafe { std::str::from_utf8_unchecked(self.bytes()) }
    }

    /// What the value stands in, up to its end, and where in it the value starts.
    #[inline(always)]
    pub(super) fn within(self) -> (&'a [u8], usize) {
        (self.around.get(..self.end).unwrap_or_default(), self.start)
    }

    /// The field is absent or null.
    #[inline]
    pub fn is_none(self) -> bool {
        self.start == self.end || self.bytes() == b"null"
    }

    /// The text of a value that has to be there.
    #[inline]
    pub fn required(self) -> Result<&'a str, Fail> {
        if self.is_none() { Err(Fail::MissingField) } else { Ok(self.text()) }
    }

    /// The content of a string that has to be there, escapes as they are.
    #[inline]
    pub(super) fn string(self) -> Result<&'a str, Fail> {
        match self.bytes() {
            // SAFETY: see `around`; a quote is a character of its own.
            [b'"', content @ .., b'"'] => Ok(unsafe { std::str::from_utf8_unchecked(content) }),
            _ => Err(self.required().map_or_else(|fail| fail, |_| Fail::WrongType)),
        }
    }
}

impl PartialEq for Raw<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes() == other.bytes()
    }
}

impl Eq for Raw<'_> {}

/// The values of a record's `N` declared fields.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a, const N: usize> {
    /// UTF-8 as far as the places go, each of which begins and ends where a token of JSON does.
    text: &'a [u8],
    places: [Place; N],
}

impl<'a, const N: usize> Found<'a, N> {
    /// # Safety
    /// Each place begins and ends where a token does in `text`, which is UTF-8 as far as the places go.
    #[inline(always)]
    pub(super) unsafe fn new(text: &'a [u8], places: [Place; N]) -> Self {
        Found { text, places }
    }

    /// The value of a field.
    #[inline(always)]
    pub fn get(&self, slot: usize) -> Raw<'a> {
        let place = self.places[slot];
        Raw { around: self.text, start: place.start(), end: place.end() }
    }
}
