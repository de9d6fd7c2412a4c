//! The result types of operators, as pure functions over types.
//!
//! Nothing is silently lost: an int counts as 19 digits (what 64 bits need), a decimal literal as the digits written
//! (`0.908` is decimal(4, 3), so `price * 0.908` is decimal(23, 3)); precision grows as the operation needs and stops at
//! 38, from where overflow is a failure of the record; `/` on ints is exact to six digits (`div(a, b)` is whole-number
//! division). Money times or over a number is money again, rounded half-even to its four digits.

use super::{SignatureError, Type};
use crate::decimal::digits::{self, MOST_DIGITS};

/// The digits that a 64-bit int may need.
pub const INT_DIGITS: u8 = 19;
/// How many more digits after the point a quotient or an average has than what it is made of.
pub const QUOTIENT_DIGITS: u8 = 6;

/// The arithmetic operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

/// An operator on operands of known types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arithmetic {
    pub result: Type,
    /// The plain function below `riparian_functions`.
    pub rust: &'static str,
    /// Whether it takes the result's Rust type as its first type parameter.
    pub typed: bool,
    pub may_fail: bool,
}

impl Arithmetic {
    fn plain(result: Type, rust: &'static str) -> Self {
        Arithmetic { result, rust, typed: false, may_fail: true }
    }

    fn typed(result: Type, rust: &'static str) -> Self {
        Arithmetic { result, rust, typed: true, may_fail: true }
    }
}

/// The type of a decimal literal: the digits as written, a single zero before the point included.
pub fn literal(mantissa: i128, scale: u8) -> Type {
    Type::Decimal { precision: digits::count(mantissa).max(scale.saturating_add(1)).min(MOST_DIGITS), scale }
}

/// Precision and scale of an exact number that is no money.
pub fn exact(ty: &Type) -> Option<(u8, u8)> {
    match ty {
        Type::Int => Some((INT_DIGITS, 0)),
        Type::BigInt => Some((MOST_DIGITS, 0)),
        Type::Decimal { precision, scale } => Some((*precision, *scale)),
        _ => None,
    }
}

/// What `left operator right` is. Operands that may be absent have been lifted by the caller.
pub fn binary(operator: Operator, left: &Type, right: &Type) -> Result<Arithmetic, SignatureError> {
    let (left, right) = (left.underlying(), right.underlying());
    match (left, right) {
        (Type::Error, _) | (_, Type::Error) => Ok(Arithmetic::plain(Type::Error, "")),
        (Type::Int, Type::Int) if operator != Operator::Divide => {
            Ok(Arithmetic::plain(Type::Int, int(operator)))
        }
        (Type::Float, Type::Float | Type::Int | Type::BigInt) | (Type::Int | Type::BigInt, Type::Float) => {
            Ok(Arithmetic::plain(Type::Float, float(operator)))
        }
        (Type::Float, _) | (_, Type::Float) => Err(with_float(left, right)),
        (Type::Money(_) | Type::BigMoney(_), _) | (_, Type::Money(_) | Type::BigMoney(_)) => {
            money(operator, left, right)
        }
        (Type::String, Type::String) if operator == Operator::Add => {
            Ok(Arithmetic { may_fail: false, ..Arithmetic::plain(Type::String, "text::concat") })
        }
        _ => match (exact(left), exact(right)) {
            (Some(a), Some(b)) => {
                let whole = !matches!((left, right), (Type::Decimal { .. }, _) | (_, Type::Decimal { .. }));
                if whole && operator != Operator::Divide {
                    return Ok(Arithmetic::typed(Type::BigInt, decimal(operator)));
                }
                Ok(Arithmetic::typed(decimals(operator, a, b)?, decimal(operator)))
            }
            (Some(_), None) if is_time(right) => time(operator, left, right),
            (Some(_), None) => Err(SignatureError::Argument(1, "a number")),
            (None, _) => time(operator, left, right),
        },
    }
}

/// What `-operand` is.
pub fn negation(operand: &Type) -> Result<Arithmetic, SignatureError> {
    Ok(match operand.underlying() {
        Type::Error => Arithmetic::plain(Type::Error, ""),
        Type::Int => Arithmetic::plain(Type::Int, "int::negate"),
        Type::Float => Arithmetic::plain(Type::Float, "float::negate"),
        Type::Duration => Arithmetic::plain(Type::Duration, "time::negated"),
        ty @ (Type::BigInt | Type::Decimal { .. } | Type::Money(_) | Type::BigMoney(_)) => {
            Arithmetic::typed(ty.clone(), "decimal::negate")
        }
        _ => return Err(SignatureError::Argument(0, "a number, an amount of money or a duration")),
    })
}

fn decimals(operator: Operator, a: (u8, u8), b: (u8, u8)) -> Result<Type, SignatureError> {
    let ((p1, s1), (p2, s2)) = (a, b);
    let (i1, i2) = (p1.saturating_sub(s1), p2.saturating_sub(s2));
    let (whole, scale) = match operator {
        Operator::Add | Operator::Subtract => (i1.max(i2).saturating_add(1), s1.max(s2)),
        Operator::Multiply => (i1.saturating_add(i2), s1.saturating_add(s2)),
        Operator::Divide => {
            (i1.saturating_add(s2), s1.max(s2).saturating_add(QUOTIENT_DIGITS).min(MOST_DIGITS))
        }
        Operator::Remainder => (i1.min(i2), s1.max(s2)),
    };
    if scale > MOST_DIGITS {
        return Err(SignatureError::Mismatch(
            0,
            1,
            "a product of at most 38 digits after the point: round one factor first",
        ));
    }
    Ok(Type::Decimal { precision: whole.saturating_add(scale).clamp(1, MOST_DIGITS), scale })
}

fn money(operator: Operator, left: &Type, right: &Type) -> Result<Arithmetic, SignatureError> {
    let unit = |ty: &Type| match ty {
        Type::Money(unit) | Type::BigMoney(unit) => Some(unit.clone()),
        _ => None,
    };
    let big = matches!(left, Type::BigMoney(_)) || matches!(right, Type::BigMoney(_));
    let amount = |unit| if big { Type::BigMoney(unit) } else { Type::Money(unit) };
    match (unit(left), unit(right)) {
        (Some(a), Some(b)) if a != b => Err(SignatureError::Mismatch(
            0,
            1,
            "two amounts in the same currency: `convert` one of them first",
        )),
        (Some(unit), Some(_)) => match operator {
            Operator::Add | Operator::Subtract => Ok(Arithmetic::typed(amount(unit), decimal(operator))),
            Operator::Divide => {
                let precision = if big { MOST_DIGITS } else { 18 };
                let of = (precision, Type::MONEY_SCALE);
                Ok(Arithmetic::typed(decimals(operator, of, of)?, decimal(operator)))
            }
            Operator::Multiply | Operator::Remainder => Err(SignatureError::Argument(
                1,
                "a number, since two amounts can only be added, subtracted or divided",
            )),
        },
        (Some(unit), None) => match operator {
            Operator::Multiply | Operator::Divide if exact(right).is_some() => {
                Ok(Arithmetic::typed(amount(unit), decimal(operator)))
            }
            Operator::Multiply | Operator::Divide => Err(SignatureError::Argument(1, "an int or a decimal")),
            _ => Err(SignatureError::Argument(1, "an amount in the same currency")),
        },
        (None, unit) => match (operator, unit) {
            (Operator::Multiply, Some(unit)) if exact(left).is_some() => {
                Ok(Arithmetic::typed(amount(unit), decimal(operator)))
            }
            (Operator::Multiply, _) => Err(SignatureError::Argument(0, "an int or a decimal")),
            _ => Err(SignatureError::Argument(0, "an amount in the same currency")),
        },
    }
}

fn is_time(ty: &Type) -> bool {
    matches!(ty, Type::Timestamp | Type::Date | Type::Duration)
}

fn time(operator: Operator, left: &Type, right: &Type) -> Result<Arithmetic, SignatureError> {
    use Operator::{Add, Multiply, Subtract};
    let (result, rust) = match (left, operator, right) {
        (Type::Timestamp, Add, Type::Duration) => (Type::Timestamp, "time::later"),
        (Type::Timestamp, Subtract, Type::Duration) => (Type::Timestamp, "time::earlier"),
        (Type::Timestamp, Subtract, Type::Timestamp) => (Type::Duration, "time::between"),
        (Type::Date, Add, Type::Duration) => (Type::Date, "time::add_days"),
        (Type::Date, Subtract, Type::Duration) => (Type::Date, "time::subtract_days"),
        (Type::Date, Subtract, Type::Date) => (Type::Duration, "time::days_between"),
        (Type::Duration, Add, Type::Duration) => (Type::Duration, "time::plus"),
        (Type::Duration, Subtract, Type::Duration) => (Type::Duration, "time::minus"),
        (Type::Duration, Multiply, Type::Int) => (Type::Duration, "time::scaled"),
        (Type::Int, Multiply, Type::Duration) => (Type::Duration, "time::times"),
        (Type::Timestamp | Type::Date, Add | Subtract, _) => {
            return Err(SignatureError::Argument(1, "a duration, such as `5m`"));
        }
        (Type::Duration, Add | Subtract, _) => {
            return Err(SignatureError::Argument(1, "a duration, such as `5m`"));
        }
        (Type::Duration, Multiply, _) => return Err(SignatureError::Argument(1, "an int")),
        (Type::String, Add, _) => {
            return Err(SignatureError::Argument(1, "a string: write `text(…)` around it"));
        }
        (_, Add, Type::String) => {
            return Err(SignatureError::Argument(0, "a string: write `text(…)` around it"));
        }
        (ty, _, _) if is_time(ty) => {
            return Err(SignatureError::Argument(0, "a number; times can only be added and subtracted"));
        }
        (_, _, ty) if is_time(ty) => {
            return Err(SignatureError::Argument(1, "a number; times can only be added and subtracted"));
        }
        _ => return Err(SignatureError::Argument(0, "a number")),
    };
    Ok(Arithmetic::plain(result, rust))
}

fn with_float(left: &Type, right: &Type) -> SignatureError {
    let (at, other) = if matches!(left, Type::Float) { (1, right) } else { (0, left) };
    match other {
        Type::Money(_) | Type::BigMoney(_) => {
            SignatureError::Mismatch(0, 1, "money and an exact number: a float would round the amount")
        }
        Type::Decimal { .. } => {
            SignatureError::Mismatch(0, 1, "both exact or both floats: write `float(…)` around the decimal")
        }
        _ => SignatureError::Argument(at, "a number"),
    }
}

fn int(operator: Operator) -> &'static str {
    match operator {
        Operator::Add => "int::add",
        Operator::Subtract => "int::subtract",
        Operator::Multiply => "int::multiply",
        Operator::Divide => "int::div",
        Operator::Remainder => "int::remainder",
    }
}

fn float(operator: Operator) -> &'static str {
    match operator {
        Operator::Add => "float::add",
        Operator::Subtract => "float::subtract",
        Operator::Multiply => "float::multiply",
        Operator::Divide => "float::divide",
        Operator::Remainder => "float::remainder",
    }
}

fn decimal(operator: Operator) -> &'static str {
    match operator {
        Operator::Add => "decimal::add",
        Operator::Subtract => "decimal::subtract",
        Operator::Multiply => "decimal::multiply",
        Operator::Divide => "decimal::divide",
        Operator::Remainder => "decimal::remainder",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Unit;

    const fn dec(precision: u8, scale: u8) -> Type {
        Type::Decimal { precision, scale }
    }

    fn result(operator: Operator, left: &Type, right: &Type) -> Result<Type, SignatureError> {
        binary(operator, left, right).map(|arithmetic| arithmetic.result)
    }

    #[test]
    fn precision_grows_as_the_operation_needs() {
        assert_eq!(result(Operator::Multiply, &Type::Int, &literal(908, 3)), Ok(dec(23, 3)));
        assert_eq!(result(Operator::Add, &dec(5, 2), &dec(4, 3)), Ok(dec(7, 3)));
        assert_eq!(result(Operator::Add, &dec(38, 2), &dec(4, 3)), Ok(dec(38, 3)));
        assert_eq!(result(Operator::Divide, &Type::Int, &Type::Int), Ok(dec(25, 6)));
        assert_eq!(result(Operator::Divide, &dec(18, 6), &dec(4, 2)), Ok(dec(26, 12)));
        assert_eq!(result(Operator::Remainder, &dec(18, 6), &dec(4, 2)), Ok(dec(8, 6)));
        assert!(result(Operator::Multiply, &dec(38, 20), &dec(38, 20)).is_err());
    }

    #[test]
    fn money_meets_its_own_currency_and_exact_numbers() {
        let euro = Type::Money(Unit::Constant("EUR".into()));
        let dollar = Type::Money(Unit::Constant("USD".into()));
        assert_eq!(result(Operator::Add, &euro, &euro), Ok(euro.clone()));
        assert_eq!(result(Operator::Multiply, &dec(18, 6), &euro), Ok(euro.clone()));
        assert_eq!(result(Operator::Divide, &euro, &Type::Int), Ok(euro.clone()));
        assert_eq!(result(Operator::Divide, &euro, &euro), Ok(dec(28, 10)));
        assert!(matches!(result(Operator::Add, &euro, &dollar), Err(SignatureError::Mismatch(0, 1, _))));
        for wrong in [Type::Float, Type::String, Type::Bool] {
            assert!(result(Operator::Multiply, &euro, &wrong).is_err());
            assert!(result(Operator::Multiply, &wrong, &euro).is_err());
        }
        assert!(result(Operator::Add, &euro, &Type::Int).is_err());
        assert!(result(Operator::Divide, &Type::Int, &euro).is_err());
    }

    #[test]
    fn times_add_and_subtract() {
        assert_eq!(result(Operator::Subtract, &Type::Timestamp, &Type::Timestamp), Ok(Type::Duration));
        assert_eq!(result(Operator::Multiply, &Type::Int, &Type::Duration), Ok(Type::Duration));
        assert!(result(Operator::Add, &Type::Timestamp, &Type::Timestamp).is_err());
        assert!(result(Operator::Divide, &Type::Int, &Type::Date).is_err());
    }
}
