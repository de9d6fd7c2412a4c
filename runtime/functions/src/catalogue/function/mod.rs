//! The scalar functions as the checker, the interpreter and the reference pages see them, one family per file.
//!
//! `eval` calls the same plain function that generated code does; only the unpacking of values is its own.

mod json;
mod math;
mod money;
mod rounding;
mod text;
mod time;
mod unpack;

#[cfg(test)]
mod examples;

use super::{Function, SignatureError, Type};

/// All functions, sorted by name.
pub static FUNCTIONS: &[Function] = &[
    math::ABS,
    math::ASIN,
    math::ATAN2,
    rounding::CEIL,
    text::CONTAINS,
    math::COS,
    time::DAY,
    math::DISTANCE_KM,
    math::DIV,
    text::ENDS_WITH,
    time::EPOCH_MS,
    time::EPOCH_US,
    math::FLOAT,
    rounding::FLOOR,
    time::FORMAT_TIME,
    math::GREATEST,
    time::HOUR,
    rounding::INT,
    json::JSON_BOOL,
    json::JSON_FIELD,
    json::JSON_FLOAT,
    json::JSON_INT,
    json::JSON_TEXT,
    math::LEAST,
    text::LENGTH,
    text::LOWER,
    text::MASK,
    time::MILLIS,
    time::MINUTE,
    time::MINUTES_BETWEEN,
    time::MONTH,
    text::OCCURRENCES,
    time::PARSE_DATE,
    text::PARSE_DECIMAL,
    text::PARSE_FLOAT,
    text::PARSE_INT,
    json::PARSE_JSON,
    time::PARSE_TIME,
    time::PARSE_TIMESTAMP,
    math::PI,
    math::RADIANS,
    text::REPLACE,
    rounding::ROUND,
    money::ROUND_MINOR,
    rounding::ROUND_TO,
    time::SECOND,
    time::SECONDS,
    math::SIN,
    text::SPLIT_PART,
    math::SQRT,
    text::STARTS_WITH,
    text::SUBSTRING,
    text::TEXT,
    time::TIMESTAMP_MS,
    time::TIMESTAMP_US,
    text::TRIM,
    text::UPPER,
    time::YEAR,
];

/// The function of this name.
pub fn function(name: &str) -> Option<&'static Function> {
    FUNCTIONS.binary_search_by_key(&name, |function| function.name).ok().and_then(|at| FUNCTIONS.get(at))
}

/// What a parameter takes.
#[derive(Clone, Copy)]
enum Want {
    Text,
    Json,
    Int,
    /// An int or a float, computed with as a float.
    Number,
    Timestamp,
    Duration,
}

impl Want {
    fn takes(self, ty: &Type) -> bool {
        match (self, ty) {
            (_, Type::Error) => true,
            (Want::Text, ty) => *ty == Type::String,
            (Want::Json, ty) => *ty == Type::Json,
            (Want::Int, ty) => *ty == Type::Int,
            (Want::Number, ty) => matches!(ty, Type::Int | Type::BigInt | Type::Float),
            (Want::Timestamp, ty) => *ty == Type::Timestamp,
            (Want::Duration, ty) => *ty == Type::Duration,
        }
    }

    fn text(self) -> &'static str {
        match self {
            Want::Text => "a string",
            Want::Json => "a JSON value",
            Want::Int => "an int",
            Want::Number => "an int or a float; for a decimal write `float(…)` around it",
            Want::Timestamp => "a timestamp",
            Want::Duration => "a duration",
        }
    }
}

/// The result type if the arguments are what is wanted, ids counting as what they wrap.
fn returns(arguments: &[Type], wants: &[Want], result: Type) -> Result<Type, SignatureError> {
    count(arguments, wants.len())?;
    for (index, (argument, want)) in arguments.iter().zip(wants).enumerate() {
        if !want.takes(argument.underlying()) {
            return Err(SignatureError::Argument(index, want.text()));
        }
    }
    Ok(result)
}

fn count(arguments: &[Type], wanted: usize) -> Result<(), SignatureError> {
    if arguments.len() == wanted {
        return Ok(());
    }
    Err(SignatureError::Count(match wanted {
        0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        _ => "4",
    }))
}
