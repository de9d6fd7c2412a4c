//! Products of 256 bits, for the rare multiplication or division whose middle value leaves 128 bits.

use std::cmp::Ordering;

use super::digits::{MOST_DIGITS, power};

/// `a * b / d`, rounded half-even; `None` if `d` is zero or the result leaves 128 bits.
#[cold]
pub(super) fn multiply_divide(a: i128, b: i128, d: i128) -> Option<i128> {
    let negative = (a < 0) ^ (b < 0) ^ (d < 0);
    let (high, low) = product(a.unsigned_abs(), b.unsigned_abs());
    let divisor = d.unsigned_abs();
    let (quotient, rest) = divide(high, low, divisor)?;
    signed(nearest(quotient, rest, divisor)?, negative)
}

/// `a * 10^(38 + by) / d`, rounded half-even once; `by` is 1 to 38.
#[cold]
pub(super) fn divide_lifted(a: i128, by: u8, d: i128) -> Option<i128> {
    let divisor = d.unsigned_abs();
    let (high, low) = product(a.unsigned_abs(), power(MOST_DIGITS).unsigned_abs());
    let (first, rest) = divide(high, low, divisor)?;
    let unit = power(by).unsigned_abs();
    let (high, low) = product(rest, unit);
    let (second, rest) = divide(high, low, divisor)?;
    // The first part ends in zeros, so the second alone decides what is even.
    let magnitude = first.checked_mul(unit)?.checked_add(nearest(second, rest, divisor)?)?;
    signed(magnitude, (a < 0) ^ (d < 0))
}

fn nearest(quotient: u128, rest: u128, divisor: u128) -> Option<u128> {
    let up = match rest.cmp(&(divisor - rest)) {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => quotient & 1 == 1,
    };
    quotient.checked_add(u128::from(up))
}

fn signed(magnitude: u128, negative: bool) -> Option<i128> {
    let magnitude = i128::try_from(magnitude).ok()?;
    Some(if negative { -magnitude } else { magnitude })
}

/// High and low half of the full product.
fn product(a: u128, b: u128) -> (u128, u128) {
    const LOW: u128 = u64::MAX as u128;
    let (a1, a0) = (a >> 64, a & LOW);
    let (b1, b0) = (b >> 64, b & LOW);
    let low = a0 * b0;
    let (first, second) = (a1 * b0, a0 * b1);
    let middle = (low >> 64) + (first & LOW) + (second & LOW);
    let high = a1 * b1 + (first >> 64) + (second >> 64) + (middle >> 64);
    (high, (middle << 64) | (low & LOW))
}

/// Quotient and rest by binary long division; `None` if the quotient leaves 128 bits.
fn divide(high: u128, low: u128, d: u128) -> Option<(u128, u128)> {
    if high >= d {
        return None;
    }
    let (mut rest, mut quotient) = (high, 0u128);
    for bit in (0..128).rev() {
        let carry = rest >> 127 == 1;
        rest = (rest << 1) | ((low >> bit) & 1);
        quotient <<= 1;
        if carry || rest >= d {
            rest = rest.wrapping_sub(d);
            quotient |= 1;
        }
    }
    Some((quotient, rest))
}

#[cfg(test)]
mod tests {
    use super::{divide_lifted, multiply_divide};

    #[test]
    fn a_product_beyond_128_bits_divides_back() {
        let big = 10i128.pow(38) - 1;
        assert_eq!(multiply_divide(big, big, big), Some(big));
        assert_eq!(multiply_divide(big, -10, 20), Some(-(big / 2 + 1)));
        assert_eq!(multiply_divide(big, big, 1), None);
        assert_eq!(multiply_divide(1, 1, 0), None);
    }

    #[test]
    fn a_lift_beyond_38_digits_rounds_once() {
        assert_eq!(divide_lifted(1, 38, 16 * 10i128.pow(37)), Some(625 * 10i128.pow(35)));
        assert_eq!(divide_lifted(0, 38, 3), Some(0));
        assert_eq!(divide_lifted(1, 1, 3), None);
    }

    #[test]
    fn ties_go_to_the_even_neighbour() {
        assert_eq!(multiply_divide(5, 1, 2), Some(2));
        assert_eq!(multiply_divide(7, 1, 2), Some(4));
        assert_eq!(multiply_divide(-5, 1, 2), Some(-2));
        assert_eq!(multiply_divide(-7, 1, 2), Some(-4));
    }
}
