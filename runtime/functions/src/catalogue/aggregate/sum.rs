//! `sum`.

use super::{one, present};
use crate::Fail;
use crate::aggregate::FloatTotal;
use crate::catalogue::conversion::parts;
use crate::catalogue::{AggregateDefinition, Row, SignatureError, Type, Value};
use crate::decimal::digits::{MOST_DIGITS, power};
use crate::float;

pub(super) const SUM: AggregateDefinition = AggregateDefinition {
    name: "sum",
    signature: "sum(x: int) -> bigint, sum(x: decimal(p, s)) -> decimal(38, s), sum(x: money(c)) -> bigmoney(c), sum(x: float) -> float",
    check,
    doc: "The sum. Ints add up in 128 bits, decimals and money in 38 digits; a sum that does not fit is a failure at output, \
          never wrapped. All amounts of money must be in one currency. Of no rows it is `none`.",
    examples: &[
        ("sum(x) of 3, none, 2", "5"),
        ("sum(x) of 0.10, 0.25", "0.35"),
        ("sum(x) of money(1.00, EUR), money(0.50, EUR)", "money(1.50, EUR)"),
        ("sum(x) of none", "none"),
    ],
    compute,
    rust: "Sum",
    typed: false,
};

fn check(arguments: &[Type]) -> Result<Type, SignatureError> {
    Ok(match one(arguments)?.required().underlying() {
        Type::Int | Type::BigInt => Type::BigInt,
        Type::Float => Type::Float,
        Type::Decimal { scale, .. } => Type::Decimal { precision: MOST_DIGITS, scale: *scale },
        Type::Money(unit) | Type::BigMoney(unit) => Type::BigMoney(unit.clone()),
        Type::Error => Type::Error,
        _ => return Err(SignatureError::Argument(0, "a number or an amount of money")),
    })
}

fn compute(rows: &[Row], _: &Type) -> Result<Value, Fail> {
    let mut all = present(rows).map(|(_, value)| value).peekable();
    match all.peek() {
        None => Ok(Value::None),
        Some(Value::Float(_)) => float_total(all).and_then(float::finite).map(Value::Float),
        Some(Value::Decimal { scale, .. }) => {
            let scale = *scale;
            let mantissa = exact_total(all)?;
            if mantissa.unsigned_abs() >= power(MOST_DIGITS).unsigned_abs() {
                return Err(Fail::Overflow);
            }
            Ok(Value::Decimal { mantissa, scale })
        }
        Some(_) => exact_total(all).map(Value::BigInt),
    }
}

/// The sum of the mantissas; all values have one scale, that of their column.
pub(super) fn exact_total<'a>(values: impl Iterator<Item = &'a Value>) -> Result<i128, Fail> {
    let mut total = 0i128;
    for value in values {
        total = total.checked_add(parts(value)?.0).ok_or(Fail::Overflow)?;
    }
    Ok(total)
}

/// Floats are the one case that shares the running total: a plain sum would differ in the last digit with the order.
pub(super) fn float_total<'a>(values: impl Iterator<Item = &'a Value>) -> Result<f64, Fail> {
    let mut total = FloatTotal::default();
    for value in values {
        match value {
            Value::Float(x) => total = total.plus(*x),
            _ => return Err(Fail::WrongType),
        }
        if !total.sum.is_finite() {
            return Err(Fail::Overflow);
        }
    }
    Ok(total.sum)
}
