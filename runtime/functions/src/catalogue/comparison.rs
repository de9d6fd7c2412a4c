//! Which types can be compared, and by which code.

use super::arithmetic::exact;
use super::{SignatureError, Type};

/// How generated code compares two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// By Rust's own operators: both sides have the same Rust type.
    Native,
    /// `decimal::compare(a, b)`.
    Exact,
    /// `float::compare(a, b)`.
    Float,
}

/// Whether `==` and `!=` are defined, and how.
pub fn equality(left: &Type, right: &Type) -> Result<Comparison, SignatureError> {
    match (left, right) {
        (Type::Error, _) | (_, Type::Error) => Ok(Comparison::Native),
        (Type::Json, _) | (_, Type::Json) => {
            Err(SignatureError::Mismatch(0, 1, "a field of the JSON value, such as `json_text(j, \"name\")`"))
        }
        (Type::Optional(_) | Type::None, _) | (_, Type::Optional(_) | Type::None) => {
            equality(left.required(), right.required())
        }
        (Type::Nominal(a, _), Type::Nominal(b, _)) if a != b => {
            Err(SignatureError::Mismatch(0, 1, "two ids of the same type"))
        }
        (Type::Money(a) | Type::BigMoney(a), Type::Money(b) | Type::BigMoney(b)) if a != b => Err(
            SignatureError::Mismatch(0, 1, "two amounts in the same currency: `convert` one of them first"),
        ),
        (Type::Money(_), Type::BigMoney(_)) | (Type::BigMoney(_), Type::Money(_)) => Ok(Comparison::Exact),
        (a, b) if a == b => Ok(Comparison::Native),
        (Type::Float, Type::Int | Type::BigInt) | (Type::Int | Type::BigInt, Type::Float) => {
            Ok(Comparison::Float)
        }
        (a, b) if exact(a).is_some() && exact(b).is_some() => Ok(Comparison::Exact),
        (Type::Money(_) | Type::BigMoney(_), b) if exact(b).is_some() => {
            Err(SignatureError::Argument(1, "an amount in the same currency, such as `money(10.00, EUR)`"))
        }
        (a, Type::Money(_) | Type::BigMoney(_)) if exact(a).is_some() => {
            Err(SignatureError::Argument(0, "an amount in the same currency, such as `money(10.00, EUR)`"))
        }
        _ => Err(SignatureError::Mismatch(0, 1, "two values of the same type")),
    }
}

/// Whether `<`, `<=`, `>`, `>=` are defined, and how.
pub fn ordering(left: &Type, right: &Type) -> Result<Comparison, SignatureError> {
    let comparison = equality(left, right)?;
    for (at, ty) in [left, right].into_iter().enumerate() {
        if !is_ordered(ty.required()) {
            return Err(SignatureError::Argument(
                at,
                "a value with an order: a number, money, text or a time",
            ));
        }
    }
    Ok(comparison)
}

/// Whether values of the type have an order.
pub fn is_ordered(ty: &Type) -> bool {
    match ty.underlying() {
        Type::Int
        | Type::BigInt
        | Type::Float
        | Type::Decimal { .. }
        | Type::Money(_)
        | Type::BigMoney(_)
        | Type::String
        | Type::Timestamp
        | Type::Date
        | Type::Duration
        | Type::Error
        | Type::None => true,
        Type::Bool
        | Type::Json
        | Type::Enum(_)
        | Type::Record(_)
        | Type::Nominal(..)
        | Type::Optional(_)
        | Type::List(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{TypeId, Unit};

    #[test]
    fn ids_and_currencies_meet_only_themselves() {
        let id = |n| Type::Nominal(TypeId(n), Box::new(Type::Int));
        assert_eq!(ordering(&id(1), &id(1)), Ok(Comparison::Native));
        assert!(equality(&id(1), &id(2)).is_err());
        assert!(equality(&id(1), &Type::Int).is_err());
        let money = |c: &str| Type::Money(Unit::Constant(c.into()));
        assert!(equality(&money("EUR"), &money("USD")).is_err());
        assert!(equality(&money("EUR"), &Type::Int).is_err());
    }

    #[test]
    fn numbers_compare_by_value() {
        let decimal = |precision, scale| Type::Decimal { precision, scale };
        assert_eq!(ordering(&Type::Int, &decimal(5, 2)), Ok(Comparison::Exact));
        assert_eq!(ordering(&decimal(5, 2), &decimal(5, 2)), Ok(Comparison::Native));
        assert_eq!(ordering(&Type::Int, &Type::Float), Ok(Comparison::Float));
        assert!(ordering(&Type::Float, &decimal(5, 2)).is_err());
        assert!(ordering(&Type::Bool, &Type::Bool).is_err());
    }
}
