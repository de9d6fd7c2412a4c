//! The forms of columns, read from Avro.
//!
//! What a column may be written as is checked when the job is compiled; what remains for a record is its value. A null,
//! and a column that the writer does not have, is [`Fail::MissingField`] unless the form is `Nullable`.

use super::schema::Node;
use super::to_json::to_json;
use super::view::Value;
use crate::fail::Fail;
use crate::functions::decimal::{self, Decimal, Mantissa};
use crate::functions::time;
use crate::wire::json::Raw;
use crate::wire::json::form::{
    Bool, Date, Enum, Exact, Float, Form, Int, Iso, Json, List, Nullable, Object, Record, Text,
};
use crate::wire::variants::Variants;
use std::borrow::Cow;

/// A form that can be read from Avro.
pub trait Binary: Form {
    fn read_binary(value: Value<'_>) -> Result<Self::Read<'_>, Fail>;
}

/// The value is none, or of a type that the form does not take.
#[cold]
fn other(node: Node) -> Fail {
    if node == Node::Null { Fail::MissingField } else { Fail::WrongType }
}

impl Binary for Int {
    #[inline(always)]
    fn read_binary(value: Value<'_>) -> Result<i64, Fail> {
        match value.resolve()? {
            (Node::Long | Node::Int, mut input) => input.long(),
            (node, _) => Err(other(node)),
        }
    }
}

impl Binary for Float {
    #[inline]
    fn read_binary(value: Value<'_>) -> Result<f64, Fail> {
        let found = match value.resolve()? {
            (Node::Double, mut input) => input.double()?,
            (Node::Float, mut input) => input.float()?.into(),
            (node, _) => return Err(other(node)),
        };
        if found.is_finite() { Ok(found) } else { Err(Fail::OutOfRange) }
    }
}

impl Binary for Bool {
    #[inline]
    fn read_binary(value: Value<'_>) -> Result<bool, Fail> {
        match value.resolve()? {
            (Node::Boolean, mut input) => input.bool(),
            (node, _) => Err(other(node)),
        }
    }
}

/// The name of an enum's symbol, or a text.
#[inline]
fn name(value: Value<'_>) -> Result<&str, Fail> {
    match value.resolve()? {
        (Node::String, mut input) => input.text(),
        (Node::Enum(symbols), mut input) => {
            let index = input.index(symbols.len())?;
            symbols.get(index).copied().ok_or(Fail::InvalidAvro)
        }
        (node, _) => Err(other(node)),
    }
}

impl Binary for Text {
    #[inline]
    fn read_binary(value: Value<'_>) -> Result<Cow<'_, str>, Fail> {
        name(value).map(Cow::Borrowed)
    }
}

impl<E: Variants> Binary for Enum<E> {
    #[inline]
    fn read_binary(value: Value<'_>) -> Result<E, Fail> {
        E::from_name(name(value)?)
    }
}

impl Binary for Iso {
    #[inline]
    fn read_binary(value: Value<'_>) -> Result<time::Timestamp, Fail> {
        match value.resolve()? {
            (Node::TimestampMillis, mut input) => time::from_epoch_ms(input.long()?),
            (Node::TimestampMicros, mut input) => time::from_epoch_us(input.long()?),
            (node, _) => Err(other(node)),
        }
    }
}

impl Binary for Date {
    #[inline]
    fn read_binary(value: Value<'_>) -> Result<time::Date, Fail> {
        match value.resolve()? {
            (Node::Date, mut input) => date(input.int()?),
            (node, _) => Err(other(node)),
        }
    }
}

/// A day of the years 1 to 9999.
pub(super) fn date(days: i32) -> Result<time::Date, Fail> {
    let day = time::Date(days);
    if (time::Date::LEAST..=time::Date::MOST).contains(&day) { Ok(day) } else { Err(Fail::OutOfRange) }
}

impl<M: Mantissa, const P: u8, const S: u8> Binary for Exact<M, P, S> {
    #[inline]
    fn read_binary(value: Value<'_>) -> Result<Decimal<M, S>, Fail> {
        let (digits, scale) = match value.resolve()? {
            (Node::Decimal(scale), mut input) => (input.bytes()?, scale),
            (Node::FixedDecimal(size, scale), mut input) => (input.take(size as usize)?, scale),
            (node, _) => return Err(other(node)),
        };
        let mantissa = decimal::digits::rescale_exact(whole(digits)?, scale, S)?;
        let narrow = M::from_wide(mantissa).ok_or(Fail::OutOfRange)?;
        decimal::within(Decimal(narrow), P)
    }
}

/// A whole number in two's complement, big-endian; [`Fail::OutOfRange`] if it needs more than 128 bits.
pub(super) fn whole(bytes: &[u8]) -> Result<i128, Fail> {
    let sign = match bytes.first() {
        Some(first) if *first >= 0x80 => 0xff,
        _ => 0,
    };
    let (extension, digits) = bytes.split_at(bytes.len().saturating_sub(16));
    let fits = extension.iter().all(|byte| *byte == sign)
        && (extension.is_empty() || digits.first().is_some_and(|first| (*first >= 0x80) == (sign == 0xff)));
    if !fits {
        return Err(Fail::OutOfRange);
    }
    let mut wide = [sign; 16];
    for (to, from) in wide.iter_mut().rev().zip(digits.iter().rev()) {
        *to = *from;
    }
    Ok(i128::from_be_bytes(wide))
}

impl Binary for Json {
    fn read_binary(value: Value<'_>) -> Result<Cow<'_, str>, Fail> {
        match value.resolve()? {
            (Node::Null, _) => Err(Fail::MissingField),
            _ => to_json(value).map(Cow::Owned),
        }
    }
}

impl<F: Binary> Binary for Nullable<F> {
    #[inline]
    fn read_binary(value: Value<'_>) -> Result<Option<F::Read<'_>>, Fail> {
        match value.resolve()? {
            (Node::Null, _) => Ok(None),
            _ => F::read_binary(value).map(Some),
        }
    }
}

impl<F: Form> Binary for List<F> {
    fn read_binary(value: Value<'_>) -> Result<Vec<F::Owned>, Fail> {
        match value.resolve()? {
            (Node::Array(_), _) => Self::read_owned(Raw::of(&to_json(value)?)),
            (node, _) => Err(other(node)),
        }
    }
}

impl<T: Object> Binary for Record<T> {
    fn read_binary(value: Value<'_>) -> Result<T, Fail> {
        match value.resolve()? {
            (Node::Record(_), _) => T::read(&to_json(value)?),
            (node, _) => Err(other(node)),
        }
    }
}
