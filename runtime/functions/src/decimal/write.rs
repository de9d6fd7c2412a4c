//! The text form: all declared digits after the point, trailing zeros included.

use std::fmt;

use super::{Decimal, Exact, Mantissa};

/// A sign, a zero before the point, the point, and 39 digits.
const ROOM: usize = 42;

impl<M: Mantissa, const S: u8> fmt::Display for Decimal<M, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        with_text(self.0.widen(), S, |text| f.pad(text))
    }
}

/// The number as text.
pub fn text(a: impl Exact) -> String {
    let mut out = String::new();
    write(a, &mut out);
    out
}

/// Appends the number without allocating between.
#[inline]
pub fn write<A: Exact>(a: A, out: &mut String) {
    write_digits(a.mantissa(), A::SCALE, out);
}

/// Appends `mantissa / 10^scale`.
pub fn write_digits(mantissa: i128, scale: u8, out: &mut String) {
    with_text(mantissa, scale, |text| out.push_str(text));
}

fn with_text<T>(mantissa: i128, scale: u8, take: impl FnOnce(&str) -> T) -> T {
    let mut room = [0u8; ROOM];
    let scale = usize::from(scale.min(38));
    let mut at = ROOM;
    let mut put = |byte: u8| {
        at = at.saturating_sub(1);
        if let Some(place) = room.get_mut(at) {
            *place = byte;
        }
    };
    let (mut wide, mut written) = (mantissa.unsigned_abs(), 0);
    // The part above 64 bits goes first, so that most numbers never divide 128 bits.
    while wide > u128::from(u64::MAX) {
        put(b'0' + (wide % 10) as u8);
        wide /= 10;
        written += 1;
        if written == scale {
            put(b'.');
        }
    }
    let mut small = wide as u64;
    while small > 0 || written <= scale {
        put(b'0' + (small % 10) as u8);
        small /= 10;
        written += 1;
        if written == scale {
            put(b'.');
        }
    }
    if mantissa < 0 {
        put(b'-');
    }
    take(room.get(at..).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declared_scale_is_kept() {
        assert_eq!(Decimal::<i64, 2>(100).to_string(), "1.00");
        assert_eq!(Decimal::<i64, 4>(-5).to_string(), "-0.0005");
        assert_eq!(Decimal::<i64, 0>(0).to_string(), "0");
        assert_eq!(Decimal::<i64, 3>(0).to_string(), "0.000");
        assert_eq!(text(Decimal::<i128, 38>(1 - 10i128.pow(38))), format!("-0.{}", "9".repeat(38)));
        assert_eq!(text(i128::MIN), i128::MIN.to_string());
        assert_eq!(text(Decimal::<i128, 1>(i128::from(u64::MAX) * 10 + 10)), "18446744073709551616.0");
    }
}
