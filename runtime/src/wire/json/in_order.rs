//! Speculation: a record whose fields stand in the order of its schema, without white space, as most writers write.
//!
//! It finds what [`super::scan()`] finds or gives up (`None`), for any reason; then the record is scanned from its start.

use super::{Raw, digits, number, skip, string};

/// A pass over a record with `N` declared fields.
#[derive(Debug)]
pub struct InOrder<'a, const N: usize> {
    text: &'a [u8],
    at: usize,
    /// A string has bytes that are not ASCII.
    wide: bool,
    /// Values that this pass has found: each begins and ends where a token of JSON does.
    found: [&'a [u8]; N],
}

impl<'a, const N: usize> InOrder<'a, N> {
    #[inline(always)]
    pub fn new(text: &'a [u8]) -> Self {
        InOrder { text, at: 0, wide: false, found: [&[]; N] }
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
        self.at = match self.text.get(start)? {
            b'"' => {
                let (end, wide) = string::plain_end(self.text, start + 1);
                self.wide |= wide;
                match self.text.get(end) {
                    Some(b'"') => end + 1,
                    _ => {
                        // What stands behind the escape has not been looked at.
                        self.wide = true;
                        string::end(self.text, start + 1).ok()? + 1
                    }
                }
            }
            b'1'..=b'9' => {
                let end = digits::end(self.text, start + 1);
                match self.text.get(end) {
                    Some(b'.' | b'e' | b'E') => number::end(self.text, start).ok()?,
                    _ => end,
                }
            }
            b'-' | b'0' => number::end(self.text, start).ok()?,
            other => {
                // What stands inside an array or object is not looked at here.
                self.wide |= matches!(other, b'[' | b'{');
                skip::value(self.text, start, 1).ok()?
            }
        };
        if let Some(found) = self.found.get_mut(slot) {
            *found = self.text.get(start..self.at)?;
        }
        Some(())
    }

    /// The record ends here.
    #[inline(always)]
    pub fn whole(self) -> Option<[Raw<'a>; N]> {
        if self.text.get(self.at..)? != b"}" {
            return None;
        }
        self.stop()
    }

    /// All has been found that is wanted, and what follows is not looked at; but a value ends where it does, and not
    /// only where it was last looked at.
    #[inline(always)]
    pub fn stop(self) -> Option<[Raw<'a>; N]> {
        if !matches!(self.text.get(self.at), Some(b',' | b'}')) {
            return None;
        }
        if self.wide && std::str::from_utf8(self.text.get(..self.at)?).is_err() {
            return None;
        }
        // SAFETY: everything up to `at` is UTF-8: as checked, or because strings are all ASCII, and so is what stands
        // between them by the grammar. The values are parts of it between two tokens, which are ASCII.
        Some(self.found.map(|value| Raw(unsafe { std::str::from_utf8_unchecked(value) })))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pass(text: &[u8], all: bool) -> Option<Vec<&str>> {
        let mut pass = InOrder::<2>::new(text);
        pass.field(0, "{\"a\":")?;
        if all {
            pass.field(1, ",\"b\":")?;
        }
        let found = if all { pass.whole() } else { pass.stop() };
        found.map(|found| found.iter().map(|raw| raw.0).collect())
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
}
