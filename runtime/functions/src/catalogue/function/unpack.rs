//! Values as the plain functions want them, and back. The checker has seen to the types; what still does not fit is
//! [`Fail::WrongType`], never a panic.

use std::sync::Arc;

use crate::Fail;
use crate::catalogue::Value;
use crate::time::{Duration, Timestamp};

pub(super) fn get(arguments: &[Value], index: usize) -> Result<&Value, Fail> {
    arguments.get(index).ok_or(Fail::WrongType)
}

pub(super) fn text(arguments: &[Value], index: usize) -> Result<&str, Fail> {
    match get(arguments, index)? {
        Value::String(text) | Value::Enum(text) => Ok(text),
        _ => Err(Fail::WrongType),
    }
}

pub(super) fn json(arguments: &[Value], index: usize) -> Result<&str, Fail> {
    match get(arguments, index)? {
        Value::Json(text) => Ok(text),
        _ => Err(Fail::WrongType),
    }
}

pub(super) fn int(arguments: &[Value], index: usize) -> Result<i64, Fail> {
    match get(arguments, index)? {
        Value::Int(n) => Ok(*n),
        _ => Err(Fail::WrongType),
    }
}

pub(super) fn number(arguments: &[Value], index: usize) -> Result<f64, Fail> {
    match get(arguments, index)? {
        Value::Int(n) => Ok(*n as f64),
        Value::BigInt(n) => Ok(*n as f64),
        Value::Float(x) => Ok(*x),
        _ => Err(Fail::WrongType),
    }
}

pub(super) fn timestamp(arguments: &[Value], index: usize) -> Result<Timestamp, Fail> {
    match get(arguments, index)? {
        Value::Timestamp(t) => Ok(Timestamp(*t)),
        _ => Err(Fail::WrongType),
    }
}

pub(super) fn duration(arguments: &[Value], index: usize) -> Result<Duration, Fail> {
    match get(arguments, index)? {
        Value::Duration(d) => Ok(Duration(*d)),
        _ => Err(Fail::WrongType),
    }
}

pub(super) fn string(text: impl AsRef<str>) -> Value {
    Value::String(Arc::from(text.as_ref()))
}

/// A value that may be absent.
pub(super) fn optional<T>(value: Option<T>, wrap: impl FnOnce(T) -> Value) -> Value {
    value.map_or(Value::None, wrap)
}
