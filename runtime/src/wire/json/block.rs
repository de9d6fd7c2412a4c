//! Sixteen bytes at a time: where a plain stretch of a string ends. The one place that asks the processor for more than
//! a word; every x86-64 has it, and others do the same with words.

/// What a block of text holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Bit by bit: a quote, a backslash or a control character. Of the bits set only the lowest is exact.
    pub special: u32,
    /// Some byte is not ASCII.
    pub wide: bool,
}

#[cfg(target_arch = "x86_64")]
#[inline(always)]
pub(super) fn look(block: &[u8; 16]) -> Found {
    use std::arch::x86_64::{
        __m128i, _mm_cmpeq_epi8, _mm_loadu_si128, _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128,
        _mm_set1_epi8,
    };
    // SAFETY: SSE2 is part of x86-64; the load needs no alignment and reads the sixteen bytes of the block.
    unsafe {
        let bytes = _mm_loadu_si128(block.as_ptr().cast::<__m128i>());
        let quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'"' as i8));
        let backslash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'\\' as i8));
        let control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1f)), bytes);
        let special = _mm_or_si128(_mm_or_si128(quote, backslash), control);
        Found { special: _mm_movemask_epi8(special) as u32, wide: _mm_movemask_epi8(bytes) != 0 }
    }
}

#[cfg(not(target_arch = "x86_64"))]
#[inline(always)]
pub(super) fn look(block: &[u8; 16]) -> Found {
    words::look(block)
}

#[cfg(any(test, not(target_arch = "x86_64")))]
mod words {
    use super::Found;

    const LOW: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;

    #[inline(always)]
    pub fn look(block: &[u8; 16]) -> Found {
        let (words, _) = block.as_chunks::<8>();
        let mut found = Found { special: 0, wide: false };
        for (word, place) in words.iter().map(|word| u64::from_le_bytes(*word)).zip([0, 8]) {
            let first = special(word);
            if first != 0 && found.special == 0 {
                found.special = 1 << (place + first.trailing_zeros() / 8);
            }
            found.wide |= word & HIGH != 0;
        }
        found
    }

    /// The high bits of special bytes; above the lowest they may be wrong.
    const fn special(word: u64) -> u64 {
        const fn zero(word: u64) -> u64 {
            word.wrapping_sub(LOW) & !word
        }
        let control = word.wrapping_sub(LOW * 0x20) & !word;
        (zero(word ^ (LOW * b'"' as u64)) | zero(word ^ (LOW * b'\\' as u64)) | control) & HIGH
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn by_byte(block: &[u8; 16]) -> (Option<usize>, bool) {
        let special = |byte: &u8| *byte == b'"' || *byte == b'\\' || *byte < 0x20;
        (block.iter().position(special), !block.is_ascii())
    }

    proptest! {
        #[test]
        fn blocks_and_words_see_what_bytes_say(
            block in prop::array::uniform16(prop_oneof![any::<u8>(), Just(b'"'), Just(b'\\'), 0x1eu8..0x24, 0x7eu8..0x82]),
        ) {
            for found in [look(&block), words::look(&block)] {
                let first = (found.special != 0).then(|| found.special.trailing_zeros() as usize);
                prop_assert_eq!((first, found.wide), by_byte(&block));
            }
        }
    }
}
