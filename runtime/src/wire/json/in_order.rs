//! Speculation: a record whose fields stand in the order of its schema, without white space, as most writers write.
//!
//! What it finds, [`super::scan()`] would find. Where a record is written otherwise it gives up (`None`), for any reason,
//! and the scan goes on from the last field that was found. One instance per record type, inside the job's loop.

use super::raw::{Found, Place};
use super::scan::{self, Pass};
use super::{Keys, digits, number, skip, string};
use crate::fail::Fail;

/// A pass over a record with `N` declared fields.
#[derive(Debug)]
pub struct InOrder<'a, const N: usize> {
    text: &'a [u8],
    at: usize,
    /// There may be a byte that is not ASCII.
    wide: bool,
    places: [Place; N],
}

impl<'a, const N: usize> InOrder<'a, N> {
    #[inline(always)]
    pub fn new(text: &'a [u8]) -> Self {
        InOrder { text, at: 0, wide: false, places: [Place::default(); N] }
    }

    /// The next field: `before` is its name in quotes between what stands before it and its colon.
    #[inline(always)]
    pub fn field(&mut self, slot: usize, before: &'static str) -> Option<()> {
        let rest = self.text.get(self.at..)?;
        let length = before.len();
        if rest.get(..length)? != before.as_bytes() {
            return None;
        }
        let start = self.at + length;
        let end = match self.text.get(start)? {
            b'"' => {
                let (end, wide) = string::plain_end(self.text, start + 1);
                self.wide |= wide;
                match self.text.get(end)? {
                    b'"' => end + 1,
                    _ => {
                        let (end, wide) = escaped(self.text, end)?;
                        self.wide |= wide;
                        end + 1
                    }
                }
            }
            b'1'..=b'9' => {
                let end = digits::end(self.text, start + 1);
                match self.text.get(end)? {
                    b'.' | b'e' | b'E' => number::end(self.text, start).ok()?,
                    _ => end,
                }
            }
            b'-' | b'0' => number::end(self.text, start).ok()?,
            _ => {
                let (end, wide) = other(self.text, start)?;
                self.wide |= wide;
                end
            }
        };
        // A declared field that stands twice is the scan's affair: it sees that this place is taken.
        *self.places.get_mut(slot)? = Place::new(start, end);
        self.at = end;
        Some(())
    }

    /// All has been found that is wanted. The record ends here, or is `trusted` and what follows is not looked at; if it
    /// turns out otherwise the scan goes on.
    #[inline(always)]
    pub fn finish(self, keys: &'static Keys, trusted: bool) -> Result<Found<'a, N>, Fail> {
        match if trusted { self.stop() } else { self.whole() } {
            // SAFETY: everything up to `at` is UTF-8: as checked, or because strings are all ASCII, and so is what stands
            // between them by the grammar. The values are parts of it between two tokens.
            Some(()) => Ok(unsafe { Found::new(self.text, self.places) }),
            None => self.scan(keys, trusted),
        }
    }

    #[inline(always)]
    fn whole(&self) -> Option<()> {
        if self.text.get(self.at..)? != b"}" {
            return None;
        }
        self.stop()
    }

    /// A value ends where it does, and not only where it was last looked at.
    #[inline(always)]
    fn stop(&self) -> Option<()> {
        if !matches!(self.text.get(self.at)?, b',' | b'}') || self.text.len() > scan::LONGEST {
            return None;
        }
        if self.wide { is_utf8(self.text.get(..self.at)?).then_some(()) } else { Some(()) }
    }

    /// Goes on from the last field that was found, whatever comes.
    #[cold]
    #[inline(never)]
    pub fn scan(mut self, keys: &'static Keys, trusted: bool) -> Result<Found<'a, N>, Fail> {
        let pass = Pass { at: self.at, wide: self.wide, places: &mut self.places };
        scan::go_on(self.text, keys, trusted, pass)?;
        // SAFETY: the scan has checked the text as far as it went, and finds values between two tokens.
        Ok(unsafe { Found::new(self.text, self.places) })
    }
}

/// The end of a string that is plain up to `at`.
#[inline(never)]
fn escaped(text: &[u8], at: usize) -> Option<(usize, bool)> {
    let mut wide = false;
    let end = string::end_after_escape(text, at, &mut wide).ok()?;
    Some((end, wide))
}

/// A word, an array or an object.
#[inline(never)]
fn other(text: &[u8], start: usize) -> Option<(usize, bool)> {
    let mut wide = false;
    let end = skip::value(text, start, 1, &mut wide).ok()?;
    Some((end, wide))
}

#[inline(never)]
fn is_utf8(text: &[u8]) -> bool {
    std::str::from_utf8(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::json::{Key, keys};

    static LIST: [Key; 2] = keys(["a", "b"]);
    static KEYS: Keys = Keys::new(&LIST);

    fn pass(text: &[u8], all: bool) -> Option<Vec<&str>> {
        let mut pass = InOrder::<2>::new(text);
        pass.field(0, "{\"a\":")?;
        if all {
            pass.field(1, ",\"b\":")?;
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
            let mut pass = InOrder::<2>::new(text);
            pass.field(0, "{\"a\":").expect("in order");
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
