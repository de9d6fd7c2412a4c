//! The names of a record's fields on the wire, and an index of them that is made when the job is compiled.

use super::raw::Place;
use super::string;

/// The name of a field on the wire.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    name: &'static str,
    words: Words,
    /// The job reads the field.
    pub(super) wanted: bool,
}

/// The first and the last eight bytes of a name, zeros behind a shorter one: with the length all of it up to sixteen bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Words(u64, u64);

impl Words {
    const fn new(name: &[u8]) -> Self {
        Words(word(name, 0), word(name, if name.len() < 8 { 0 } else { name.len() - 8 }))
    }

    /// The same of the name that stands at `from` in a text: one load of eight bytes where the text goes on.
    #[inline(always)]
    fn at(text: &[u8], from: usize, to: usize) -> Self {
        let length = to - from;
        match text.get(from..).and_then(|rest| rest.first_chunk::<8>()) {
            Some(first) if length < 8 => {
                let word = u64::from_le_bytes(*first) & !(u64::MAX << (8 * length));
                Words(word, word)
            }
            Some(first) => {
                let last = text.get(..to).and_then(|name| name.last_chunk::<8>()).unwrap_or(first);
                Words(u64::from_le_bytes(*first), u64::from_le_bytes(*last))
            }
            None => Words::new(text.get(from..to).unwrap_or_default()),
        }
    }

    const fn hash(self, length: usize) -> u8 {
        let first = self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let last = self.1.wrapping_mul(0xc2b2_ae3d_27d4_eb4f).rotate_left(32);
        ((first ^ last).wrapping_add((length as u64).wrapping_mul(0x1656_67b1_9e37_79f9)) >> 56) as u8
    }
}

/// The eight bytes at `at`, zeros where the name has ended.
const fn word(name: &[u8], at: usize) -> u64 {
    let (mut word, mut place) = (0, 0);
    while place < 8 && at + place < name.len() {
        word |= (name[at + place] as u64) << (8 * place);
        place += 1;
    }
    word
}

impl Key {
    const fn new(name: &'static str) -> Self {
        Key { name, words: Words::new(name.as_bytes()), wanted: true }
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

const fn has_backslash(name: &[u8]) -> bool {
    let mut at = 0;
    while at < name.len() && name[at] != b'\\' {
        at += 1;
    }
    at < name.len()
}

const SLOTS: usize = 256;
/// No key in a slot of the index.
const NONE: u8 = u8::MAX;
/// Records with more fields are looked through.
const MOST: usize = SLOTS / 2;

/// The keys of a record, with an index of their names.
#[derive(Debug)]
pub struct Keys {
    pub(super) keys: &'static [Key],
    /// By the hash of a name, or in the next free slot behind it. Names that never stand in JSON as they are, are not in it.
    index: [u8; SLOTS],
    plain: bool,
    past_last: usize,
    pub(super) wanted: usize,
}

impl Keys {
    pub const fn new(keys: &'static [Key]) -> Self {
        let mut all = Keys { keys, index: [NONE; SLOTS], plain: true, past_last: 0, wanted: 0 };
        let mut at = 0;
        while at < keys.len() {
            let name = keys[at].name.as_bytes();
            let mut byte = 0;
            while byte < name.len() {
                all.plain = all.plain && name[byte] >= 0x20 && name[byte] != b'"' && name[byte] != b'\\';
                byte += 1;
            }
            if keys[at].wanted {
                all.wanted += 1;
                all.past_last = at + 1;
            }
            if keys.len() <= MOST && !has_backslash(name) {
                let mut slot = keys[at].words.hash(name.len());
                while all.index[slot as usize] != NONE {
                    slot = slot.wrapping_add(1);
                }
                all.index[slot as usize] = at as u8;
            }
            at += 1;
        }
        all
    }

    /// Every name stands in JSON as it is, without escapes.
    #[inline]
    pub const fn are_plain(&self) -> bool {
        self.plain
    }

    /// The position after the last wanted key.
    pub const fn past_last(&self) -> usize {
        self.past_last
    }

    /// Whether the job reads the key.
    pub const fn is_wanted(&self, at: usize) -> bool {
        at < self.keys.len() && self.keys[at].wanted
    }

    /// How many wanted keys have no place yet.
    #[inline]
    pub(super) fn missing(&self, places: &[Place]) -> usize {
        let found = |(key, place): &(&Key, &Place)| key.wanted && !place.is_empty();
        self.wanted - self.keys.iter().zip(places).filter(found).count()
    }

    /// The key whose name stands from `from` to `to` in a text, without escapes.
    #[inline(always)]
    pub(super) fn look_up_plain(&self, text: &[u8], from: usize, to: usize) -> Option<usize> {
        let length = to.wrapping_sub(from);
        let first = text.get(from..).and_then(|rest| rest.first_chunk::<8>());
        let last = text.get(..to).and_then(|rest| rest.last_chunk::<8>());
        let (Some(first), Some(last), 1.., ..=MOST) = (first, last, length, self.keys.len()) else {
            return self.look_through(text.get(from..to)?);
        };
        // No branch depends on the length: what a shorter name does not have is shifted out on either side.
        let beside = 64 - 8 * length.min(8) as u32;
        let words =
            Words(u64::from_le_bytes(*first) << beside >> beside, u64::from_le_bytes(*last) >> beside);
        let mut slot = words.hash(length);
        loop {
            let at = usize::from(self.index[usize::from(slot)]);
            let key = self.keys.get(at)?;
            if key.words == words
                && key.name.len() == length
                && (length <= 16 || text.get(from..to) == Some(key.name.as_bytes()))
            {
                return Some(at);
            }
            slot = slot.wrapping_add(1);
        }
    }

    /// The key whose name stands between the quotes of a string from `from` to `to`.
    #[inline(always)]
    pub(super) fn look_up(&self, text: &[u8], from: usize, to: usize) -> Option<usize> {
        if self.keys.len() > MOST {
            return self.look_through(text.get(from..to)?);
        }
        let (words, length) = (Words::at(text, from, to), to - from);
        let mut slot = words.hash(length);
        loop {
            let at = usize::from(self.index[usize::from(slot)]);
            match self.keys.get(at) {
                None => return self.look_up_escaped(text, from, to),
                Some(key) if key.words == words && key.name.len() == length => {
                    if length <= 16 || text.get(from..to) == Some(key.name.as_bytes()) {
                        return Some(at);
                    }
                }
                Some(_) => {}
            }
            slot = slot.wrapping_add(1);
        }
    }

    fn look_through(&self, name: &[u8]) -> Option<usize> {
        if has_backslash(name) {
            return self.look_up_escaped(name, 0, name.len());
        }
        self.keys.iter().position(|key| key.name.as_bytes() == name)
    }

    /// A name that is not declared as it stands may be with its escapes resolved; one that cannot be read is no
    /// declared name.
    #[inline(never)]
    fn look_up_escaped(&self, text: &[u8], from: usize, to: usize) -> Option<usize> {
        let content = text.get(from..to)?;
        memchr::memchr(b'\\', content)?;
        let name = string::unescape(std::str::from_utf8(content).ok()?).ok()?;
        self.keys.iter().position(|key| *key.name == *name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static LIST: [Key; 6] = wanted(
        keys([
            "id",
            "amount",
            "größe",
            "a_name_of_some_length",
            "a_name_of_sane_length",
            "a_name_of_some_lengths_more",
        ]),
        &["id", "größe"],
    );
    static KEYS: Keys = Keys::new(&LIST);

    fn find(name: &str) -> Option<usize> {
        let alone = KEYS.look_up(name.as_bytes(), 0, name.len());
        let text = format!("{{\"{name}\":12345678");
        assert_eq!(KEYS.look_up(text.as_bytes(), 2, 2 + name.len()), alone, "{name}");
        if !name.contains('\\') {
            let within = format!("[0123456789,{text}");
            assert_eq!(KEYS.look_up_plain(text.as_bytes(), 2, 2 + name.len()), alone, "{name}");
            assert_eq!(KEYS.look_up_plain(within.as_bytes(), 14, 14 + name.len()), alone, "{name}");
        }
        alone
    }

    #[test]
    fn every_name_is_found_and_no_other() {
        for (at, key) in LIST.iter().enumerate() {
            assert_eq!(find(key.name), Some(at));
            for cut in (1..key.name.len()).filter(|cut| key.name.is_char_boundary(*cut)) {
                let part = &key.name[..cut];
                assert_eq!(find(part), LIST.iter().position(|other| other.name == part), "{part}");
            }
        }
        assert_eq!((find("a_name_of_same_length"), find("other"), find("\u{0}id")), (None, None, None));
        assert_eq!((find("\\u0069d"), find("\\u0069e"), find("\\ud800")), (Some(0), None, None));
        assert_eq!((KEYS.wanted, KEYS.past_last(), KEYS.are_plain()), (2, 3, true));
        assert!(KEYS.is_wanted(2) && !KEYS.is_wanted(1) && !KEYS.is_wanted(6));
    }

    #[test]
    fn many_names_are_found_too() {
        const NAMES: [&str; 200] = {
            let mut names = ["other"; 200];
            (names[0], names[199]) = ("first", "last");
            names
        };
        static MANY: [Key; 200] = keys(NAMES);
        let keys = Keys::new(&MANY);
        assert_eq!(keys.look_up(b"last", 0, 4), Some(199));
        assert_eq!(keys.look_up(b"l\\u0061st", 0, 9), Some(199));
        assert_eq!(keys.look_up(b"none", 0, 4), None);
    }
}
