//! Numbers and truth values.

use std::marker::PhantomData;

use super::{Form, plain_form};
use crate::fail::Fail;
use crate::functions::decimal::{self, Decimal, Mantissa};
use crate::wire::json::{Raw, digits, unescape, write};

/// `int`. Any form of a JSON number is read, `1.0` and `1e3` included, if its value is whole; one that is not, or does
/// not fit 64 bits, is [`Fail::OutOfRange`].
pub struct Int;

impl Form for Int {
    plain_form!(i64);

    #[inline(always)]
    fn read(raw: Raw<'_>) -> Result<i64, Fail> {
        let Some((text, start, end)) = raw.plain() else { return read_other_int(raw) };
        match text.get(start) {
            Some(b'0'..=b'9') => Ok(digits::last(text, start, end)),
            Some(b'-') => Ok(-digits::last(text, start + 1, end)),
            _ => Err(Fail::WrongType),
        }
    }

    #[inline]
    fn write(value: &i64, out: &mut Vec<u8>) {
        write::int(*value, out);
    }
}

#[cold]
#[inline(never)]
fn read_other_int(raw: Raw<'_>) -> Result<i64, Fail> {
    let (negative, plain) = match raw.bytes() {
        [b'-', plain @ ..] => (true, plain),
        plain => (false, plain),
    };
    if let Some(value) = digits::parse(plain) {
        return Ok(if negative { -value } else { value });
    }
    let value = decimal::parse_digits(number(raw.required()?)?, 0)?;
    i64::try_from(value).map_err(|_| Fail::OutOfRange)
}

#[inline]
fn number(text: &str) -> Result<&str, Fail> {
    match text.as_bytes().first() {
        Some(b'-' | b'0'..=b'9') => Ok(text),
        _ => Err(Fail::WrongType),
    }
}

/// `float`: the nearest one; [`Fail::OutOfRange`] if that is infinite.
pub struct Float;

impl Form for Float {
    plain_form!(f64);

    #[inline]
    fn read(raw: Raw<'_>) -> Result<f64, Fail> {
        let value: f64 = number(raw.required()?)?.parse().map_err(|_| Fail::WrongType)?;
        if value.is_finite() { Ok(value) } else { Err(Fail::OutOfRange) }
    }

    #[inline]
    fn write(value: &f64, out: &mut Vec<u8>) {
        write::float(*value, out);
    }
}

/// `bool`.
pub struct Bool;

impl Form for Bool {
    plain_form!(bool);

    #[inline]
    fn read(raw: Raw<'_>) -> Result<bool, Fail> {
        match raw.required()? {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(Fail::WrongType),
        }
    }

    #[inline]
    fn write(value: &bool, out: &mut Vec<u8>) {
        out.extend_from_slice(if *value { b"true" } else { b"false" });
    }
}

/// `decimal(P, S)`, written as text. Text and number are read, both exactly; more than `S` digits after the point
/// (zeros excepted) or `P` in all are [`Fail::OutOfRange`], a text that is no number [`Fail::FailedParse`].
pub struct Exact<M, const P: u8, const S: u8>(PhantomData<M>);

/// `decimal(P, S)`, written as a JSON number; read like [`Exact`].
pub struct Number<M, const P: u8, const S: u8>(PhantomData<M>);

/// `money(c)`.
pub type Money = Exact<i64, 18, 4>;

impl<M: Mantissa, const P: u8, const S: u8> Form for Exact<M, P, S> {
    plain_form!(Decimal<M, S>);

    #[inline]
    fn read(raw: Raw<'_>) -> Result<Decimal<M, S>, Fail> {
        read_exact::<M, P, S>(raw)
    }

    #[inline]
    fn write(value: &Decimal<M, S>, out: &mut Vec<u8>) {
        out.push(b'"');
        write::decimal(value.0.widen(), S, out);
        out.push(b'"');
    }
}

impl<M: Mantissa, const P: u8, const S: u8> Form for Number<M, P, S> {
    plain_form!(Decimal<M, S>);

    #[inline]
    fn read(raw: Raw<'_>) -> Result<Decimal<M, S>, Fail> {
        read_exact::<M, P, S>(raw)
    }

    #[inline]
    fn write(value: &Decimal<M, S>, out: &mut Vec<u8>) {
        write::decimal(value.0.widen(), S, out);
    }
}

#[inline]
fn read_exact<M: Mantissa, const P: u8, const S: u8>(raw: Raw<'_>) -> Result<Decimal<M, S>, Fail> {
    let text = raw.required()?;
    let value = if text.starts_with('"') {
        decimal::parse(&unescape(raw.string()?)?)?
    } else {
        decimal::parse(number(text)?)?
    };
    decimal::within(value, P)
}
