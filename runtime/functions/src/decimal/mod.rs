//! Exact decimals: scaled integers of 64 bits (to 18 digits) or 128 bits (to 38).
//!
//! Owns the type, its arithmetic and its text form. Which precision and scale a result has is a rule of the type
//! checker (`catalogue::arithmetic`); here the result type is a parameter: `decimal::add::<Decimal<i64, 2>>(a, b)?`.
//! Rounding, where an operation rounds at all, is half-even.

mod arithmetic;
mod convert;
pub mod digits;
mod exact;
mod parse;
mod wide;
mod write;

pub use arithmetic::{
    absolute, add, ceil, compare, divide, floor, multiply, negate, remainder, round, round_to, subtract,
};
pub use convert::{digits_from_float, digits_to_float, fit, from_float, narrow, to_float, to_int, within};
pub use exact::{Exact, Mantissa};
pub use parse::{parse, parse_digits};
pub use write::{text, write, write_digits};

/// `mantissa / 10^S`; keeps its scale, trailing zeros included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Decimal<M, const S: u8>(pub M);

/// `money(c)`: four digits after the point, 18 in all.
pub type Money = Decimal<i64, 4>;
/// What `sum(money)` gives: four digits after the point, 38 in all.
pub type BigMoney = Decimal<i128, 4>;
