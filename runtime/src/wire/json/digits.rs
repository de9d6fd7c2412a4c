//! Decimal digits, eight at a time, in both directions.

const ZEROS: u64 = 0x3030_3030_3030_3030;
/// Eight digits.
const EIGHT: u64 = 100_000_000;

/// How many of a word's bytes, from the first on, are digits.
#[inline(always)]
fn leading(word: u64) -> usize {
    let digits = word ^ ZEROS;
    // A carry from one byte into the next can only come from a byte that is none, above which nothing is asked.
    let others = (digits | digits.wrapping_add(0x0606_0606_0606_0606)) & 0xf0f0_f0f0_f0f0_f0f0;
    others.trailing_zeros() as usize / 8
}

/// The value of eight digits.
#[inline(always)]
fn value(word: u64) -> u64 {
    let digits = word ^ ZEROS;
    let pairs = digits.wrapping_mul((10 << 8) + 1) >> 8 & 0x00ff_00ff_00ff_00ff;
    let fours = pairs.wrapping_mul((100 << 16) + 1) >> 16 & 0x0000_ffff_0000_ffff;
    fours.wrapping_mul((10_000 << 32) + 1) >> 32
}

/// The position of the first byte at or after `at` that is no digit.
#[inline(always)]
pub(super) fn end(text: &[u8], mut at: usize) -> usize {
    while let Some(word) = text.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let count = leading(u64::from_le_bytes(*word));
        at += count;
        if count < 8 {
            return at;
        }
    }
    while text.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    at
}

/// The number that 1 to 18 digits stand for; `None` for anything else.
#[inline(always)]
pub(super) fn parse(mut text: &[u8]) -> Option<i64> {
    if text.is_empty() || text.len() > 18 {
        return None;
    }
    let mut sum = 0;
    while let Some((word, rest)) = text.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*word);
        if leading(word) < 8 {
            return None;
        }
        sum = sum * EIGHT + value(word);
        text = rest;
    }
    // The rest, with zeros before it, as a word: put together from pieces whose length is known.
    let (mut word, mut count) = (ZEROS, 0);
    let mut take = |bytes: u64, length: u32| {
        // What came before moves to the lower end of the word as later digits fill its upper end.
        word = word >> (8 * length) | bytes << (64 - 8 * length);
        count += length;
    };
    if let Some((four, rest)) = text.split_first_chunk::<4>() {
        take(u64::from(u32::from_le_bytes(*four)), 4);
        text = rest;
    }
    if let Some((two, rest)) = text.split_first_chunk::<2>() {
        take(u64::from(u16::from_le_bytes(*two)), 2);
        text = rest;
    }
    if let Some(one) = text.first() {
        take(u64::from(*one), 1);
    }
    const POWERS: [u64; 8] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];
    if leading(word) < 8 {
        return None;
    }
    Some((sum * POWERS[count as usize % 8] + value(word)) as i64)
}

/// Eight digits of a number below 10^8, the first one in the lowest byte, as values.
#[inline(always)]
fn split(number: u64) -> u64 {
    let (high, low) = (number / 10_000, number % 10_000);
    let fours = high | low << 32;
    let hundreds = (fours * 10_486) >> 20 & 0x0000_007f_0000_007f;
    let pairs = hundreds | (fours - hundreds * 100) << 16;
    let tens = (pairs * 103) >> 10 & 0x000f_000f_000f_000f;
    tens | (pairs - tens * 10) << 8
}

/// Appends the last `count` (at most eight) digits of a number below 10^8. Always eight are copied, and what is too
/// much cut: a copy of known length is an instruction.
#[inline(always)]
pub(super) fn write_last(number: u64, count: usize, out: &mut Vec<u8>) {
    let start = out.len();
    let word = (split(number) | ZEROS).checked_shr(64 - 8 * count.min(8) as u32).unwrap_or(0);
    out.extend_from_slice(&word.to_le_bytes());
    out.truncate(start + count.min(8));
}

/// Appends a number below 10^8 without zeros before it.
#[inline(always)]
fn write_first(number: u64, out: &mut Vec<u8>) {
    let zeros = (split(number) | 1 << 63).trailing_zeros() / 8;
    write_last(number, 8 - zeros as usize, out);
}

/// Appends a number.
#[inline]
pub(super) fn write(number: u64, out: &mut Vec<u8>) {
    if number < EIGHT {
        return write_first(number, out);
    }
    let (high, low) = (number / EIGHT, number % EIGHT);
    if high < EIGHT {
        write_first(high, out);
    } else {
        write_first(high / EIGHT, out);
        write_last(high % EIGHT, 8, out);
    }
    write_last(low, 8, out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(number: u64) -> String {
        let mut out = b"x".to_vec();
        write(number, &mut out);
        String::from_utf8_lossy(&out[1..]).into_owned()
    }

    #[test]
    fn lengths_are_right_at_every_power() {
        for exponent in 0..20 {
            let power = 10u64.pow(exponent);
            for number in [power - 1, power, power + 1] {
                let text = number.to_string();
                assert_eq!(written(number), text);
                assert_eq!(end(text.as_bytes(), 0), text.len());
                let expected = (text.len() <= 18).then_some(number as i64);
                assert_eq!(parse(text.as_bytes()), expected, "{text}");
            }
        }
        assert_eq!(written(u64::MAX), u64::MAX.to_string());
    }

    proptest! {
        #[test]
        fn numbers_come_back(number: u64, shift in 0u32..64) {
            let number = number >> shift;
            prop_assert_eq!(written(number), number.to_string());
            let text = format!("{:018}", number % 1_000_000_000_000_000_000);
            prop_assert_eq!(parse(text.as_bytes()), text.parse().ok());
        }

        #[test]
        fn only_digits_are_numbers(text in "[0-9]{0,12}[ -~é]?[0-9]{0,8}") {
            let bytes = text.as_bytes();
            let plain = (1..=18).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit);
            prop_assert_eq!(parse(bytes), text.parse().ok().filter(|_| plain));
            let first = bytes.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(bytes.len());
            prop_assert_eq!(end(bytes, 0), first);
        }

        #[test]
        fn the_last_digits_keep_their_zeros(number in 0u64..100_000_000, count in 0usize..9) {
            let mut out = Vec::new();
            write_last(number, count, &mut out);
            let text = format!("{number:08}");
            prop_assert_eq!(out, &text.as_bytes()[8 - count..]);
        }
    }
}
