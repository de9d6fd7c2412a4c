//! Functions on numbers. Those that serve several kinds of number are generic; the result type decides where it matters.

use std::cmp::Ordering;

use crate::aggregate::Ranked;
use crate::decimal::{self, Decimal, Exact, Mantissa};
use crate::float::{Number, finite};
use crate::{Fail, time};

/// A number with a sign.
pub trait Signed: Copy {
    fn absolute(self) -> Result<Self, Fail>;
}

impl Signed for f64 {
    #[inline]
    fn absolute(self) -> Result<f64, Fail> {
        Ok(self.abs())
    }
}

/// A number that can be brought to a whole one of type `R`.
pub trait Whole<R>: Copy {
    fn nearest(self) -> Result<R, Fail>;
    fn down(self) -> Result<R, Fail>;
    fn up(self) -> Result<R, Fail>;
}

impl Whole<f64> for f64 {
    #[inline]
    fn nearest(self) -> Result<f64, Fail> {
        finite(self.round_ties_even())
    }

    #[inline]
    fn down(self) -> Result<f64, Fail> {
        finite(self.floor())
    }

    #[inline]
    fn up(self) -> Result<f64, Fail> {
        finite(self.ceil())
    }
}

/// A number whose whole part may fit an int.
pub trait Cut: Copy {
    fn cut(self) -> Result<i64, Fail>;
}

impl Cut for f64 {
    #[inline]
    fn cut(self) -> Result<i64, Fail> {
        /// 2^63, the first float above every int.
        const ABOVE: f64 = 9_223_372_036_854_775_808.0;
        let whole = self.trunc();
        if (-ABOVE..ABOVE).contains(&whole) { Ok(whole as i64) } else { Err(Fail::OutOfRange) }
    }
}

macro_rules! exact {
    ($(($($generics:tt)*) $t:ty),*) => {$(
        impl<$($generics)*> Signed for $t {
            #[inline]
            fn absolute(self) -> Result<Self, Fail> {
                decimal::absolute(self)
            }
        }

        impl<R: Exact, $($generics)*> Whole<R> for $t {
            #[inline]
            fn nearest(self) -> Result<R, Fail> {
                decimal::round(self)
            }

            #[inline]
            fn down(self) -> Result<R, Fail> {
                decimal::floor(self)
            }

            #[inline]
            fn up(self) -> Result<R, Fail> {
                decimal::ceil(self)
            }
        }

        impl<$($generics)*> Cut for $t {
            #[inline]
            fn cut(self) -> Result<i64, Fail> {
                decimal::to_int(self)
            }
        }
    )*};
}

exact!(() i64, () i128, (M: Mantissa, const S: u8) Decimal<M, S>);

/// `x` without its sign.
#[inline]
pub fn abs<T: Signed>(x: T) -> Result<T, Fail> {
    x.absolute()
}

/// The nearest whole number, a tie to the even one.
#[inline]
pub fn round<R>(x: impl Whole<R>) -> Result<R, Fail> {
    x.nearest()
}

/// The largest whole number that is not above `x`.
#[inline]
pub fn floor<R>(x: impl Whole<R>) -> Result<R, Fail> {
    x.down()
}

/// The smallest whole number that is not below `x`.
#[inline]
pub fn ceil<R>(x: impl Whole<R>) -> Result<R, Fail> {
    x.up()
}

/// The whole part, towards zero; [`Fail::OutOfRange`] if it does not fit 64 bits.
#[inline]
pub fn int(x: impl Cut) -> Result<i64, Fail> {
    x.cut()
}

/// Whole-number division of ints, towards zero. (`a / b` on ints is an exact decimal.)
#[inline]
pub fn div<R: Exact>(a: impl Exact, b: impl Exact) -> Result<R, Fail> {
    let (a, b) = (a.mantissa(), b.mantissa());
    if b == 0 {
        return Err(Fail::DivisionByZero);
    }
    R::from_mantissa(match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) if b != -1 => i128::from(a / b),
        _ => a.checked_div(b).ok_or(Fail::Overflow)?,
    })
}

/// The smaller of two values of one type; the first if they are equal.
#[inline]
pub fn least<T: Ranked>(a: T, b: T) -> T {
    if b.rank(&a) == Ordering::Less { b } else { a }
}

/// The larger of two values of one type; the first if they are equal.
#[inline]
pub fn greatest<T: Ranked>(a: T, b: T) -> T {
    if b.rank(&a) == Ordering::Greater { b } else { a }
}

/// The square root; [`Fail::OutOfRange`] of a negative number.
#[inline]
pub fn sqrt(x: impl Number) -> Result<f64, Fail> {
    let x = x.float();
    if x < 0.0 { Err(Fail::OutOfRange) } else { finite(x.sqrt()) }
}

/// The sine of an angle in radians.
#[inline]
pub fn sin(x: impl Number) -> Result<f64, Fail> {
    finite(x.float().sin())
}

/// The cosine of an angle in radians.
#[inline]
pub fn cos(x: impl Number) -> Result<f64, Fail> {
    finite(x.float().cos())
}

/// The angle, in radians, whose sine is `x`; [`Fail::OutOfRange`] beyond -1 to 1.
#[inline]
pub fn asin(x: impl Number) -> Result<f64, Fail> {
    let x = x.float();
    if x.abs() > 1.0 { Err(Fail::OutOfRange) } else { finite(x.asin()) }
}

/// The angle, in radians, of the point (`x`, `y`).
#[inline]
pub fn atan2(y: impl Number, x: impl Number) -> Result<f64, Fail> {
    finite(y.float().atan2(x.float()))
}

/// Degrees as radians.
#[inline]
pub fn radians(degrees: impl Number) -> Result<f64, Fail> {
    finite(degrees.float().to_radians())
}

/// The circumference of a circle over its diameter.
#[inline]
pub fn pi() -> f64 {
    std::f64::consts::PI
}

/// Kilometres between two points given in degrees, along a great circle on a sphere of radius 6371 km.
pub fn distance_km(
    latitude1: impl Number,
    longitude1: impl Number,
    latitude2: impl Number,
    longitude2: impl Number,
) -> Result<f64, Fail> {
    const RADIUS_KM: f64 = 6371.0;
    let (phi1, phi2) = (latitude1.float().to_radians(), latitude2.float().to_radians());
    let half_phi = (phi2 - phi1) / 2.0;
    let half_lambda = (longitude2.float() - longitude1.float()).to_radians() / 2.0;
    let haversine = half_phi.sin().powi(2) + phi1.cos() * phi2.cos() * half_lambda.sin().powi(2);
    finite(2.0 * RADIUS_KM * haversine.clamp(0.0, 1.0).sqrt().asin())
}

/// Durations have a sign too.
impl Signed for time::Duration {
    #[inline]
    fn absolute(self) -> Result<Self, Fail> {
        self.0.checked_abs().map(time::Duration).ok_or(Fail::Overflow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_from_every_kind() {
        let x = Decimal::<i64, 2>(-250);
        assert_eq!(round::<Decimal<i64, 0>>(x), Ok(Decimal(-2)));
        assert_eq!(floor::<Decimal<i64, 0>>(x), Ok(Decimal(-3)));
        assert_eq!(ceil::<Decimal<i64, 0>>(x), Ok(Decimal(-2)));
        assert_eq!(round::<f64>(2.5), Ok(2.0));
        assert_eq!(int(-2.9), Ok(-2));
        assert_eq!(int(9.3e18), Err(Fail::OutOfRange));
        assert_eq!(int(x), Ok(-2));
        assert_eq!(abs(i64::MIN), Err(Fail::Overflow));
    }

    #[test]
    fn whole_division_cuts_towards_zero() {
        assert_eq!(div::<i64>(-7i64, 2i64), Ok(-3));
        assert_eq!(div::<i64>(i64::MIN, -1i64), Err(Fail::Overflow));
        assert_eq!(div::<i128>(i64::MIN, -1i64), Ok(1 << 63));
        assert_eq!(div::<i128>(i128::MIN, -1i64), Err(Fail::Overflow));
        assert_eq!(div::<i64>(1i64, 0i128), Err(Fail::DivisionByZero));
    }

    #[test]
    fn a_distance_on_the_globe() {
        let km = distance_km(-33.863, 151.1169, -33.85995, 151.25664).unwrap();
        assert!((km - 12.907_325_150_628_191).abs() < 1e-9, "{km}");
        assert_eq!(distance_km(10.0, 20.0, 10.0, 20.0), Ok(0.0));
    }

    #[test]
    fn the_order_of_equals_is_the_first() {
        assert_eq!(least(1i64, 2), 1);
        assert_eq!(greatest(1.5, -2.0), 1.5);
        assert_eq!(asin(1.5), Err(Fail::OutOfRange));
        assert_eq!(sqrt(-1i64), Err(Fail::OutOfRange));
    }
}
