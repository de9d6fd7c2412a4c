//! `avg`.

use super::sum::{exact_total, float_total};
use super::{one, present};
use crate::catalogue::arithmetic::{INT_DIGITS, QUOTIENT_DIGITS};
use crate::catalogue::conversion::parts;
use crate::catalogue::{AggregateDefinition, Row, SignatureError, Type, Value};
use crate::decimal::digits::{self, MOST_DIGITS};
use crate::{Fail, float};

pub(super) const AVG: AggregateDefinition = AggregateDefinition {
    name: "avg",
    signature: "avg(x: int) -> decimal(25, 6), avg(x: decimal(p, s)) -> decimal(p + 6, s + 6), avg(x: money(c)) -> money(c), avg(x: float) -> float",
    check,
    doc: "The mean, rounded half-even: of ints and decimals with six digits more after the point than they have, of money to \
          its four digits, of floats as a float. Of no rows it is `none`.",
    examples: &[
        ("avg(x) of 1, 2", "1.500000"),
        ("avg(x) of 1, none, 1, 0", "0.666667"),
        ("avg(x) of 0.10, 0.20", "0.15000000"),
        ("avg(x) of money(0.01, EUR), money(0.00, EUR), money(0.00, EUR)", "money(0.0033, EUR)"),
        ("avg(x) of none", "none"),
    ],
    compute,
    rust: "Avg",
    typed: true,
};

fn check(arguments: &[Type]) -> Result<Type, SignatureError> {
    let more = |precision: u8, scale: u8| Type::Decimal {
        precision: precision.saturating_add(QUOTIENT_DIGITS).min(MOST_DIGITS),
        scale: scale.saturating_add(QUOTIENT_DIGITS).min(MOST_DIGITS),
    };
    Ok(match one(arguments)?.required().underlying() {
        Type::Int => more(INT_DIGITS, 0),
        Type::BigInt => more(MOST_DIGITS, 0),
        Type::Decimal { precision, scale } => more(*precision, *scale),
        ty @ (Type::Float | Type::Error | Type::Money(_) | Type::BigMoney(_)) => ty.clone(),
        _ => return Err(SignatureError::Argument(0, "a number or an amount of money")),
    })
}

fn compute(rows: &[Row], result: &Type) -> Result<Value, Fail> {
    let count = present(rows).count() as i64;
    let Some((_, first)) = present(rows).next() else {
        return Ok(Value::None);
    };
    let values = present(rows).map(|(_, value)| value);
    if matches!(first, Value::Float(_)) {
        return float::divide(float_total(values)?, count).map(Value::Float);
    }
    let (precision, scale) = match result.required() {
        Type::Decimal { precision, scale } => (*precision, *scale),
        Type::Money(_) => (18, Type::MONEY_SCALE),
        Type::BigMoney(_) => (MOST_DIGITS, Type::MONEY_SCALE),
        _ => return Err(Fail::WrongType),
    };
    let (_, of) = parts(first)?;
    let mantissa = digits::divide(exact_total(values)?, of, i128::from(count), 0, scale)?;
    if mantissa.unsigned_abs() >= digits::power(precision).unsigned_abs() {
        return Err(Fail::Overflow);
    }
    Ok(Value::Decimal { mantissa, scale })
}
