//! Conversions between types: what may be written where another type is declared, and the conversion of values.

use std::sync::Arc;

use super::arithmetic::exact;
use super::{Type, Value};
use crate::Fail;
use crate::decimal::digits;

/// How a value of one type becomes one of another without being asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    Same,
    /// Never fails.
    Widening,
    /// What does not fit is a bad record (spec: group.none).
    Checked,
}

/// How `from` fits `to`; `None` if it does not. Currencies must be equal, nominal ids the same.
pub fn conversion(from: &Type, to: &Type) -> Option<Conversion> {
    use Conversion::{Checked, Same, Widening};
    match (from, to) {
        (Type::Error, _) | (_, Type::Error) => Some(Same),
        (a, b) if a == b => Some(Same),
        (Type::None, Type::Optional(_)) => Some(Widening),
        (Type::Optional(from), Type::Optional(to)) => conversion(from, to),
        (from, Type::Optional(to)) => conversion(from, to).map(|inner| inner.max_with_widening()),
        (Type::Int, Type::BigInt | Type::Float) => Some(Widening),
        (Type::BigInt, Type::Int) => Some(Checked),
        (Type::BigInt, Type::Float) => Some(Widening),
        (Type::Money(a), Type::BigMoney(b)) if a == b => Some(Widening),
        (Type::BigMoney(a), Type::Money(b)) if a == b => Some(Checked),
        (from, Type::Decimal { precision, scale }) => {
            let (p, s) = exact(from)?;
            let fits = s <= *scale && p.saturating_sub(s) <= precision.saturating_sub(*scale);
            // A wide int may have 39 digits.
            Some(if fits && *from != Type::BigInt { Widening } else { Checked })
        }
        (Type::Decimal { .. }, Type::Int | Type::BigInt) => Some(Checked),
        (Type::List(from), Type::List(to)) => conversion(from, to),
        _ => None,
    }
}

impl Conversion {
    fn max_with_widening(self) -> Self {
        if self == Conversion::Same { Conversion::Widening } else { self }
    }
}

/// The value in another type: every conversion of [`conversion`], and a decimal or int as an amount of money, as literals
/// and test rows write them. [`Fail::OutOfRange`] if it does not fit, [`Fail::MissingField`] if `none` meets a type
/// that is not optional.
pub fn cast(value: &Value, from: &Type, to: &Type) -> Result<Value, Fail> {
    let to = to.underlying();
    if let Type::Optional(to) = to {
        return if value.is_none() { Ok(Value::None) } else { cast(value, from.required(), to) };
    }
    if let (Type::List(from), Type::List(to), Value::List(values)) = (from.underlying(), to, value) {
        let values =
            values.iter().map(|value| cast(value, from, to)).collect::<Result<Arc<[Value]>, Fail>>()?;
        return Ok(Value::List(values));
    }
    match to {
        Type::Int => {
            whole(value).and_then(|n| i64::try_from(n).map_err(|_| Fail::OutOfRange)).map(Value::Int)
        }
        Type::BigInt => whole(value).map(Value::BigInt),
        Type::Float => match value {
            Value::Int(n) => Ok(Value::Float(*n as f64)),
            Value::BigInt(n) => Ok(Value::Float(*n as f64)),
            Value::Float(_) => Ok(value.clone()),
            other => refuse(other),
        },
        Type::Decimal { precision, scale } => fit(value, *precision, *scale),
        Type::Money(_) => fit(value, 18, Type::MONEY_SCALE),
        Type::BigMoney(_) => fit(value, digits::MOST_DIGITS, Type::MONEY_SCALE),
        _ if value.is_none() => refuse(value),
        _ => Ok(value.clone()),
    }
}

/// Mantissa and scale of an exact number.
pub(super) fn parts(value: &Value) -> Result<(i128, u8), Fail> {
    match value {
        Value::Int(n) => Ok((i128::from(*n), 0)),
        Value::BigInt(n) => Ok((*n, 0)),
        Value::Decimal { mantissa, scale } => Ok((*mantissa, *scale)),
        Value::None => Err(Fail::MissingField),
        _ => Err(Fail::WrongType),
    }
}

fn whole(value: &Value) -> Result<i128, Fail> {
    let (mantissa, scale) = parts(value)?;
    digits::rescale_exact(mantissa, scale, 0)
}

fn fit(value: &Value, precision: u8, scale: u8) -> Result<Value, Fail> {
    let (mantissa, from) = parts(value)?;
    let mantissa = digits::rescale_exact(mantissa, from, scale)?;
    if mantissa.unsigned_abs() >= digits::power(precision).unsigned_abs() {
        return Err(Fail::OutOfRange);
    }
    Ok(Value::Decimal { mantissa, scale })
}

fn refuse(value: &Value) -> Result<Value, Fail> {
    Err(if value.is_none() { Fail::MissingField } else { Fail::WrongType })
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn dec(precision: u8, scale: u8) -> Type {
        Type::Decimal { precision, scale }
    }

    #[test]
    fn only_what_always_fits_widens() {
        assert_eq!(conversion(&Type::Int, &dec(19, 0)), Some(Conversion::Widening));
        assert_eq!(conversion(&Type::Int, &dec(18, 0)), Some(Conversion::Checked));
        assert_eq!(conversion(&dec(5, 2), &dec(6, 3)), Some(Conversion::Widening));
        assert_eq!(conversion(&dec(5, 2), &dec(5, 3)), Some(Conversion::Checked));
        assert_eq!(conversion(&Type::BigInt, &dec(38, 0)), Some(Conversion::Checked));
        assert_eq!(conversion(&Type::Int, &Type::Int.optional()), Some(Conversion::Widening));
        assert_eq!(conversion(&Type::Int.optional(), &Type::Int), None);
        assert_eq!(conversion(&dec(5, 2), &Type::Float), None);
    }

    #[test]
    fn a_narrowing_never_cuts() {
        let value = Value::Decimal { mantissa: 12_340, scale: 3 };
        assert_eq!(cast(&value, &dec(8, 3), &dec(4, 2)), Ok(Value::Decimal { mantissa: 1_234, scale: 2 }));
        assert_eq!(cast(&value, &dec(8, 3), &dec(3, 2)), Err(Fail::OutOfRange));
        assert_eq!(cast(&value, &dec(8, 3), &dec(8, 1)), Err(Fail::OutOfRange));
        assert_eq!(cast(&Value::BigInt(1 << 63), &Type::BigInt, &Type::Int), Err(Fail::OutOfRange));
        assert_eq!(cast(&Value::None, &Type::None, &Type::Int.optional()), Ok(Value::None));
        assert_eq!(cast(&Value::None, &Type::None, &Type::Int), Err(Fail::MissingField));
    }
}
