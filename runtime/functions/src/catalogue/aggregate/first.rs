//! `first`.

use super::{one, present};
use crate::Fail;
use crate::catalogue::{AggregateDefinition, Row, SignatureError, Type, Value};

pub(super) const FIRST: AggregateDefinition = AggregateDefinition {
    name: "first",
    signature: "first(x: T) -> T",
    check,
    doc: "The value of the row with the earliest event time; of rows with equal times the one with the earliest offset. Rows whose \
          value is `none` are passed over. Of no rows it is `none`.",
    examples: &[("first(x) of 3, 1, 2", "3"), ("first(x) of none", "none")],
    compute,
    rust: "First",
    typed: false,
};

fn check(arguments: &[Type]) -> Result<Type, SignatureError> {
    one(arguments).map(|ty| ty.required().clone())
}

/// Of rows with the same place the one that came first counts.
fn compute(rows: &[Row], _: &Type) -> Result<Value, Fail> {
    Ok(present(rows).min_by_key(|(at, _)| *at).map_or(Value::None, |(_, value)| value.clone()))
}
