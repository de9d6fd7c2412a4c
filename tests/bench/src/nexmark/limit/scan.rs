//! Reads what stands in a record where it is expected: what somebody writes by hand who knows the data.
//!
//! It checks names and nothing else: no UTF-8, no escapes, no number but a plain one, nothing after the last
//! field that is wanted. That is what makes it a bound and not a product.

use std::arch::x86_64::{__m128i, _mm_cmpeq_epi8, _mm_loadu_si128, _mm_movemask_epi8, _mm_set1_epi8};

/// Bytes that can be read behind the last record.
pub const PADDING: usize = 64;

/// A place in a record. Reading may run over the record's end, never over the padding.
#[derive(Clone, Copy)]
pub struct Cursor(*const u8);

impl Cursor {
    /// # Safety
    /// At least [`PADDING`] bytes, and all of the record, can be read at `start`, with [`PADDING`] bytes behind it; the
    /// record is one of the generator.
    pub unsafe fn new(start: *const u8) -> Self {
        Cursor(start)
    }

    /// Steps over the expected bytes.
    #[inline(always)]
    pub fn expect<const N: usize>(&mut self, expected: &[u8; N]) -> Option<()> {
        // SAFETY: `new` promises more readable bytes than any name has.
        let found = unsafe { self.0.cast::<[u8; N]>().read_unaligned() };
        // SAFETY: as above.
        self.0 = unsafe { self.0.add(N) };
        (found == *expected).then_some(())
    }

    /// Steps over so many bytes of the record.
    #[inline(always)]
    pub fn skip(&mut self, bytes: usize) {
        // SAFETY: `new` promises more readable bytes than a step over what stands between two values.
        self.0 = unsafe { self.0.add(bytes) };
    }

    /// The next byte.
    #[inline(always)]
    pub fn byte(&self) -> u8 {
        // SAFETY: `new` promises readable bytes.
        unsafe { *self.0 }
    }

    /// The next two bytes.
    #[inline(always)]
    pub fn two(&self) -> [u8; 2] {
        // SAFETY: `new` promises readable bytes.
        unsafe { self.0.cast::<[u8; 2]>().read_unaligned() }
    }

    /// A number without sign, eight digits at a time.
    #[inline(always)]
    pub fn number(&mut self) -> u64 {
        const POWERS: [u64; 9] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
        let mut value = 0u64;
        loop {
            // SAFETY: `new` promises readable bytes behind every record.
            let word = unsafe { self.0.cast::<u64>().read_unaligned() }.to_le();
            let digits = word ^ 0x3030_3030_3030_3030;
            let others = (digits | digits.wrapping_add(0x0606_0606_0606_0606)) & 0xf0f0_f0f0_f0f0_f0f0;
            let count = others.trailing_zeros() as usize / 8;
            if count == 0 {
                return value;
            }
            let pairs = (digits << (64 - 8 * count)).wrapping_mul((10 << 8) + 1) >> 8 & 0x00ff_00ff_00ff_00ff;
            let fours = pairs.wrapping_mul((100 << 16) + 1) >> 16 & 0x0000_ffff_0000_ffff;
            let eight = fours.wrapping_mul((10_000 << 32) + 1) >> 32;
            value = value.wrapping_mul(POWERS[count]).wrapping_add(eight);
            // SAFETY: the digits are part of the record.
            self.0 = unsafe { self.0.add(count) };
            if count < 8 {
                return value;
            }
        }
    }

    /// The content of a string, and a step over its closing quote.
    #[inline(always)]
    pub fn text<'a>(&mut self) -> &'a [u8] {
        let start = self.0;
        // SAFETY: every string of a record is closed, and a block that starts before its quote ends within the padding.
        unsafe {
            let quote = _mm_set1_epi8(b'"' as i8);
            let mut at = start;
            loop {
                let block = _mm_loadu_si128(at.cast::<__m128i>());
                let found = _mm_movemask_epi8(_mm_cmpeq_epi8(block, quote));
                if found != 0 {
                    at = at.add(found.trailing_zeros() as usize);
                    self.0 = at.add(1);
                    return std::slice::from_raw_parts(start, at.offset_from_unsigned(start));
                }
                at = at.add(16);
            }
        }
    }
}
