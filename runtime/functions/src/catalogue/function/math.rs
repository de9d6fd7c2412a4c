//! Functions on numbers.

use super::unpack::{get, number};
use super::{Want, count, returns};
use crate::catalogue::arithmetic::exact;
use crate::catalogue::{Function, LabelBehaviour, SignatureError, Type, Value, evaluate};
use crate::decimal::{self, digits};
use crate::{Fail, math as plain};

pub(super) const ABS: Function = Function {
    name: "abs",
    signature: "abs(x) -> as x",
    parameters: &["x"],
    check: absolute,
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "A number, an amount of money or a duration without its sign.",
    examples: &[("abs(-3)", "3"), ("abs(-1.50)", "1.50")],
    eval: without_sign,
    rust: "math::abs",
    typed: false,
};

pub(super) const ASIN: Function = Function {
    name: "asin",
    signature: "asin(x: number) -> float",
    parameters: &["x"],
    check: |arguments| returns(arguments, &[Want::Number], Type::Float),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "The angle, in radians, whose sine is `x`. Fails with `out_of_range` beyond -1 to 1.",
    examples: &[("asin(0)", "0.0")],
    eval: |arguments| plain::asin(number(arguments, 0)?).map(Value::Float),
    rust: "math::asin",
    typed: false,
};

pub(super) const ATAN2: Function = Function {
    name: "atan2",
    signature: "atan2(y: number, x: number) -> float",
    parameters: &["y", "x"],
    check: |arguments| returns(arguments, &[Want::Number, Want::Number], Type::Float),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "The angle, in radians, of the point (`x`, `y`).",
    examples: &[("atan2(0, 1)", "0.0")],
    eval: |arguments| plain::atan2(number(arguments, 0)?, number(arguments, 1)?).map(Value::Float),
    rust: "math::atan2",
    typed: false,
};

pub(super) const COS: Function = Function {
    name: "cos",
    signature: "cos(x: number) -> float",
    parameters: &["x"],
    check: |arguments| returns(arguments, &[Want::Number], Type::Float),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "The cosine of an angle in radians.",
    examples: &[("cos(0)", "1.0")],
    eval: |arguments| plain::cos(number(arguments, 0)?).map(Value::Float),
    rust: "math::cos",
    typed: false,
};

pub(super) const DISTANCE_KM: Function = Function {
    name: "distance_km",
    signature: "distance_km(latitude1: number, longitude1: number, latitude2: number, longitude2: number) -> float",
    parameters: &["latitude1", "longitude1", "latitude2", "longitude2"],
    check: |arguments| {
        returns(arguments, &[Want::Number, Want::Number, Want::Number, Want::Number], Type::Float)
    },
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "Kilometres between two points given in degrees, along a great circle on a sphere of radius 6371 km (haversine).",
    examples: &[("distance_km(10, 20, 10, 20)", "0.0")],
    eval: |arguments| {
        plain::distance_km(
            number(arguments, 0)?,
            number(arguments, 1)?,
            number(arguments, 2)?,
            number(arguments, 3)?,
        )
        .map(Value::Float)
    },
    rust: "math::distance_km",
    typed: false,
};

pub(super) const DIV: Function = Function {
    name: "div",
    signature: "div(a: int, b: int) -> int, div(a: bigint, b: int) -> bigint",
    parameters: &["a", "b"],
    check: |arguments| match arguments.iter().map(Type::underlying).collect::<Vec<_>>()[..] {
        [Type::Int | Type::Error, Type::Int | Type::Error] => Ok(Type::Int),
        [Type::Int | Type::BigInt | Type::Error, Type::Int | Type::BigInt | Type::Error] => Ok(Type::BigInt),
        [Type::Int | Type::BigInt, _] => Err(SignatureError::Argument(1, "an int")),
        [_, _] => Err(SignatureError::Argument(0, "an int")),
        _ => Err(SignatureError::Count("2")),
    },
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "Whole-number division, towards zero. (`a / b` on ints is an exact decimal with six digits after the point.) \
          A wide int, such as a sum, gives a wide int.",
    examples: &[("div(7, 2)", "3"), ("div(-7, 2)", "-3")],
    eval: |arguments| match (get(arguments, 0)?, get(arguments, 1)?) {
        (Value::Int(a), Value::Int(b)) => plain::div(*a, *b).map(Value::Int),
        (Value::BigInt(a), Value::Int(b)) => plain::div(*a, *b).map(Value::BigInt),
        (Value::Int(a), Value::BigInt(b)) => plain::div(*a, *b).map(Value::BigInt),
        (Value::BigInt(a), Value::BigInt(b)) => plain::div(*a, *b).map(Value::BigInt),
        _ => Err(Fail::WrongType),
    },
    rust: "math::div",
    typed: true,
};

pub(super) const FLOAT: Function = Function {
    name: "float",
    signature: "float(x) -> float",
    parameters: &["x"],
    check: to_float,
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "The float nearest to an int or a decimal.",
    examples: &[("float(1.50)", "1.5"), ("float(2)", "2.0")],
    eval: |arguments| match get(arguments, 0)? {
        Value::Int(n) => Ok(Value::Float(decimal::to_float(*n))),
        Value::BigInt(n) => Ok(Value::Float(decimal::to_float(*n))),
        Value::Decimal { mantissa, scale } => Ok(Value::Float(decimal::digits_to_float(*mantissa, *scale))),
        _ => Err(Fail::WrongType),
    },
    rust: "decimal::to_float",
    typed: false,
};

pub(super) const GREATEST: Function = Function {
    name: "greatest",
    signature: "greatest(a: T, b: T) -> T",
    parameters: &["a", "b"],
    check: one_type,
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "The larger of two numbers, amounts or times of one type.",
    examples: &[("greatest(2, 3)", "3"), ("greatest(1.5, 1.2)", "1.5")],
    eval: |arguments| {
        let (a, b) = (get(arguments, 0)?, get(arguments, 1)?);
        Ok(if evaluate::compare(b, a).is_gt() { b.clone() } else { a.clone() })
    },
    rust: "math::greatest",
    typed: false,
};

pub(super) const LEAST: Function = Function {
    name: "least",
    signature: "least(a: T, b: T) -> T",
    parameters: &["a", "b"],
    check: one_type,
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "The smaller of two numbers, amounts or times of one type.",
    examples: &[("least(2, 3)", "2"), ("least(2026-03-02, 2026-03-01)", "2026-03-01")],
    eval: |arguments| {
        let (a, b) = (get(arguments, 0)?, get(arguments, 1)?);
        Ok(if evaluate::compare(b, a).is_lt() { b.clone() } else { a.clone() })
    },
    rust: "math::least",
    typed: false,
};

pub(super) const PI: Function = Function {
    name: "pi",
    signature: "pi() -> float",
    parameters: &[],
    check: |arguments| returns(arguments, &[], Type::Float),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "The circumference of a circle over its diameter.",
    examples: &[("pi() > 3", "true")],
    eval: |arguments| {
        let _: &[Value] = arguments;
        Ok(Value::Float(plain::pi()))
    },
    rust: "math::pi",
    typed: false,
};

pub(super) const RADIANS: Function = Function {
    name: "radians",
    signature: "radians(degrees: number) -> float",
    parameters: &["degrees"],
    check: |arguments| returns(arguments, &[Want::Number], Type::Float),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "Degrees as radians.",
    examples: &[("radians(0)", "0.0")],
    eval: |arguments| plain::radians(number(arguments, 0)?).map(Value::Float),
    rust: "math::radians",
    typed: false,
};

pub(super) const SIN: Function = Function {
    name: "sin",
    signature: "sin(x: number) -> float",
    parameters: &["x"],
    check: |arguments| returns(arguments, &[Want::Number], Type::Float),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "The sine of an angle in radians.",
    examples: &[("sin(0)", "0.0")],
    eval: |arguments| plain::sin(number(arguments, 0)?).map(Value::Float),
    rust: "math::sin",
    typed: false,
};

pub(super) const SQRT: Function = Function {
    name: "sqrt",
    signature: "sqrt(x: number) -> float",
    parameters: &["x"],
    check: |arguments| returns(arguments, &[Want::Number], Type::Float),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "The square root. Fails with `out_of_range` of a negative number.",
    examples: &[("sqrt(9)", "3.0")],
    eval: |arguments| plain::sqrt(number(arguments, 0)?).map(Value::Float),
    rust: "math::sqrt",
    typed: false,
};

fn absolute(arguments: &[Type]) -> Result<Type, SignatureError> {
    count(arguments, 1)?;
    match arguments.first().map(Type::underlying) {
        Some(
            ty @ (Type::Int
            | Type::BigInt
            | Type::Float
            | Type::Decimal { .. }
            | Type::Money(_)
            | Type::BigMoney(_)
            | Type::Duration
            | Type::Error),
        ) => Ok(ty.clone()),
        _ => Err(SignatureError::Argument(0, "a number, an amount of money or a duration")),
    }
}

fn without_sign(arguments: &[Value]) -> Result<Value, Fail> {
    match get(arguments, 0)? {
        Value::Int(n) => plain::abs(*n).map(Value::Int),
        Value::BigInt(n) => plain::abs(*n).map(Value::BigInt),
        Value::Float(x) => plain::abs(*x).map(Value::Float),
        Value::Duration(d) => plain::abs(crate::time::Duration(*d)).map(|d| Value::Duration(d.0)),
        Value::Decimal { mantissa, scale } => {
            let mantissa = mantissa.checked_abs().filter(|m| *m < digits::power(digits::MOST_DIGITS));
            mantissa.map(|mantissa| Value::Decimal { mantissa, scale: *scale }).ok_or(Fail::Overflow)
        }
        _ => Err(Fail::WrongType),
    }
}

fn to_float(arguments: &[Type]) -> Result<Type, SignatureError> {
    count(arguments, 1)?;
    match arguments.first().map(Type::underlying) {
        Some(ty) if exact(ty).is_some() || *ty == Type::Error => Ok(Type::Float),
        _ => Err(SignatureError::Argument(0, "an int or a decimal")),
    }
}

fn one_type(arguments: &[Type]) -> Result<Type, SignatureError> {
    count(arguments, 2)?;
    let (Some(a), Some(b)) = (arguments.first(), arguments.get(1)) else {
        return Err(SignatureError::Count("2"));
    };
    for (index, ty) in [a, b].into_iter().enumerate() {
        let fits = matches!(
            ty.underlying(),
            Type::Int
                | Type::BigInt
                | Type::Float
                | Type::Decimal { .. }
                | Type::Money(_)
                | Type::BigMoney(_)
                | Type::Timestamp
                | Type::Date
                | Type::Duration
                | Type::Error
        );
        if !fits {
            return Err(SignatureError::Argument(index, "a number, an amount of money or a time"));
        }
    }
    match (a, b) {
        (Type::Error, other) | (other, Type::Error) => Ok(other.clone()),
        (a, b) if a == b => Ok(a.clone()),
        _ => Err(SignatureError::Mismatch(0, 1, "two values of one type")),
    }
}
