//! The two traits that let one generic function serve ints and decimals of both widths.

use super::Decimal;
use super::digits::power;
use crate::Fail;

/// The integer that holds a decimal's digits.
pub trait Mantissa: Copy + Ord {
    /// How many digits always fit.
    const DIGITS: u8;
    /// Whether it is wider than 64 bits.
    const WIDE: bool;
    fn widen(self) -> i128;
    /// `None` if it does not fit the integer; the bound in digits is `Decimal`'s.
    fn from_wide(wide: i128) -> Option<Self>;
}

impl Mantissa for i64 {
    const DIGITS: u8 = 18;
    const WIDE: bool = false;

    #[inline]
    fn widen(self) -> i128 {
        i128::from(self)
    }

    #[inline]
    fn from_wide(wide: i128) -> Option<Self> {
        i64::try_from(wide).ok()
    }
}

impl Mantissa for i128 {
    const DIGITS: u8 = 38;
    const WIDE: bool = true;

    #[inline]
    fn widen(self) -> i128 {
        self
    }

    #[inline]
    fn from_wide(wide: i128) -> Option<Self> {
        Some(wide)
    }
}

/// A number without rounding error: an int, a wide int, a decimal or an amount of money.
pub trait Exact: Copy {
    const SCALE: u8;
    /// Whether it is wider than 64 bits.
    const WIDE: bool;
    fn mantissa(self) -> i128;
    /// [`Fail::Overflow`] if the type has fewer digits.
    fn from_mantissa(mantissa: i128) -> Result<Self, Fail>;
}

impl<M: Mantissa, const S: u8> Exact for Decimal<M, S> {
    const SCALE: u8 = S;
    const WIDE: bool = M::WIDE;

    #[inline]
    fn mantissa(self) -> i128 {
        self.0.widen()
    }

    #[inline]
    fn from_mantissa(mantissa: i128) -> Result<Self, Fail> {
        let bound = power(M::DIGITS);
        if mantissa >= bound || mantissa <= -bound {
            return Err(Fail::Overflow);
        }
        M::from_wide(mantissa).map(Decimal).ok_or(Fail::Overflow)
    }
}

impl Exact for i64 {
    const SCALE: u8 = 0;
    const WIDE: bool = false;

    #[inline]
    fn mantissa(self) -> i128 {
        i128::from(self)
    }

    #[inline]
    fn from_mantissa(mantissa: i128) -> Result<Self, Fail> {
        i64::try_from(mantissa).map_err(|_| Fail::Overflow)
    }
}

impl Exact for i128 {
    const SCALE: u8 = 0;
    const WIDE: bool = true;

    #[inline]
    fn mantissa(self) -> i128 {
        self
    }

    #[inline]
    fn from_mantissa(mantissa: i128) -> Result<Self, Fail> {
        Ok(mantissa)
    }
}
