//! `any`.

use super::{one, present};
use crate::Fail;
use crate::catalogue::{AggregateDefinition, Row, SignatureError, Type, Value};

pub(super) const ANY: AggregateDefinition = AggregateDefinition {
    name: "any",
    signature: "any(condition: bool) -> bool",
    check,
    doc: "Whether the condition held in at least one row. Rows whose condition is `none` are passed over. Of no rows it is `false`.",
    examples: &[
        ("any(x) of false, true, false", "true"),
        ("any(x) of false, none", "false"),
        ("any(x) of none", "false"),
    ],
    compute,
    rust: "Any",
    typed: false,
};

fn check(arguments: &[Type]) -> Result<Type, SignatureError> {
    match one(arguments)?.required() {
        Type::Bool | Type::Error => Ok(Type::Bool),
        _ => Err(SignatureError::Argument(0, "a condition")),
    }
}

fn compute(rows: &[Row], _: &Type) -> Result<Value, Fail> {
    Ok(Value::Bool(present(rows).any(|(_, condition)| *condition == Value::Bool(true))))
}
