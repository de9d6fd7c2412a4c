//! `last`.

use super::{one, present};
use crate::Fail;
use crate::catalogue::{AggregateDefinition, Row, SignatureError, Type, Value};

pub(super) const LAST: AggregateDefinition = AggregateDefinition {
    name: "last",
    signature: "last(x: T) -> T",
    check,
    doc: "The value of the row with the latest event time; of rows with equal times the one with the latest offset. Rows whose \
          value is `none` are passed over. Of no rows it is `none`.",
    examples: &[("last(x) of 3, 1, 2", "2"), ("last(x) of none", "none")],
    compute,
    rust: "Last",
    typed: false,
};

fn check(arguments: &[Type]) -> Result<Type, SignatureError> {
    one(arguments).map(|ty| ty.required().clone())
}

/// Of rows with the same place the one that came last counts.
fn compute(rows: &[Row], _: &Type) -> Result<Value, Fail> {
    Ok(present(rows).max_by_key(|(at, _)| *at).map_or(Value::None, |(_, value)| value.clone()))
}
