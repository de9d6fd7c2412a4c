//! `count`.

use crate::Fail;
use crate::catalogue::{AggregateDefinition, Row, SignatureError, Type, Value};

pub(super) const COUNT: AggregateDefinition = AggregateDefinition {
    name: "count",
    signature: "count() -> int, count(x) -> int",
    check,
    doc: "How many rows the group has; with an argument, how many whose argument is not `none`. Of no rows it is 0.",
    examples: &[("count() of 3, 1, 2", "3"), ("count() of none, 1", "2"), ("count(x) of none, 1", "1")],
    compute,
    rust: "Count",
    typed: false,
};

fn check(arguments: &[Type]) -> Result<Type, SignatureError> {
    if arguments.len() > 1 { Err(SignatureError::Count("0 or 1")) } else { Ok(Type::Int) }
}

fn compute(rows: &[Row], _: &Type) -> Result<Value, Fail> {
    let counted = rows.iter().filter(|(_, arguments)| arguments.first().is_none_or(|x| !x.is_none())).count();
    i64::try_from(counted).map(Value::Int).map_err(|_| Fail::Overflow)
}
