//! Where strings may end: a bit for every byte, found for a whole run of records at once.
//!
//! Looking for the end of a string is then a shift and a count. Which instructions find the marks is chosen when they are
//! asked for, once per run, so that nothing else has to know what the processor can do; a build for any x86-64 is as fast
//! as one for the processor at hand.

use super::block::{self, BLOCK};
use std::cell::{Cell, OnceCell};

/// Bytes that can be read behind the marks of the last byte: a look begins at a mark's byte and takes in [`LOOK`].
const LOOK: usize = 16;

/// Marks of a text.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// Bit by bit, the lowest first: a quote, a backslash, a control character, or not ASCII. [`LOOK`] zeros behind them.
    bits: Vec<u8>,
}

impl Marks {
    /// Those of another text; memory is reused.
    fn find(&mut self, text: &[u8]) {
        let (blocks, rest) = text.as_chunks::<BLOCK>();
        self.bits.clear();
        self.bits.resize((blocks.len() + 1) * 8 + LOOK, 0);
        let (words, _) = self.bits.as_chunks_mut::<8>();
        mark(blocks, words);
        let mut last = [b' '; BLOCK];
        if let (Some(room), Some(words)) = (last.get_mut(..rest.len()), words.get_mut(blocks.len()..)) {
            room.copy_from_slice(rest);
            mark_with(&[last], words, block::marks);
        }
    }
}

/// Marks of blocks, into as many words.
fn mark(blocks: &[[u8; BLOCK]], words: &mut [[u8; 8]]) {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        // SAFETY: the processor has what the function asks for.
        return unsafe { mark_wide(blocks, words) };
    }
    mark_with(blocks, words, block::marks);
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn mark_wide(blocks: &[[u8; BLOCK]], words: &mut [[u8; 8]]) {
    mark_with(blocks, words, |block| block::marks_wide(block));
}

#[inline(always)]
fn mark_with(blocks: &[[u8; BLOCK]], words: &mut [[u8; 8]], marks: impl Fn(&[u8; BLOCK]) -> u64) {
    for (block, word) in blocks.iter().zip(words) {
        *word = marks(block).to_le_bytes();
    }
}

/// The bytes of a run of records, with marks as soon as somebody asks for them.
pub struct Ahead<'a> {
    bytes: &'a [u8],
    marks: OnceCell<Marks>,
    /// Memory of the run before.
    spare: Cell<Option<Marks>>,
}

impl std::fmt::Debug for Ahead<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ahead({} bytes)", self.bytes.len())
    }
}

impl<'a> Ahead<'a> {
    pub(crate) fn new(bytes: &'a [u8], spare: Marks) -> Self {
        Ahead { bytes, marks: OnceCell::new(), spare: Cell::new(Some(spare)) }
    }

    /// Its memory, for the next run.
    pub(crate) fn into_spare(self) -> Marks {
        self.marks.into_inner().or(self.spare.into_inner()).unwrap_or_default()
    }

    #[inline(always)]
    fn marks(&self) -> &Marks {
        self.marks.get_or_init(|| self.find())
    }

    #[cold]
    #[inline(never)]
    fn find(&self) -> Marks {
        let mut marks = self.spare.take().unwrap_or_default();
        marks.find(self.bytes);
        marks
    }

    /// A part of the bytes.
    #[inline(always)]
    pub(crate) fn text(&self, start: usize, length: usize) -> Option<Text<'a, '_>> {
        let marks = self.marks();
        Some(Text { bytes: self.bytes.get(..start + length)?, start, bits: &marks.bits })
    }
}

thread_local! {
    /// Memory for marks of a record that comes alone.
    static SPARE: Cell<Option<Marks>> = const { Cell::new(None) };
}

/// A record that comes alone, with its marks.
#[derive(Debug)]
pub struct Alone<'a>(Ahead<'a>);

impl<'a> Alone<'a> {
    #[cold]
    #[inline(never)]
    pub fn new(text: &'a [u8]) -> Self {
        Alone(Ahead::new(text, SPARE.take().unwrap_or_default()))
    }

    pub fn text(&self) -> Text<'a, '_> {
        let Ahead { bytes, .. } = self.0;
        let marks = self.0.marks();
        Text { bytes, start: 0, bits: &marks.bits }
    }
}

impl Drop for Alone<'_> {
    #[cold]
    #[inline(never)]
    fn drop(&mut self) {
        let marks = std::mem::replace(&mut self.0, Ahead::new(&[], Marks::default())).into_spare();
        SPARE.set(Some(marks));
    }
}

/// A record in a text that has been marked.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a, 'm> {
    /// What the record stands in, up to its end.
    pub(super) bytes: &'a [u8],
    /// Where the record begins.
    pub(super) start: usize,
    bits: &'m [u8],
}

impl<'a> Text<'a, '_> {
    /// The record.
    pub(super) fn alone(&self) -> &'a [u8] {
        self.bytes.get(self.start..).unwrap_or_default()
    }

    /// The position of the first mark at or after `at` if it is not far, else one that is further. It may stand
    /// behind the record.
    #[inline(always)]
    pub(super) fn near(&self, at: usize) -> Option<usize> {
        let bits = self.bits.get(at / 8..)?.first_chunk::<8>()?;
        Some(at + (u64::from_le_bytes(*bits) >> (at % 8)).trailing_zeros() as usize)
    }

    /// The position of the first mark at or after `at`. It may stand behind the record; some position behind it if
    /// there is none.
    #[inline(always)]
    pub(super) fn next(&self, at: usize) -> Option<usize> {
        let bits = u128::from_le_bytes(*self.bits.get(at / 8..)?.first_chunk::<LOOK>()?);
        // Two words of which the second begins where the first has surely ended: no branch depends on the length.
        let (low, high) = ((bits as u64) >> (at % 8), ((bits >> 56) as u64) >> (at % 8));
        let (near, far) = (low.trailing_zeros() as usize, 56 + high.trailing_zeros() as usize);
        if low | high == 0 {
            return Some(self.far(at + 112 - at % 8));
        }
        Some(at + if low != 0 { near } else { far })
    }

    /// The same for long strings, from a multiple of eight on.
    #[cold]
    #[inline(never)]
    fn far(&self, at: usize) -> usize {
        let rest = self.bits.get(at / 8..).unwrap_or_default();
        match rest.iter().position(|byte| *byte != 0) {
            Some(byte) => (at / 8 + byte) * 8 + rest[byte].trailing_zeros() as usize,
            None => usize::MAX,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn next(text: &[u8], at: usize) -> Option<usize> {
        let special = |byte: &u8| *byte == b'"' || *byte == b'\\' || !(0x20..0x80).contains(byte);
        text[at..].iter().position(special).map(|more| at + more)
    }

    #[test]
    fn a_mark_is_found_however_far_it_is() {
        for length in 0..300 {
            for byte in [b'"', b'\\', 0, 0x1f, 0x80, 0xff] {
                let mut text = vec![b'x'; length];
                text.push(byte);
                text.extend(b"x\"");
                let alone = Alone::new(&text);
                let found = alone.text();
                for at in 0..=length {
                    assert_eq!(found.next(at), Some(length), "{at}");
                    let near = found.near(at).expect("a look");
                    assert!(near == length || near > at + 56, "{at} {near}");
                }
                assert_eq!(found.next(length + 1), Some(length + 2));
                assert!(found.next(length + 3).is_none_or(|mark| mark >= text.len()));
            }
        }
    }

    #[test]
    fn nothing_is_marked_in_an_empty_text() {
        assert!(Alone::new(b"").text().next(0).is_none_or(|mark| mark > 0));
    }

    proptest! {
        #[test]
        fn marks_are_what_bytes_say(
            text in prop::collection::vec(
                prop_oneof![8 => 0x20u8..0x7f, 1 => any::<u8>(), 1 => Just(b'"'), 1 => 0x1eu8..0x24],
                0..400,
            ),
        ) {
            let alone = Alone::new(&text);
            let found = alone.text();
            for at in 0..text.len() {
                match next(&text, at) {
                    Some(mark) => prop_assert_eq!(found.next(at), Some(mark)),
                    None => prop_assert!(found.next(at).is_none_or(|mark| mark >= text.len())),
                }
            }
            let (blocks, _) = text.as_chunks::<BLOCK>();
            let mut chosen = vec![[0; 8]; blocks.len()];
            let mut portable = chosen.clone();
            mark(blocks, &mut chosen);
            mark_with(blocks, &mut portable, block::marks);
            prop_assert_eq!(portable, chosen);
        }
    }
}
