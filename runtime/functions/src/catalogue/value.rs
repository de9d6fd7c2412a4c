//! The values of the reference interpreter and of literals in the plan.

use std::cmp::Ordering;
use std::sync::Arc;

/// A value of the language, self-describing, for the interpreter, literals and tests.
#[derive(Clone, Debug)]
pub enum Value {
    None,
    Bool(bool),
    Int(i64),
    BigInt(i128),
    Float(f64),
    /// Also money: `mantissa / 10^scale`.
    Decimal {
        mantissa: i128,
        scale: u8,
    },
    String(Arc<str>),
    /// The text of a JSON value.
    Json(Arc<str>),
    /// Microseconds since the epoch, UTC.
    Timestamp(i64),
    /// Days since 1970-01-01.
    Date(i32),
    /// Microseconds.
    Duration(i64),
    /// The name of the variant; for an open enum perhaps one that is not declared.
    Enum(Arc<str>),
    /// The fields in the order of the declaration.
    Record(Arc<[Value]>),
    List(Arc<[Value]>),
}

impl Value {
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    fn rank(&self) -> u8 {
        match self {
            Value::None => 0,
            Value::Bool(_) => 1,
            Value::Int(_) => 2,
            Value::BigInt(_) => 3,
            Value::Float(_) => 4,
            Value::Decimal { .. } => 5,
            Value::String(_) => 6,
            Value::Json(_) => 7,
            Value::Timestamp(_) => 8,
            Value::Date(_) => 9,
            Value::Duration(_) => 10,
            Value::Enum(_) => 11,
            Value::Record(_) => 12,
            Value::List(_) => 13,
        }
    }
}

/// A total order within one type (floats by their total order, decimals by value), so that values can be keys.
impl Ord for Value {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
            (Value::Int(a), Value::Int(b)) => a.cmp(b),
            (Value::BigInt(a), Value::BigInt(b)) => a.cmp(b),
            (Value::Float(a), Value::Float(b)) => a.total_cmp(b),
            (Value::Decimal { mantissa: a, scale: s }, Value::Decimal { mantissa: b, scale: t }) => {
                compare_scaled(*a, *s, *b, *t)
            }
            (Value::String(a), Value::String(b)) => a.cmp(b),
            (Value::Json(a), Value::Json(b)) => a.cmp(b),
            (Value::Timestamp(a), Value::Timestamp(b)) => a.cmp(b),
            (Value::Date(a), Value::Date(b)) => a.cmp(b),
            (Value::Duration(a), Value::Duration(b)) => a.cmp(b),
            (Value::Enum(a), Value::Enum(b)) => a.cmp(b),
            (Value::Record(a), Value::Record(b)) | (Value::List(a), Value::List(b)) => a.cmp(b),
            _ => self.rank().cmp(&other.rank()),
        }
    }
}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Value {}

/// Compares two decimals by value; a difference in scale that overflows decides by sign and magnitude.
fn compare_scaled(a: i128, s: u8, b: i128, t: u8) -> Ordering {
    let lift = |m: i128, by: u8| 10i128.checked_pow(u32::from(by)).and_then(|p| m.checked_mul(p));
    match s.cmp(&t) {
        Ordering::Equal => a.cmp(&b),
        Ordering::Less => {
            lift(a, t - s).map_or(if a < 0 { Ordering::Less } else { Ordering::Greater }, |a| a.cmp(&b))
        }
        Ordering::Greater => {
            lift(b, s - t).map_or(if b < 0 { Ordering::Greater } else { Ordering::Less }, |b| a.cmp(&b))
        }
    }
}
