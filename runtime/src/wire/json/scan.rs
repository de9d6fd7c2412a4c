//! Finds a record's fields in one pass over its text, checking the whole text on the way (spec: errors.value).

use super::{skip, string};
use crate::fail::Fail;

/// The text of a value, white space around it removed; empty where the field is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Raw<'a>(pub &'a str);

impl<'a> Raw<'a> {
    pub const MISSING: Raw<'static> = Raw("");

    /// The field is absent or null.
    #[inline]
    pub fn is_none(self) -> bool {
        self.0.is_empty() || self.0 == "null"
    }

    /// The text of a value that has to be there.
    #[inline]
    pub fn required(self) -> Result<&'a str, Fail> {
        if self.is_none() { Err(Fail::MissingField) } else { Ok(self.0) }
    }
}

/// The name of a field on the wire.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    name: &'static str,
    /// The name stands in JSON as it is, without escapes.
    plain: bool,
    /// The job reads the field.
    wanted: bool,
}

impl Key {
    pub const fn new(name: &'static str) -> Self {
        let bytes = name.as_bytes();
        let (mut plain, mut at) = (true, 0);
        while at < bytes.len() {
            plain = plain && bytes[at] >= 0x20 && bytes[at] != b'"' && bytes[at] != b'\\';
            at += 1;
        }
        Key { name, plain, wanted: true }
    }
}

/// The keys of these names.
pub const fn keys<const N: usize>(names: [&'static str; N]) -> [Key; N] {
    let mut keys = [Key::new(""); N];
    let mut at = 0;
    while at < N {
        keys[at] = Key::new(names[at]);
        at += 1;
    }
    keys
}

/// The same keys, those wanted alone whose names are among `names`.
pub const fn wanted<const N: usize>(mut keys: [Key; N], names: &[&str]) -> [Key; N] {
    let mut at = 0;
    while at < N {
        keys[at].wanted = false;
        let mut name = 0;
        while name < names.len() {
            keys[at].wanted = keys[at].wanted || same(keys[at].name, names[name]);
            name += 1;
        }
        at += 1;
    }
    keys
}

/// Every name stands in JSON as it is.
pub const fn are_plain(keys: &[Key]) -> bool {
    let (mut plain, mut at) = (true, 0);
    while at < keys.len() {
        plain = plain && keys[at].plain;
        at += 1;
    }
    plain
}

/// The position after the last wanted key.
pub const fn past_last(keys: &[Key]) -> usize {
    let mut at = keys.len();
    while at > 0 && !keys[at - 1].wanted {
        at -= 1;
    }
    at
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut same = a.len() == b.len();
    let mut i = 0;
    while same && i < a.len() {
        same = a[i] == b[i];
        i += 1;
    }
    same
}

/// Where a name stands among names: evaluated when the job is compiled.
pub const fn index_of(names: &[&str], name: &str) -> usize {
    let mut at = 0;
    while at < names.len() {
        if same(names[at], name) {
            return at;
        }
        at += 1;
    }
    panic!("a field is not among the names of its record")
}

/// Fills `found` (all missing before) with the values of `keys`, one for one.
///
/// Other fields are stepped over. Writers mostly keep the order of the schema, so the next declared key is compared
/// first. With `trusted` nothing after the last wanted field is looked at. Fails with [`Fail::InvalidUtf8`],
/// [`Fail::InvalidJson`], [`Fail::TooDeep`], [`Fail::WrongType`] (not an object) or, once all of the syntax is known to
/// be right, [`Fail::RepeatedField`].
pub fn scan<'a>(
    bytes: &'a [u8],
    keys: &'static [Key],
    trusted: bool,
    found: &mut [Raw<'a>],
) -> Result<(), Fail> {
    let text = std::str::from_utf8(bytes).map_err(|_| Fail::InvalidUtf8)?;
    let mut at = skip::space(bytes, 0);
    if bytes.get(at) != Some(&b'{') {
        check(bytes)?;
        return Err(Fail::WrongType);
    }
    at = skip::space(bytes, at + 1);
    let mut expected = 0;
    let mut missing = keys.iter().filter(|key| key.wanted).count();
    let mut repeated = false;
    if bytes.get(at) == Some(&b'}') {
        return end(bytes, at + 1);
    }
    loop {
        if bytes.get(at) != Some(&b'"') {
            return Err(Fail::InvalidJson);
        }
        let (after, slot) = match keys.get(expected) {
            Some(key) if stands(bytes, at + 1, key) => (at + key.name.len() + 2, Some(expected)),
            _ => {
                let close = string::end(bytes, at + 1)?;
                (close + 1, look_up(text.get(at + 1..close).unwrap_or_default(), keys, expected))
            }
        };
        let start = skip::colon(bytes, after)?;
        let stop = skip::value(bytes, start, 1)?;
        if let Some(slot) = slot
            && let Some(found) = found.get_mut(slot)
        {
            expected = slot + 1;
            if found.0.is_empty() {
                missing -= usize::from(keys.get(slot).is_some_and(|key| key.wanted));
            } else {
                repeated = true;
            }
            *found = Raw(text.get(start..stop).unwrap_or_default());
            if trusted && missing == 0 {
                return if repeated { Err(Fail::RepeatedField) } else { Ok(()) };
            }
        }
        at = skip::space(bytes, stop);
        match bytes.get(at) {
            Some(b',') => at = skip::space(bytes, at + 1),
            Some(b'}') => {
                end(bytes, at + 1)?;
                return if repeated { Err(Fail::RepeatedField) } else { Ok(()) };
            }
            _ => return Err(Fail::InvalidJson),
        }
    }
}

/// Checks that the bytes are one JSON value and nothing else.
pub fn check(bytes: &[u8]) -> Result<(), Fail> {
    std::str::from_utf8(bytes).map_err(|_| Fail::InvalidUtf8)?;
    end(bytes, skip::value(bytes, skip::space(bytes, 0), 0)?)
}

fn end(bytes: &[u8], at: usize) -> Result<(), Fail> {
    if skip::space(bytes, at) == bytes.len() { Ok(()) } else { Err(Fail::InvalidJson) }
}

#[inline]
fn stands(bytes: &[u8], at: usize, key: &Key) -> bool {
    let Some(rest) = bytes.get(at..) else { return false };
    key.plain && rest.get(key.name.len()) == Some(&b'"') && rest.starts_with(key.name.as_bytes())
}

/// The slot of a key that was not the expected one, looked for from there on and round.
fn look_up(content: &str, keys: &[Key], expected: usize) -> Option<usize> {
    if content.contains('\\') {
        // A name that cannot be read is no declared name.
        let name = string::unescape(content).ok()?;
        return keys.iter().position(|key| *key.name == *name);
    }
    let from = expected.min(keys.len());
    let same = |key: &Key| *key.name == *content;
    keys.iter()
        .skip(from)
        .position(same)
        .map(|at| at + from)
        .or_else(|| keys.iter().take(from).position(same))
}

/// Calls `visit` with every element of a checked array; [`Fail::WrongType`] for any other value.
pub(in crate::wire) fn check_array<'a>(
    text: &'a str,
    visit: &mut dyn FnMut(Raw<'a>) -> Result<(), Fail>,
) -> Result<(), Fail> {
    let bytes = text.as_bytes();
    if bytes.first() != Some(&b'[') {
        return Err(Fail::WrongType);
    }
    let mut at = skip::space(bytes, 1);
    if bytes.get(at) == Some(&b']') {
        return Ok(());
    }
    loop {
        let stop = skip::value(bytes, at, 1)?;
        visit(Raw(text.get(at..stop).unwrap_or_default()))?;
        at = skip::space(bytes, stop);
        match bytes.get(at) {
            Some(b',') => at = skip::space(bytes, at + 1),
            _ => return Ok(()),
        }
    }
}
