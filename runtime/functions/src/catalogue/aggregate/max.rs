//! `max`.

use super::{one, present};
use crate::Fail;
use crate::catalogue::comparison::is_ordered;
use crate::catalogue::{AggregateDefinition, Row, SignatureError, Type, Value, evaluate};

pub(super) const MAX: AggregateDefinition = AggregateDefinition {
    name: "max",
    signature: "max(x: T) -> T",
    check,
    doc: "The largest value: of numbers, money in one currency, text (by Unicode code points), times. Of no rows it is `none`.",
    examples: &[
        ("max(x) of 3, none, 1, 2", "3"),
        ("max(x) of \"b\", \"a\"", r#""b""#),
        ("max(x) of none", "none"),
    ],
    compute,
    rust: "Max",
    typed: false,
};

fn check(arguments: &[Type]) -> Result<Type, SignatureError> {
    let ty = one(arguments)?.required();
    if is_ordered(ty) {
        Ok(ty.clone())
    } else {
        Err(SignatureError::Argument(0, "a value with an order: a number, money, text or a time"))
    }
}

fn compute(rows: &[Row], _: &Type) -> Result<Value, Fail> {
    let found = present(rows)
        .map(|(_, value)| value)
        .reduce(|held, value| if evaluate::compare(value, held).is_gt() { value } else { held });
    Ok(found.cloned().unwrap_or(Value::None))
}
