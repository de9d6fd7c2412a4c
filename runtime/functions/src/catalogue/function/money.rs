//! Functions on amounts of money. `convert` is an operator of its own, since its result names a currency.

use super::count;
use super::unpack::{get, text};
use crate::catalogue::{Function, LabelBehaviour, SignatureError, Type, Value};
use crate::decimal::digits;
use crate::{Fail, money as plain};

pub(super) const ROUND_MINOR: Function = Function {
    name: "round_minor",
    signature: "round_minor(amount: money(c), currency: string) -> money(c)",
    parameters: &["amount", "currency"],
    check,
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "Rounds half-even to the minor units of the currency (ISO 4217): cents of EUR, whole JPY. `currency` is the amount's own currency column or code. Fails with `unknown_variant` for a code without minor units.",
    examples: &[
        ("round_minor(money(12.345, EUR), \"EUR\")", "money(12.34, EUR)"),
        ("round_minor(money(12.50, JPY), \"JPY\")", "money(12, JPY)"),
    ],
    eval,
    rust: "money::round_minor",
    typed: false,
};

/// The currency may be a string or an enum's value.
fn check(arguments: &[Type]) -> Result<Type, SignatureError> {
    count(arguments, 2)?;
    match arguments.get(1).map(Type::underlying) {
        Some(Type::String | Type::Enum(_) | Type::Error) => {}
        _ => return Err(SignatureError::Argument(1, "the amount's currency")),
    }
    match arguments.first().map(Type::underlying) {
        Some(ty @ (Type::Money(_) | Type::BigMoney(_) | Type::Error)) => Ok(ty.clone()),
        _ => Err(SignatureError::Argument(0, "an amount of money")),
    }
}

fn eval(arguments: &[Value]) -> Result<Value, Fail> {
    let keep = plain::minor_digits(text(arguments, 1)?).ok_or(Fail::UnknownVariant)?;
    match get(arguments, 0)? {
        Value::Decimal { mantissa, scale } => digits::round_to(*mantissa, *scale, keep)
            .map(|mantissa| Value::Decimal { mantissa, scale: *scale }),
        _ => Err(Fail::WrongType),
    }
}
