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

/// The most digits of a number that is read as two words.
const MOST: usize = 16;

/// Eight bytes as the values of digits.
#[inline(always)]
fn load(text: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(*text.get(at..)?.first_chunk::<8>()?) ^ ZEROS)
}

/// Some byte is not the value of a digit.
#[inline(always)]
fn others(digits: u64) -> bool {
    (digits | digits.wrapping_add(0x0606_0606_0606_0606)) & 0xf0f0_f0f0_f0f0_f0f0 != 0
}

/// The first digits of a number in the highest bytes of a word, as values, zeros before them: all if there are at most
/// eight, else all but the last eight.
#[inline(always)]
fn first(word: u64, length: usize) -> u64 {
    word << ((length as u32).wrapping_mul(8).wrapping_neg() % 64)
}

/// Whether the bytes of a text from `start` to `end` are 1 to 16 digits; false also where the text ends less than eight
/// bytes behind their start, or begins less than eight bytes before their end: [`last`] reads those.
#[inline(always)]
pub(super) fn are_plain(text: &[u8], start: usize, end: usize) -> bool {
    let length = end.wrapping_sub(start);
    let Some(word) = load(text, start) else { return false };
    if length <= 8 {
        return (length != 0) & (end >= 8) & !others(first(word, length));
    }
    match load(text, end.wrapping_sub(8)) {
        Some(low) => (length <= MOST) & !others(first(word, length)) & !others(low),
        None => false,
    }
}

/// The same where nothing is known about the length, nor whether there is a number at all: no branch depends on it.
#[inline(always)]
pub(super) fn are_any_plain(text: &[u8], start: usize, end: usize) -> bool {
    let length = end.wrapping_sub(start);
    let (Some(word), Some(low)) = (load(text, start), load(text, end.wrapping_sub(8))) else { return false };
    let low = if length > 8 { low } else { 0 };
    (length.wrapping_sub(1) < MOST) & !others(first(word, length)) & !others(low)
}

/// The same of the bytes from `start` to the end of a text, where eight bytes at least have to stand before the end.
#[inline(always)]
pub(super) fn are_last(text: &[u8], start: usize) -> bool {
    let length = text.len().wrapping_sub(start);
    if length > 8 {
        return are_plain(text, start, text.len());
    }
    // Down to the last of eight bytes, and back.
    let beside = (length as u32).wrapping_mul(8).wrapping_neg() % 64;
    let Some(word) = load(text, text.len().wrapping_sub(8)) else { return false };
    (length != 0) & !others(word >> beside << beside)
}

/// The number that the 1 to 16 digits from `start` to `end` stand for, which are known to be digits, with eight bytes
/// before their end.
#[inline(always)]
pub(super) fn last(text: &[u8], start: usize, end: usize) -> i64 {
    let length = end.wrapping_sub(start);
    let low = load(text, end.wrapping_sub(8)).unwrap_or(0);
    let value = if length <= 8 {
        let beside = (length as u32).wrapping_mul(8).wrapping_neg() % 64;
        value((low >> beside << beside) ^ ZEROS)
    } else {
        let high = load(text, start).unwrap_or(0);
        value(first(high, length) ^ ZEROS) * EIGHT + value(low ^ ZEROS)
    };
    value as i64
}

/// The number that 1 to 18 digits stand for, wherever they stand; `None` for anything else.
pub(super) fn parse(text: &[u8]) -> Option<i64> {
    if text.is_empty() || text.len() > 18 {
        return None;
    }
    text.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0')))
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

/// How many digits a number below 10^8 has; one for zero. Not taken from the digits, so that what is written next does
/// not wait for them.
#[inline(always)]
fn count(number: u64) -> usize {
    const POWERS: [u64; 9] = [0, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
    let bits = 64 - (number | 1).leading_zeros() as usize;
    // 1233 / 4096 is the logarithm of 2: the number of digits, or one less.
    let least = (bits * 1233) >> 12;
    least + usize::from(number >= POWERS[least % 9])
}

/// A place in a buffer where digits are written, at most [`Room::MOST`] of them.
struct Room<'a> {
    bytes: &'a mut [std::mem::MaybeUninit<u8>; Room::SIZE],
    at: usize,
}

impl Room<'_> {
    const MOST: usize = 20;
    /// Always eight are written, and what is too much is written over: a write of known length is an instruction.
    const SIZE: usize = Room::MOST + 8;

    /// The last `count` (at most eight) digits of a number below 10^8.
    #[inline(always)]
    fn last(&mut self, number: u64, count: usize) {
        let word = (split(number) | ZEROS).checked_shr(64 - 8 * count.min(8) as u32).unwrap_or(0);
        if let Some(room) = self.bytes.get_mut(self.at..).and_then(|room| room.first_chunk_mut::<8>()) {
            *room = word.to_le_bytes().map(std::mem::MaybeUninit::new);
            self.at += count.min(8);
        }
    }
}

/// Lets `write` write digits at the end of a buffer.
#[inline(always)]
fn append(out: &mut Vec<u8>, write: impl FnOnce(&mut Room<'_>)) {
    out.reserve(Room::SIZE);
    let Some(bytes) = out.spare_capacity_mut().first_chunk_mut() else { return };
    let mut room = Room { bytes, at: 0 };
    write(&mut room);
    let written = room.at;
    let length = out.len() + written;
    // SAFETY: `Room::last` has written every byte that it counts, and there is room for them.
    unsafe { out.set_len(length) };
}

/// Appends the last `count` (at most eight) digits of a number below 10^8.
#[inline(always)]
pub(super) fn write_last(number: u64, count: usize, out: &mut Vec<u8>) {
    append(out, |room| room.last(number, count));
}

/// Appends a number without zeros before it.
#[inline]
pub(super) fn write(number: u64, out: &mut Vec<u8>) {
    append(out, |room| {
        if number < EIGHT {
            return room.last(number, count(number));
        }
        let (high, low) = (number / EIGHT, number % EIGHT);
        if high < EIGHT {
            room.last(high, count(high));
        } else {
            room.last(high / EIGHT, count(high / EIGHT));
            room.last(high % EIGHT, 8);
        }
        room.last(low, 8);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Wherever they stand, at the very beginning of a text too: what is taken for digits is read as the number they are.
    #[test]
    fn what_is_plain_is_read_as_it_stands() {
        let text = b"1,23:456789012345678,9\"10000000,99999999,123456789,7,1234567890123456}12345678";
        let mut plain = 0;
        for begin in 0..text.len() {
            let text = &text[begin..];
            for start in 0..text.len() {
                for end in start..=text.len() {
                    let number = text.get(start..end).and_then(parse).filter(|_| end - start <= 16);
                    if are_plain(text, start, end) || are_any_plain(text, start, end) {
                        assert_eq!(Some(last(text, start, end)), number, "{start}..{end} from {begin}");
                        plain += 1;
                    }
                    if are_last(&text[..end], start) {
                        assert_eq!(
                            Some(last(&text[..end], start, end)),
                            number,
                            "{start}..{end} from {begin}"
                        );
                    }
                }
            }
        }
        assert!(plain > 1_000, "{plain}");
    }
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
                let expected = |most| (text.len() <= most).then_some(number as i64);
                assert_eq!(parse(text.as_bytes()), expected(18), "{text}");
                let within = format!("\"a_longer_name\":9{text}");
                let start = within.len() - text.len();
                assert_eq!(are_last(within.as_bytes(), start), text.len() <= 16);
                let between = format!("{within},\"next\":");
                assert_eq!(are_plain(between.as_bytes(), start, within.len()), text.len() <= 16);
                assert_eq!(are_any_plain(between.as_bytes(), start, within.len()), text.len() <= 16);
                if let Some(number) = expected(16) {
                    assert_eq!(last(within.as_bytes(), start, within.len()), number);
                }
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
            for length in 1..=16 {
                let start = text.len() - length;
                prop_assert!(are_last(text.as_bytes(), start));
                prop_assert_eq!(Ok(last(text.as_bytes(), start, text.len())), text[start..].parse());
            }
        }

        #[test]
        fn only_digits_are_numbers(text in "[0-9]{0,12}[ -~é]?[0-9]{0,8}") {
            let bytes = text.as_bytes();
            let plain = (1..=18).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit);
            prop_assert_eq!(parse(bytes), text.parse().ok().filter(|_| plain));
            let within = format!("0123456789abcdef{text}");
            let most = plain && bytes.len() <= 16;
            prop_assert_eq!(are_last(within.as_bytes(), 16), most);
            let between = format!("{within},\"next\":");
            prop_assert_eq!(are_plain(between.as_bytes(), 16, within.len()), most);
            prop_assert_eq!(are_any_plain(between.as_bytes(), 16, within.len()), most);
            prop_assert!(!are_plain(bytes, 0, bytes.len()) || most);
            prop_assert!(!are_last(bytes, 0) || most);
            if most {
                prop_assert_eq!(Ok(last(within.as_bytes(), 16, within.len())), text.parse());
            }
            let stop = bytes.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(bytes.len());
            prop_assert_eq!(end(bytes, 0), stop);
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
