//! Sixty-four bytes at a time: where a plain stretch of a string ends. The one place that asks the processor for more
//! than a word; every x86-64 has it, and others do the same with words.

use std::mem::MaybeUninit;

/// How much is looked at in one step. Most strings of a record end in their first block, so that no branch depends on
/// their length.
pub(super) const BLOCK: usize = 64;

/// What a block of text holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Bit by bit: a quote, a backslash or a control character.
    pub special: u64,
    /// Some byte is not ASCII.
    pub wide: bool,
}

#[cfg(target_arch = "x86_64")]
#[inline(always)]
pub(super) fn look(block: &[u8; BLOCK]) -> Found {
    use std::arch::x86_64::{
        __m128i, _mm_cmpeq_epi8, _mm_loadu_si128, _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128,
        _mm_set1_epi8,
    };
    let mut special = 0;
    // SAFETY: SSE2 is part of x86-64; the loads need no alignment and read the sixty-four bytes of the block.
    let any = unsafe {
        let mut any = _mm_set1_epi8(0);
        for part in 0..4 {
            let bytes = _mm_loadu_si128(block.as_ptr().cast::<__m128i>().add(part));
            let quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'"' as i8));
            let backslash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'\\' as i8));
            let control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1f)), bytes);
            let found = _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quote, backslash), control));
            special |= u64::from(found as u16) << (16 * part);
            any = _mm_or_si128(any, bytes);
        }
        _mm_movemask_epi8(any)
    };
    Found { special, wide: any != 0 }
}

/// Bit by bit: a quote, a backslash, a control character, or not ASCII. All that a plain string does not hold.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
pub(super) fn marks(block: &[u8; BLOCK]) -> u64 {
    use std::arch::x86_64::{
        __m128i, _mm_cmpeq_epi8, _mm_cmplt_epi8, _mm_loadu_si128, _mm_movemask_epi8, _mm_or_si128,
        _mm_set1_epi8,
    };
    let mut marks = 0;
    for part in 0..4 {
        // SAFETY: SSE2 is part of x86-64; the loads need no alignment and read the sixty-four bytes of the block.
        let found = unsafe {
            let bytes = _mm_loadu_si128(block.as_ptr().cast::<__m128i>().add(part));
            let quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'"' as i8));
            let backslash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'\\' as i8));
            // Compared with signs: below a space are the control characters and all that is not ASCII.
            let other = _mm_cmplt_epi8(bytes, _mm_set1_epi8(b' ' as i8));
            _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quote, backslash), other))
        };
        marks |= u64::from(found as u16) << (16 * part);
    }
    marks
}

/// The same in two steps instead of four.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
#[inline]
pub(super) fn marks_wide(block: &[u8; BLOCK]) -> u64 {
    use std::arch::x86_64::{
        __m256i, _mm256_cmpeq_epi8, _mm256_cmpgt_epi8, _mm256_loadu_si256, _mm256_movemask_epi8,
        _mm256_or_si256, _mm256_set1_epi8,
    };
    let marks = |bytes| {
        let quote = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(b'"' as i8));
        let backslash = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(b'\\' as i8));
        let other = _mm256_cmpgt_epi8(_mm256_set1_epi8(b' ' as i8), bytes);
        u64::from(_mm256_movemask_epi8(_mm256_or_si256(_mm256_or_si256(quote, backslash), other)) as u32)
    };
    let at = block.as_ptr().cast::<__m256i>();
    // SAFETY: the loads need no alignment and read the sixty-four bytes of the block.
    let (low, high) = unsafe { (_mm256_loadu_si256(at), _mm256_loadu_si256(at.add(1))) };
    marks(low) | marks(high) << 32
}

#[cfg(not(target_arch = "x86_64"))]
#[inline(always)]
pub(super) fn marks(block: &[u8; BLOCK]) -> u64 {
    words::marks(block)
}

#[cfg(not(target_arch = "x86_64"))]
#[inline(always)]
pub(super) fn look(block: &[u8; BLOCK]) -> Found {
    words::look(block)
}

/// Copies a text; true if it is plain, without a quote, a backslash or a control character.
#[inline(always)]
pub(super) fn copy(from: &[u8], to: &mut [MaybeUninit<u8>]) -> bool {
    let Some(to) = to.get_mut(..from.len()) else { return false };
    if let (Some(last), Some(room)) = (from.last_chunk::<PART>(), to.last_chunk_mut::<PART>()) {
        let mut plain = copy_part(last, room);
        for (part, room) in from.as_chunks::<PART>().0.iter().zip(to.as_chunks_mut::<PART>().0) {
            plain &= copy_part(part, room);
        }
        return plain;
    }
    let mut plain = true;
    for (byte, room) in from.iter().zip(to) {
        plain &= *byte >= 0x20 && *byte != b'"' && *byte != b'\\';
        room.write(*byte);
    }
    plain
}

/// What is copied in one step.
const PART: usize = 16;

#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn copy_part(from: &[u8; PART], to: &mut [MaybeUninit<u8>; PART]) -> bool {
    use std::arch::x86_64::{
        __m128i, _mm_cmpeq_epi8, _mm_loadu_si128, _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128,
        _mm_set1_epi8, _mm_storeu_si128,
    };
    // SAFETY: SSE2 is part of x86-64; load and store need no alignment and stay within the sixteen bytes of each.
    unsafe {
        let bytes = _mm_loadu_si128(from.as_ptr().cast::<__m128i>());
        _mm_storeu_si128(to.as_mut_ptr().cast::<__m128i>(), bytes);
        let quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'"' as i8));
        let backslash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'\\' as i8));
        let control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1f)), bytes);
        _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quote, backslash), control)) == 0
    }
}

#[cfg(not(target_arch = "x86_64"))]
#[inline(always)]
fn copy_part(from: &[u8; PART], to: &mut [MaybeUninit<u8>; PART]) -> bool {
    *to = from.map(MaybeUninit::new);
    words::are_plain(from)
}

#[cfg(any(test, not(target_arch = "x86_64")))]
mod words {
    use super::{BLOCK, Found, PART};

    #[inline(always)]
    pub fn are_plain(part: &[u8; PART]) -> bool {
        part.as_chunks::<8>().0.iter().all(|word| special(u64::from_le_bytes(*word)) == 0)
    }

    const LOW: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;

    #[inline(always)]
    pub fn look(block: &[u8; BLOCK]) -> Found {
        let (words, _) = block.as_chunks::<8>();
        let (mut special, mut any) = (0, 0);
        for (word, place) in words.iter().map(|word| u64::from_le_bytes(*word)).zip((0..).step_by(8)) {
            special |= bits(self::special(word)) << place;
            any |= word;
        }
        Found { special, wide: any & HIGH != 0 }
    }

    #[inline(always)]
    pub fn marks(block: &[u8; BLOCK]) -> u64 {
        let (words, _) = block.as_chunks::<8>();
        let words = words.iter().map(|word| u64::from_le_bytes(*word)).zip((0..).step_by(8));
        words.fold(0, |marks, (word, place)| marks | bits(special(word) | word & HIGH) << place)
    }

    /// The high bits of special bytes. Nothing is carried from one byte into the next, so that all of them are right.
    const fn special(word: u64) -> u64 {
        /// Of bytes that are zero.
        const fn zero(word: u64) -> u64 {
            !(((word & !HIGH) + !HIGH) | word | !HIGH)
        }
        // Below 32 are the bytes whose three highest bits are zero.
        zero(word ^ (LOW * b'"' as u64)) | zero(word ^ (LOW * b'\\' as u64)) | zero(word & (LOW * 0xe0))
    }

    /// The high bits of eight bytes as eight bits, the first byte's lowest.
    const fn bits(high: u64) -> u64 {
        (high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn by_byte(block: &[u8; BLOCK]) -> Found {
        let special = |byte: u8| byte == b'"' || byte == b'\\' || byte < 0x20;
        let bits = block.iter().enumerate().map(|(at, byte)| u64::from(special(*byte)) << at);
        Found { special: bits.sum(), wide: !block.is_ascii() }
    }

    proptest! {
        #[test]
        fn blocks_and_words_see_what_bytes_say(
            bytes in prop::collection::vec(
                prop_oneof![0x20u8..0x7f, 0x20u8..0x7f, any::<u8>(), Just(b'"'), Just(b'\\'), 0x1eu8..0x24, 0x7eu8..0x82],
                BLOCK,
            ),
        ) {
            let block = bytes.first_chunk::<BLOCK>().expect("as many");
            prop_assert_eq!(look(block), by_byte(block));
            prop_assert_eq!(words::look(block), by_byte(block));
            let wide: u64 = block.iter().zip(0..).map(|(byte, at)| u64::from(!byte.is_ascii()) << at).sum();
            prop_assert_eq!(marks(block), by_byte(block).special | wide);
            prop_assert_eq!(words::marks(block), marks(block));
            #[cfg(target_arch = "x86_64")]
            if std::arch::is_x86_feature_detected!("avx2") {
                // SAFETY: the processor has what the function asks for.
                prop_assert_eq!(unsafe { marks_wide(block) }, marks(block));
            }
        }

        #[test]
        fn copies_are_equal_and_say_whether_they_are_plain(text in "[ -~é]{0,80}", end in "[ -~]{0,1}[\\x00-\\x20]{0,1}") {
            let text = format!("{text}{end}").into_bytes();
            let plain = !text.iter().any(|byte| *byte == b'"' || *byte == b'\\' || *byte < 0x20);
            let mut room = [MaybeUninit::new(0); 400];
            prop_assert_eq!(copy(&text, &mut room), plain);
            // SAFETY: all of it was written when the room was made.
            let copied = room.map(|byte| unsafe { byte.assume_init() });
            prop_assert_eq!(&copied[..text.len()], &text[..]);
            for part in text.as_chunks::<PART>().0 {
                let plain = !part.iter().any(|byte| *byte == b'"' || *byte == b'\\' || *byte < 0x20);
                prop_assert_eq!(words::are_plain(part), plain);
            }
        }
    }
}
