//! Expressions over a row (spec: functions.fail, errors.value): a column that could not be decoded fails here, where it is first read.
//!
//! Arithmetic, conversions and functions are those of `riparian_functions`; what is evaluated at all is decided here.

use super::row::Row;
use crate::model::Value;
use crate::plan::{ColumnRef, Expr, ExprKind, NamedExpr, Operation};
use riparian_functions::Fail;
use riparian_functions::catalogue::arithmetic::Operator;
use riparian_functions::catalogue::{conversion, evaluate as operate};
use riparian_functions::hash;
use std::cmp::Ordering;

/// The value of an expression, or why the row is bad.
pub fn evaluate(expr: &Expr, row: &Row) -> Result<Value, Fail> {
    match &expr.kind {
        ExprKind::Literal(value) => Ok(value.clone()),
        ExprKind::Column(column) => read(column, row),
        ExprKind::Not(operand) => Ok(match evaluate(operand, row)? {
            Value::Bool(holds) => Value::Bool(!holds),
            other => other,
        }),
        ExprKind::Negate(operand) => operate::negate(&evaluate(operand, row)?, &expr.ty),
        ExprKind::Binary { operator, left, right } => binary(*operator, left, right, expr, row),
        ExprKind::Call { function, arguments, lifted } => {
            let arguments = evaluate_all(arguments, row)?;
            if *lifted && arguments.iter().any(Value::is_none) {
                return Ok(Value::None);
            }
            (function.eval)(&arguments)
        }
        ExprKind::ConvertPer { amount, rate } => {
            operate::convert_per(&evaluate(amount, row)?, &evaluate(rate, row)?)
        }
        ExprKind::ConvertTimes { amount, rate } => {
            operate::convert_times(&evaluate(amount, row)?, &evaluate(rate, row)?)
        }
        ExprKind::Token { value, vault } => Ok(match evaluate(value, row)? {
            Value::None => Value::None,
            value => token(&value, vault),
        }),
        ExprKind::If { condition, then, otherwise } => {
            evaluate(if holds(condition, row)? { then } else { otherwise }, row)
        }
        ExprKind::Match { subject, arms, otherwise } => {
            let subject = evaluate(subject, row)?;
            let arm = arms.iter().find(|(patterns, _)| patterns.iter().any(|p| equal(p, &subject)));
            match (arm, otherwise) {
                (Some((_, result)), _) => evaluate(result, row),
                (None, Some(otherwise)) => evaluate(otherwise, row),
                // [types.enum.open]: a value outside the arms of a complete match is one that the reader does not know.
                (None, None) => Err(Fail::UnknownVariant),
            }
        }
        ExprKind::IsNone(operand) => Ok(Value::Bool(evaluate(operand, row)?.is_none())),
        ExprKind::IsEmpty(operand) => Ok(match evaluate(operand, row)? {
            Value::String(text) => Value::Bool(text.is_empty()),
            Value::List(elements) => Value::Bool(elements.is_empty()),
            other => other,
        }),
        ExprKind::In { value, list } => {
            let value = evaluate(value, row)?;
            for element in list {
                if equal(&evaluate(element, row)?, &value) {
                    return Ok(Value::Bool(true));
                }
            }
            Ok(Value::Bool(false))
        }
        ExprKind::Convert(operand) => match evaluate(operand, row)? {
            // Only a key is narrowed so, and this one is absent (spec: errors.key).
            Value::None if !expr.ty.underlying().is_optional() => Err(Fail::NullKey),
            value => conversion::cast(&value, &operand.ty, &expr.ty),
        },
        ExprKind::Present(operand) => match evaluate(operand, row)? {
            Value::None => Err(Fail::MissingField),
            value => Ok(value),
        },
        // [functions.fail]: the one way in which a failure becomes `none`.
        ExprKind::Try(operand) => Ok(evaluate(operand, row).unwrap_or(Value::None)),
        ExprKind::Record(fields) => Ok(Value::Record(evaluate_all(fields, row)?.into())),
        ExprKind::List(elements) => Ok(Value::List(evaluate_all(elements, row)?.into())),
        ExprKind::Index { base, index } => match (evaluate(base, row)?, evaluate(index, row)?) {
            (Value::List(elements), Value::Int(index)) => usize::try_from(index)
                .ok()
                .and_then(|index| elements.get(index).cloned())
                .ok_or(Fail::IndexOutOfRange),
            _ => Ok(Value::None),
        },
        // A plan with errors is not run; a value must still not come out of nothing.
        ExprKind::Error => Err(Fail::WrongType),
    }
}

/// The values in order; the first failure decides.
pub(crate) fn evaluate_all(expressions: &[Expr], row: &Row) -> Result<Vec<Value>, Fail> {
    expressions.iter().map(|e| evaluate(e, row)).collect()
}

/// The columns of a key. [errors.key]: a part that is `none` makes the key null.
pub(crate) fn evaluate_key(key: &[NamedExpr], row: &Row) -> Result<Vec<Value>, Fail> {
    key.iter()
        .map(|part| match evaluate(&part.value, row)? {
            Value::None => Err(Fail::NullKey),
            value => Ok(value),
        })
        .collect()
}

/// Whether a condition is true; `none` is not.
pub(crate) fn holds(condition: &Expr, row: &Row) -> Result<bool, Fail> {
    Ok(matches!(evaluate(condition, row)?, Value::Bool(true)))
}

/// A column, then fields of nested records. An absent binding or record reads as `none`.
fn read(column: &ColumnRef, row: &Row) -> Result<Value, Fail> {
    let Some(Some(binding)) = row.bindings.get(column.binding) else { return Ok(Value::None) };
    let mut value = binding.get(column.column).cloned().unwrap_or(Ok(Value::None))?;
    for field in &column.path {
        value = match value {
            Value::Record(fields) => fields.get(*field).cloned().unwrap_or(Value::None),
            _ => return Ok(Value::None),
        };
    }
    Ok(value)
}

fn binary(operator: Operation, left: &Expr, right: &Expr, expr: &Expr, row: &Row) -> Result<Value, Fail> {
    let first = evaluate(left, row)?;
    // The right side is evaluated only when it is needed.
    match (operator, &first) {
        (Operation::And, Value::Bool(true)) | (Operation::Or, Value::Bool(false)) => {
            return evaluate(right, row);
        }
        (Operation::And | Operation::Or, _) => return Ok(first),
        (Operation::Coalesce, Value::None) => return evaluate(right, row),
        (Operation::Coalesce, _) => return Ok(first),
        _ => {}
    }
    let second = evaluate(right, row)?;
    let arithmetic = |operator| operate::binary(operator, &first, &second, &expr.ty);
    match operator {
        Operation::Add => arithmetic(Operator::Add),
        Operation::Subtract => arithmetic(Operator::Subtract),
        Operation::Multiply => arithmetic(Operator::Multiply),
        Operation::Divide => arithmetic(Operator::Divide),
        Operation::Remainder => arithmetic(Operator::Remainder),
        Operation::Equal => Ok(Value::Bool(equal(&first, &second))),
        Operation::NotEqual => Ok(Value::Bool(!equal(&first, &second))),
        Operation::Less => Ok(ordered(&first, &second, Ordering::is_lt)),
        Operation::LessOrEqual => Ok(ordered(&first, &second, Ordering::is_le)),
        Operation::Greater => Ok(ordered(&first, &second, Ordering::is_gt)),
        Operation::GreaterOrEqual => Ok(ordered(&first, &second, Ordering::is_ge)),
        Operation::And | Operation::Or | Operation::Coalesce => Ok(first),
    }
}

/// `none` equals `none` and nothing else; numbers are equal by value.
fn equal(left: &Value, right: &Value) -> bool {
    match (left.is_none(), right.is_none()) {
        (false, false) => operate::compare(left, right).is_eq(),
        (left, right) => left == right,
    }
}

fn ordered(left: &Value, right: &Value, wanted: fn(Ordering) -> bool) -> Value {
    if left.is_none() || right.is_none() {
        return Value::None;
    }
    Value::Bool(wanted(operate::compare(left, right)))
}

/// The interpreter has no vault: a pseudonym that is equal exactly where the values are, and shows whose it is.
fn token(value: &Value, vault: &str) -> Value {
    let text = match value {
        Value::String(text) | Value::Enum(text) | Value::Json(text) => text.to_string(),
        Value::Int(n) => n.to_string(),
        other => format!("{other:?}"),
    };
    Value::String(hash::token(&hash::TokenKey::stand_in(), vault, &text).into())
}
