//! Speculation: a record whose fields stand in the order of its schema, without white space, as most writers write.
//!
//! What it finds, [`super::scan()`] would find. Where a record is written otherwise it gives up (`None`), for any reason,
//! and the scan goes on from the last field that was found. One instance per record type, inside the job's loop.

use super::marks::Text;
use super::raw::{Found, Place};
use super::scan::{self, Pass};
use super::{Keys, any_order, digits, skip};
use crate::fail::Fail;

/// A pass over a record with `N` declared fields.
#[derive(Debug)]
pub struct InOrder<'a, 'm, const N: usize> {
    text: Text<'a, 'm>,
    at: usize,
    /// There may be a byte that is not ASCII.
    wide: bool,
    places: [Place; N],
}

impl<'a, 'm, const N: usize> InOrder<'a, 'm, N> {
    #[inline(always)]
    pub fn new(text: Text<'a, 'm>) -> Self {
        InOrder { text, at: text.start, wide: false, places: [Place::default(); N] }
    }

    /// The next field: `before` is its name in quotes between what stands before it and its colon; `last` if the record
    /// ends behind it.
    #[inline(always)]
    pub fn field(&mut self, slot: usize, before: &'static str, last: bool) -> Option<()> {
        let bytes = self.text.bytes;
        let rest = bytes.get(self.at..)?;
        let length = before.len();
        if rest.get(..length)? != before.as_bytes() {
            return None;
        }
        let start = self.at + length;
        let (end, place) = match bytes.get(start)? {
            b'"' => {
                let mark = self.text.next(start + 1)?;
                match bytes.get(mark)? {
                    b'"' => (mark + 1, Place::plain(start, mark + 1)),
                    _ => self.other(start)?,
                }
            }
            b'1'..=b'9' if last => {
                let end = bytes.len() - 1;
                if digits::are_last(bytes.get(..end)?, start) {
                    (end, Place::plain(start, end))
                } else {
                    self.other(start)?
                }
            }
            b'1'..=b'9' => {
                // Behind a number stand a comma and the quote of the next name.
                let end = self.text.near(start)?.wrapping_sub(1);
                if digits::are_plain(bytes, start, end) {
                    (end, Place::plain(start, end))
                } else {
                    self.other(start)?
                }
            }
            _ => self.other(start)?,
        };
        // A declared field that stands twice is the scan's affair: it sees that this place is taken.
        *self.places.get_mut(slot)? = place;
        self.at = end;
        Some(())
    }

    /// A value that is not written as most are.
    #[inline(always)]
    fn other(&mut self, start: usize) -> Option<(usize, Place)> {
        let (end, place, wide) = other(self.text.bytes, start)?;
        self.wide |= wide;
        Some((end, place))
    }

    /// All has been found that is wanted. The record ends here, or is `trusted` and what follows is not looked at; if it
    /// turns out otherwise the scan goes on.
    #[inline(always)]
    pub fn finish(self, keys: &'static Keys, trusted: bool) -> Result<Found<'a, N>, Fail> {
        match if trusted { self.stop() } else { self.whole() } {
            // SAFETY: everything of the record up to `at` is UTF-8: as checked, or because it is all ASCII. The values are
            // parts of it between two tokens.
            Some(()) => Ok(unsafe { Found::new(self.text.bytes, self.places) }),
            None => self.scan(keys, trusted),
        }
    }

    #[inline(always)]
    fn whole(&self) -> Option<()> {
        if self.text.bytes.get(self.at..)? != b"}" {
            return None;
        }
        self.stop()
    }

    /// A value ends where it does, and not only where it was last looked at.
    #[inline(always)]
    fn stop(&self) -> Option<()> {
        let bytes = self.text.bytes;
        if !matches!(bytes.get(self.at)?, b',' | b'}') || bytes.len() > scan::LONGEST {
            return None;
        }
        if self.wide { is_utf8(bytes.get(self.text.start..self.at)?).then_some(()) } else { Some(()) }
    }

    /// Goes on from the last field that was found, whatever comes.
    #[cold]
    #[inline(never)]
    pub fn scan(mut self, keys: &'static Keys, trusted: bool) -> Result<Found<'a, N>, Fail> {
        let found = self.places;
        if any_order::fields(&self.text, keys, trusted, (self.at, self.wide), &mut self.places).is_some() {
            // SAFETY: as much of the record has been checked as the pass has looked at, and it finds values between two
            // tokens.
            return Ok(unsafe { Found::new(self.text.bytes, self.places) });
        }
        // In the record alone.
        let (text, start) = (self.text.alone(), self.text.start);
        self.places = found.map(|place| place.moved_back(start));
        let pass = Pass { at: self.at - start, wide: self.wide, places: &mut self.places };
        scan::go_on(text, keys, trusted, pass)?;
        // SAFETY: the scan has checked the text as far as it went, and finds values between two tokens.
        Ok(unsafe { Found::new(text, self.places) })
    }
}

/// A value that is not written as most are: where it ends, its place, and whether a byte of it may not be ASCII.
#[inline(never)]
pub(super) fn other(bytes: &[u8], start: usize) -> Option<(usize, Place, bool)> {
    let mut wide = false;
    let end = skip::value(bytes, start, 1, &mut wide).ok()?;
    let first = start + usize::from(bytes.get(start) == Some(&b'-'));
    let is_plain = bytes.get(first) != Some(&b'0') && digits::are_last(bytes.get(..end)?, first);
    let place = if is_plain { Place::plain(start, end) } else { Place::new(start, end) };
    Some((end, place, wide))
}

#[inline(never)]
pub(super) fn is_utf8(text: &[u8]) -> bool {
    std::str::from_utf8(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::json::{Alone, Key, keys};

    static LIST: [Key; 2] = keys(["a", "b"]);
    static KEYS: Keys = Keys::new(&LIST);

    fn pass(text: &[u8], all: bool) -> Option<Vec<&str>> {
        let alone = Alone::new(text);
        let mut pass = InOrder::<2>::new(alone.text());
        pass.field(0, "{\"a\":", false)?;
        if all {
            pass.field(1, ",\"b\":", true)?;
            pass.whole()?;
        } else {
            pass.stop()?;
        }
        let found = pass.finish(&KEYS, !all).expect("it stands");
        Some(vec![found.get(0).text(), found.get(1).text()])
    }

    #[test]
    fn what_stands_in_order_is_found() {
        assert_eq!(pass(br#"{"a":12,"b":"x"}"#, true), Some(vec!["12", "\"x\""]));
        assert_eq!(pass(br#"{"a":-1.5e3,"b":{"c":[1]}}"#, true), Some(vec!["-1.5e3", "{\"c\":[1]}"]));
        assert_eq!(pass(br#"{"a":null,"b":"x\"y"}"#, true), Some(vec!["null", r#""x\"y""#]));
        assert_eq!(pass("{\"a\":\"é\",\"b\":0}".as_bytes(), true), Some(vec!["\"é\"", "0"]));
        assert_eq!(pass(br#"{"a":1,"c" broken"#, false), Some(vec!["1", ""]));
    }

    #[test]
    fn anything_else_is_left_to_the_scan() {
        for text in [
            &br#"{"b":1,"a":2}"#[..],
            br#"{"a": 1,"b":2}"#,
            br#"{"a":1,"b":2} "#,
            br#"{"a":1,"b":2,"c":3}"#,
            br#"{"a":01,"b":2}"#,
            br#"{"a":1x,"b":2}"#,
            br#"{"a":1,"b":2"#,
            br#"{"a":1,"b":"#,
            b"{\"a\":\"\x01\",\"b\":2}",
            b"{\"a\":\"\xff\",\"b\":2}",
            b"{\"a\":\"\\n\xff\",\"b\":2}",
            b"{\"a\":{\"\xff\":1},\"b\":2}",
            b"",
        ] {
            assert_eq!(pass(text, true), None, "{}", String::from_utf8_lossy(text));
        }
        assert_eq!(pass(br#"{"a":1"#, false), None, "the number may go on");
        assert_eq!(pass(br#"{"a":1x"#, false), None);
        assert_eq!(pass(b"{\"a\":\"\xff\",", false), None);
    }

    #[test]
    fn the_scan_goes_on_where_the_order_ends() {
        let on = |text: &[u8], trusted| {
            let alone = Alone::new(text);
            let mut pass = InOrder::<2>::new(alone.text());
            pass.field(0, "{\"a\":", false).expect("in order");
            let found = pass.scan(&KEYS, trusted);
            found.map(|found| (found.get(0).text().to_owned(), found.get(1).text().to_owned()))
        };
        let values = |a: &str, b: &str| Ok((a.to_owned(), b.to_owned()));
        assert_eq!(on(br#"{"a":1 , "x":[2], "b" : 3 } "#, false), values("1", "3"));
        assert_eq!(on(br#"{"a":1}"#, false), values("1", ""));
        assert_eq!(on(br#"{"a":1,"b":2,"c" broken"#, true), values("1", "2"));
        assert_eq!(on(br#"{"a":1,"b":2,"c" broken"#, false), Err(Fail::InvalidJson));
        assert_eq!(on(br#"{"a":1,"a":1}"#, false), Err(Fail::RepeatedField));
        assert_eq!(on(br#"{"a":1 "#, true), Err(Fail::InvalidJson));
        assert_eq!(on(b"{\"a\":\"\xff\",\"b\":2}", true), Err(Fail::InvalidUtf8));
        assert_eq!(on(b"{\"a\":1,\"b\":\"\xff\"}", true), Err(Fail::InvalidUtf8));
        assert_eq!(on(b"{\"a\":1,\"b\":\"\xff\"", false), Err(Fail::InvalidUtf8));
    }
}
