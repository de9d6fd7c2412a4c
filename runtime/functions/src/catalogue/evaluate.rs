//! Operators on values, for the interpreter; they share the digits' arithmetic with generated code.

use std::cmp::Ordering;
use std::sync::Arc;

use super::arithmetic::Operator;
use super::conversion::parts;
use super::{Type, Value};
use crate::decimal::digits;
use crate::time::{self, Date, Duration, Timestamp};
use crate::{Fail, float, int, text};

/// `left operator right`, where `result` is the type that [`super::arithmetic::binary`] gave. `none` if a side is `none`.
pub fn binary(operator: Operator, left: &Value, right: &Value, result: &Type) -> Result<Value, Fail> {
    use Operator::{Add, Multiply, Subtract};
    match (left, operator, right) {
        (Value::None, _, _) | (_, _, Value::None) => Ok(Value::None),
        (Value::Int(a), _, Value::Int(b)) if matches!(result.required(), Type::Int) => {
            let evaluate = match operator {
                Operator::Add => int::add,
                Operator::Subtract => int::subtract,
                Operator::Multiply => int::multiply,
                Operator::Divide => int::div,
                Operator::Remainder => int::remainder,
            };
            evaluate(*a, *b).map(Value::Int)
        }
        (Value::Float(_), _, _) | (_, _, Value::Float(_)) => {
            let evaluate = match operator {
                Operator::Add => float::add,
                Operator::Subtract => float::subtract,
                Operator::Multiply => float::multiply,
                Operator::Divide => float::divide,
                Operator::Remainder => float::remainder,
            };
            evaluate(number(left)?, number(right)?).map(Value::Float)
        }
        (Value::String(a), Add, Value::String(b)) => Ok(string(text::concat(a, b))),
        (Value::Timestamp(a), Add, Value::Duration(b)) => instant(time::later(Timestamp(*a), Duration(*b))),
        (Value::Timestamp(a), Subtract, Value::Duration(b)) => {
            instant(time::earlier(Timestamp(*a), Duration(*b)))
        }
        (Value::Timestamp(a), Subtract, Value::Timestamp(b)) => {
            duration(time::between(Timestamp(*a), Timestamp(*b)))
        }
        (Value::Date(a), Add, Value::Duration(b)) => day(time::add_days(Date(*a), Duration(*b))),
        (Value::Date(a), Subtract, Value::Duration(b)) => day(time::subtract_days(Date(*a), Duration(*b))),
        (Value::Date(a), Subtract, Value::Date(b)) => duration(time::days_between(Date(*a), Date(*b))),
        (Value::Duration(a), Add, Value::Duration(b)) => duration(time::plus(Duration(*a), Duration(*b))),
        (Value::Duration(a), Subtract, Value::Duration(b)) => {
            duration(time::minus(Duration(*a), Duration(*b)))
        }
        (Value::Duration(d), Multiply, Value::Int(n)) | (Value::Int(n), Multiply, Value::Duration(d)) => {
            duration(time::scaled(Duration(*d), *n))
        }
        _ => exact(operator, left, right, result),
    }
}

/// `-value`, of a value of type `ty`.
pub fn negate(value: &Value, ty: &Type) -> Result<Value, Fail> {
    match value {
        Value::None => Ok(Value::None),
        Value::Float(x) => float::negate(*x).map(Value::Float),
        Value::Int(n) => int::negate(*n).map(Value::Int),
        Value::Duration(d) => duration(time::negated(Duration(*d))),
        other => {
            let (mantissa, scale) = parts(other)?;
            bounded(mantissa.checked_neg().ok_or(Fail::Overflow)?, scale, ty)
        }
    }
}

/// Compares two values of comparable types: numbers by value whatever their type.
pub fn compare(left: &Value, right: &Value) -> Ordering {
    match (left, right) {
        (Value::Float(a), Value::Float(b)) => a.total_cmp(b),
        (Value::Float(a), b) => number(b).map_or_else(|_| left.cmp(right), |b| a.total_cmp(&b)),
        (a, Value::Float(b)) => number(a).map_or_else(|_| left.cmp(right), |a| a.total_cmp(b)),
        _ => match (parts(left), parts(right)) {
            (Ok((a, sa)), Ok((b, sb))) => digits::compare(a, sa, b, sb),
            _ => left.cmp(right),
        },
    }
}

/// `convert(amount, …, per: rate)`.
pub fn convert_per(amount: &Value, rate: &Value) -> Result<Value, Fail> {
    rated(Operator::Divide, amount, rate)
}

/// `convert(amount, …, times: rate)`.
pub fn convert_times(amount: &Value, rate: &Value) -> Result<Value, Fail> {
    rated(Operator::Multiply, amount, rate)
}

fn rated(operator: Operator, amount: &Value, rate: &Value) -> Result<Value, Fail> {
    if amount.is_none() || rate.is_none() {
        return Ok(Value::None);
    }
    let ((a, sa), (b, sb)) = (parts(amount)?, parts(rate)?);
    let scale = Type::MONEY_SCALE;
    let mantissa = match operator {
        Operator::Divide => digits::divide(a, sa, b, sb, scale)?,
        _ => digits::multiply(a, sa, b, sb, scale)?,
    };
    within(mantissa, scale, 18)
}

fn exact(operator: Operator, left: &Value, right: &Value, result: &Type) -> Result<Value, Fail> {
    let ((a, sa), (b, sb)) = (parts(left)?, parts(right)?);
    let scale = match result.required() {
        Type::Decimal { scale, .. } => *scale,
        Type::Money(_) | Type::BigMoney(_) => Type::MONEY_SCALE,
        _ => 0,
    };
    let evaluate = match operator {
        Operator::Add => digits::add,
        Operator::Subtract => digits::subtract,
        Operator::Multiply => digits::multiply,
        Operator::Divide => digits::divide,
        Operator::Remainder => digits::remainder,
    };
    bounded(evaluate(a, sa, b, sb, scale)?, scale, result)
}

/// The value if its type's integer holds it.
fn bounded(mantissa: i128, scale: u8, ty: &Type) -> Result<Value, Fail> {
    match ty.required().underlying() {
        Type::Int => i64::try_from(mantissa).map(Value::Int).map_err(|_| Fail::Overflow),
        Type::BigInt => Ok(Value::BigInt(mantissa)),
        Type::Decimal { precision, .. } if *precision <= 18 => within(mantissa, scale, 18),
        Type::Money(_) => within(mantissa, scale, 18),
        _ => within(mantissa, scale, digits::MOST_DIGITS),
    }
}

fn within(mantissa: i128, scale: u8, precision: u8) -> Result<Value, Fail> {
    if mantissa.unsigned_abs() < digits::power(precision).unsigned_abs() {
        Ok(Value::Decimal { mantissa, scale })
    } else {
        Err(Fail::Overflow)
    }
}

fn number(value: &Value) -> Result<f64, Fail> {
    match value {
        Value::Float(x) => Ok(*x),
        Value::Int(n) => Ok(*n as f64),
        Value::BigInt(n) => Ok(*n as f64),
        _ => Err(Fail::WrongType),
    }
}

fn string(text: String) -> Value {
    Value::String(Arc::from(text))
}

fn instant(t: Result<Timestamp, Fail>) -> Result<Value, Fail> {
    t.map(|t| Value::Timestamp(t.0))
}

fn day(date: Result<Date, Fail>) -> Result<Value, Fail> {
    date.map(|date| Value::Date(date.0))
}

fn duration(d: Result<Duration, Fail>) -> Result<Value, Fail> {
    d.map(|d| Value::Duration(d.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Unit;

    #[test]
    fn money_over_a_rate_rounds_half_even_to_four_digits() {
        let amount = Value::Decimal { mantissa: 850_000, scale: 4 };
        let rate = Value::Decimal { mantissa: 850_000, scale: 6 };
        assert_eq!(convert_per(&amount, &rate), Ok(Value::Decimal { mantissa: 1_000_000, scale: 4 }));
        assert_eq!(
            convert_per(&amount, &Value::Decimal { mantissa: 0, scale: 6 }),
            Err(Fail::DivisionByZero)
        );
        let half = Value::Decimal { mantissa: 5, scale: 1 };
        let odd = Value::Decimal { mantissa: 3, scale: 4 };
        let money = Type::Money(Unit::Constant("EUR".into()));
        assert_eq!(
            binary(Operator::Multiply, &odd, &half, &money),
            Ok(Value::Decimal { mantissa: 2, scale: 4 })
        );
    }

    #[test]
    fn numbers_compare_by_value() {
        let one = Value::Decimal { mantissa: 100, scale: 2 };
        assert_eq!(compare(&Value::Int(1), &one), Ordering::Equal);
        assert_eq!(compare(&Value::Float(1.5), &Value::Int(1)), Ordering::Greater);
        assert_eq!(binary(Operator::Add, &Value::None, &one, &Type::Int), Ok(Value::None));
    }
}
