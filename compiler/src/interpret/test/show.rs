//! Values as they are written in the language.

use crate::model::Value;
use riparian_functions::decimal::write_digits;
use riparian_functions::time::{Date, Duration, Timestamp};

/// The value as a literal: `"t1"`, `300.0000`, `2026-03-02T17:01:00Z`, `none`.
pub fn show(value: &Value) -> String {
    match value {
        Value::None => "none".into(),
        Value::Bool(b) => b.to_string(),
        Value::Int(n) => n.to_string(),
        Value::BigInt(n) => n.to_string(),
        Value::Float(x) => format!("{x:?}"),
        Value::Decimal { mantissa, scale } => {
            let mut text = String::new();
            write_digits(*mantissa, *scale, &mut text);
            text
        }
        Value::String(text) => format!("{text:?}"),
        Value::Json(text) | Value::Enum(text) => text.to_string(),
        Value::Timestamp(t) => Timestamp(*t).to_string(),
        Value::Date(d) => Date(*d).to_string(),
        Value::Duration(d) => Duration(*d).to_string(),
        Value::Record(fields) => format!("{{ {} }}", list(fields)),
        Value::List(elements) => format!("[{}]", list(elements)),
    }
}

fn list(values: &[Value]) -> String {
    values.iter().map(show).collect::<Vec<_>>().join(", ")
}
