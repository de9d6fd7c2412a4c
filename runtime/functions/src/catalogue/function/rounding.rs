//! Functions that bring a number to fewer digits after the point.

use super::count;
use super::unpack::{get, int};
use crate::catalogue::arithmetic::exact;
use crate::catalogue::{Function, LabelBehaviour, SignatureError, Type, Value};
use crate::decimal::digits::{self, MOST_DIGITS};
use crate::{Fail, math as plain};

pub(super) const CEIL: Function = Function {
    name: "ceil",
    signature: "ceil(x: float) -> float, ceil(x: decimal(p, s)) -> decimal(p - s + 1, 0)",
    parameters: &["x"],
    check: whole,
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "The smallest whole number that is not below `x`.",
    examples: &[("ceil(1.2) == 2", "true"), ("ceil(-1.2) == -1", "true")],
    eval: |arguments| {
        to_whole(arguments, plain::ceil, |mantissa, unit| {
            Ok(mantissa.div_euclid(unit) + i128::from(mantissa.rem_euclid(unit) != 0))
        })
    },
    rust: "math::ceil",
    typed: true,
};

pub(super) const FLOOR: Function = Function {
    name: "floor",
    signature: "floor(x: float) -> float, floor(x: decimal(p, s)) -> decimal(p - s + 1, 0)",
    parameters: &["x"],
    check: whole,
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "The largest whole number that is not above `x`.",
    examples: &[("floor(1.8) == 1", "true"), ("floor(-1.2) == -2", "true")],
    eval: |arguments| to_whole(arguments, plain::floor, |mantissa, unit| Ok(mantissa.div_euclid(unit))),
    rust: "math::floor",
    typed: true,
};

pub(super) const INT: Function = Function {
    name: "int",
    signature: "int(x) -> int",
    parameters: &["x"],
    check: cut,
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "The whole part of a decimal, float or wide int, towards zero. Fails with `out_of_range` if it does not fit 64 bits.",
    examples: &[("int(2.9)", "2"), ("int(-2.9)", "-2")],
    eval: |arguments| match get(arguments, 0)? {
        Value::Int(n) => Ok(Value::Int(*n)),
        Value::BigInt(n) => plain::int(*n).map(Value::Int),
        Value::Float(x) => plain::int(*x).map(Value::Int),
        Value::Decimal { mantissa, scale } => {
            i64::try_from(mantissa / digits::power(*scale)).map(Value::Int).map_err(|_| Fail::OutOfRange)
        }
        _ => Err(Fail::WrongType),
    },
    rust: "math::int",
    typed: false,
};

pub(super) const ROUND: Function = Function {
    name: "round",
    signature: "round(x: float) -> float, round(x: decimal(p, s)) -> decimal(p - s + 1, 0)",
    parameters: &["x"],
    check: whole,
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "The nearest whole number, a tie to the even one. Money is rounded with `round_minor`, to what its currency can be paid in.",
    examples: &[("round(2.5) == 2", "true"), ("round(3.5) == 4", "true"), ("round(-0.6) == -1", "true")],
    eval: |arguments| to_whole(arguments, plain::round, digits::divide_half_even),
    rust: "math::round",
    typed: true,
};

pub(super) const ROUND_TO: Function = Function {
    name: "round_to",
    signature: "round_to(x: decimal(p, s), digits: int) -> decimal(p + 1, s)",
    parameters: &["x", "digits"],
    check: to_digits,
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "Rounds half-even at so many digits after the point; the scale stays. Fails with `out_of_range` if `digits` is negative.",
    examples: &[("round_to(1.005, 2)", "1.000"), ("round_to(1.015, 2)", "1.020")],
    eval: |arguments| {
        let keep = int(arguments, 1)?;
        if keep < 0 {
            return Err(Fail::OutOfRange);
        }
        match get(arguments, 0)? {
            Value::Decimal { mantissa, scale } => {
                let mantissa = digits::round_to(*mantissa, *scale, u8::try_from(keep).unwrap_or(u8::MAX))?;
                bounded(mantissa, *scale)
            }
            _ => Err(Fail::WrongType),
        }
    },
    rust: "decimal::round_to",
    typed: true,
};

/// `round_minor` is named where `round` meets money, since the currency decides the digits.
const NUMBER: &str =
    "an int, a decimal or a float; an amount of money is rounded with `round_minor(m, currency)`";

fn whole(arguments: &[Type]) -> Result<Type, SignatureError> {
    count(arguments, 1)?;
    match arguments.first().map(Type::underlying) {
        Some(Type::Decimal { precision, scale }) => Ok(Type::Decimal {
            precision: precision.saturating_sub(*scale).saturating_add(1).min(MOST_DIGITS),
            scale: 0,
        }),
        Some(ty @ (Type::Int | Type::BigInt | Type::Float | Type::Error)) => Ok(ty.clone()),
        _ => Err(SignatureError::Argument(0, NUMBER)),
    }
}

fn to_digits(arguments: &[Type]) -> Result<Type, SignatureError> {
    count(arguments, 2)?;
    match arguments.get(1).map(Type::underlying) {
        Some(Type::Int | Type::Error) => {}
        _ => return Err(SignatureError::Argument(1, "an int")),
    }
    match arguments.first().map(Type::underlying) {
        Some(Type::Decimal { precision, scale }) => {
            Ok(Type::Decimal { precision: precision.saturating_add(1).min(MOST_DIGITS), scale: *scale })
        }
        Some(Type::Error) => Ok(Type::Error),
        _ => Err(SignatureError::Argument(0, "a decimal")),
    }
}

fn cut(arguments: &[Type]) -> Result<Type, SignatureError> {
    count(arguments, 1)?;
    match arguments.first().map(Type::underlying) {
        Some(ty) if exact(ty).is_some() || matches!(ty, Type::Float | Type::Error) => Ok(Type::Int),
        _ => Err(SignatureError::Argument(0, "a number")),
    }
}

fn to_whole(
    arguments: &[Value],
    float: fn(f64) -> Result<f64, Fail>,
    exact: fn(i128, i128) -> Result<i128, Fail>,
) -> Result<Value, Fail> {
    match get(arguments, 0)? {
        value @ (Value::Int(_) | Value::BigInt(_)) => Ok(value.clone()),
        Value::Float(x) => float(*x).map(Value::Float),
        Value::Decimal { mantissa, scale } => bounded(exact(*mantissa, digits::power(*scale))?, 0),
        _ => Err(Fail::WrongType),
    }
}

fn bounded(mantissa: i128, scale: u8) -> Result<Value, Fail> {
    if mantissa.unsigned_abs() < digits::power(MOST_DIGITS).unsigned_abs() {
        Ok(Value::Decimal { mantissa, scale })
    } else {
        Err(Fail::Overflow)
    }
}
