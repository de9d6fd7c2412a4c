//! Functions on text.

use super::unpack::{get, int, string, text};
use super::{Want, count, returns};
use crate::catalogue::{Function, LabelBehaviour, SignatureError, Type, Value};
use crate::decimal::{self, digits};
use crate::{Fail, text as plain, time};

pub(super) const CONTAINS: Function = Function {
    name: "contains",
    signature: "contains(text: string, part: string) -> bool",
    parameters: &["text", "part"],
    check: |arguments| returns(arguments, &[Want::Text, Want::Text], Type::Bool),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "Whether `part` occurs anywhere in the text, letter case included.",
    examples: &[("contains(\"drama\", \"ram\")", "true"), ("contains(\"drama\", \"RAM\")", "false")],
    eval: |arguments| Ok(Value::Bool(plain::contains(text(arguments, 0)?, text(arguments, 1)?))),
    rust: "text::contains",
    typed: false,
};

pub(super) const ENDS_WITH: Function = Function {
    name: "ends_with",
    signature: "ends_with(text: string, part: string) -> bool",
    parameters: &["text", "part"],
    check: |arguments| returns(arguments, &[Want::Text, Want::Text], Type::Bool),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "Whether the text ends with `part`.",
    examples: &[("ends_with(\"a.csv\", \".csv\")", "true")],
    eval: |arguments| Ok(Value::Bool(plain::ends_with(text(arguments, 0)?, text(arguments, 1)?))),
    rust: "text::ends_with",
    typed: false,
};

pub(super) const LENGTH: Function = Function {
    name: "length",
    signature: "length(text: string) -> int",
    parameters: &["text"],
    check: |arguments| returns(arguments, &[Want::Text], Type::Int),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "How many characters (Unicode scalar values) the text has.",
    examples: &[("length(\"añb\")", "3")],
    eval: |arguments| Ok(Value::Int(plain::length(text(arguments, 0)?))),
    rust: "text::length",
    typed: false,
};

pub(super) const LOWER: Function = Function {
    name: "lower",
    signature: "lower(text: string) -> string",
    parameters: &["text"],
    check: |arguments| returns(arguments, &[Want::Text], Type::String),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "All letters in lower case, by Unicode.",
    examples: &[("lower(\"AÑb\")", "\"añb\"")],
    eval: |arguments| Ok(string(plain::lower(text(arguments, 0)?))),
    rust: "text::lower",
    typed: false,
};

pub(super) const MASK: Function = Function {
    name: "mask",
    signature: "mask(text: string) -> string",
    parameters: &["text"],
    check: |arguments| returns(arguments, &[Want::Text], Type::String),
    may_fail: false,
    labels: LabelBehaviour::Declassifies("mask"),
    doc: "The shape of a text without its content: upper-case letters become `X`, other letters `x`, digits `n`, all else `-`. The number of characters stays. Takes the labels off that the organisation lets `mask` take off.",
    examples: &[("mask(\"Ann 4\")", "\"Xxx-n\"")],
    eval: |arguments| Ok(string(plain::mask(text(arguments, 0)?))),
    rust: "text::mask",
    typed: false,
};

pub(super) const OCCURRENCES: Function = Function {
    name: "occurrences",
    signature: "occurrences(text: string, part: string) -> int",
    parameters: &["text", "part"],
    check: |arguments| returns(arguments, &[Want::Text, Want::Text], Type::Int),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "How often `part` occurs in the text, without overlap; an empty part never does.",
    examples: &[("occurrences(\"abcabca\", \"a\")", "3"), ("occurrences(\"aaa\", \"aa\")", "1")],
    eval: |arguments| Ok(Value::Int(plain::occurrences(text(arguments, 0)?, text(arguments, 1)?))),
    rust: "text::occurrences",
    typed: false,
};

pub(super) const PARSE_DECIMAL: Function = Function {
    name: "parse_decimal",
    signature: "parse_decimal(text: string) -> decimal(38, 18)",
    parameters: &["text"],
    check: |arguments| {
        returns(
            arguments,
            &[Want::Text],
            Type::Decimal { precision: digits::MOST_DIGITS, scale: PARSED_SCALE },
        )
    },
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "An exact decimal, perhaps with an exponent. Fails with `failed_parse` if the text is no number, with `out_of_range` if it has more than 20 digits before or 18 after the point. Fits a narrower declared field if no digit is lost.",
    examples: &[("parse_decimal(\"12.50\") == 12.5", "true"), ("parse_decimal(\"1e3\") == 1000", "true")],
    eval: |arguments| {
        let mantissa = decimal::parse_digits(text(arguments, 0)?, PARSED_SCALE)?;
        if mantissa.unsigned_abs() >= digits::power(digits::MOST_DIGITS).unsigned_abs() {
            return Err(Fail::OutOfRange);
        }
        Ok(Value::Decimal { mantissa, scale: PARSED_SCALE })
    },
    rust: "text::parse_decimal",
    typed: true,
};

pub(super) const PARSE_FLOAT: Function = Function {
    name: "parse_float",
    signature: "parse_float(text: string) -> float",
    parameters: &["text"],
    check: |arguments| returns(arguments, &[Want::Text], Type::Float),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "The float nearest to a decimal number, perhaps with an exponent. Fails with `failed_parse` if the text is no number.",
    examples: &[("parse_float(\"1.5e3\")", "1500.0")],
    eval: |arguments| plain::parse_float(text(arguments, 0)?).map(Value::Float),
    rust: "text::parse_float",
    typed: false,
};

pub(super) const PARSE_INT: Function = Function {
    name: "parse_int",
    signature: "parse_int(text: string) -> int",
    parameters: &["text"],
    check: |arguments| returns(arguments, &[Want::Text], Type::Int),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "A whole number: digits, perhaps with `-` in front. Fails with `failed_parse` for any other form, with `out_of_range` if it does not fit 64 bits.",
    examples: &[("parse_int(\"-12\")", "-12")],
    eval: |arguments| plain::parse_int(text(arguments, 0)?).map(Value::Int),
    rust: "text::parse_int",
    typed: false,
};

pub(super) const REPLACE: Function = Function {
    name: "replace",
    signature: "replace(text: string, from: string, to: string) -> string",
    parameters: &["text", "from", "to"],
    check: |arguments| returns(arguments, &[Want::Text, Want::Text, Want::Text], Type::String),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "Every occurrence of `from` replaced by `to`; an empty `from` replaces nothing.",
    examples: &[("replace(\"a-b-c\", \"-\", \"\")", "\"abc\"")],
    eval: |arguments| {
        Ok(string(plain::replace(text(arguments, 0)?, text(arguments, 1)?, text(arguments, 2)?)))
    },
    rust: "text::replace",
    typed: false,
};

pub(super) const SPLIT_PART: Function = Function {
    name: "split_part",
    signature: "split_part(text: string, separator: string, index: int) -> string",
    parameters: &["text", "separator", "index"],
    check: |arguments| returns(arguments, &[Want::Text, Want::Text, Want::Int], Type::String),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "The part at `index`, counted from 0, of the text cut at every separator. Fails with `index_out_of_range` if there are fewer parts.",
    examples: &[
        ("split_part(\"Die Hard::1988\", \"::\", 1)", "\"1988\""),
        ("split_part(\"a/b\", \"/\", 0)", "\"a\""),
    ],
    eval: |arguments| {
        plain::split_part(text(arguments, 0)?, text(arguments, 1)?, int(arguments, 2)?).map(string)
    },
    rust: "text::split_part",
    typed: false,
};

pub(super) const STARTS_WITH: Function = Function {
    name: "starts_with",
    signature: "starts_with(text: string, part: string) -> bool",
    parameters: &["text", "part"],
    check: |arguments| returns(arguments, &[Want::Text, Want::Text], Type::Bool),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "Whether the text begins with `part`.",
    examples: &[("starts_with(\"https://a\", \"https:\")", "true")],
    eval: |arguments| Ok(Value::Bool(plain::starts_with(text(arguments, 0)?, text(arguments, 1)?))),
    rust: "text::starts_with",
    typed: false,
};

pub(super) const SUBSTRING: Function = Function {
    name: "substring",
    signature: "substring(text: string, start: int, length: int) -> string",
    parameters: &["text", "start", "length"],
    check: |arguments| returns(arguments, &[Want::Text, Want::Int, Want::Int], Type::String),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "`length` characters from position `start`, counted from 0; fewer if the text ends before. Fails with `index_out_of_range` if `start` is negative or behind the end, or `length` is negative.",
    examples: &[("substring(\"añbc\", 1, 2)", "\"ñb\""), ("substring(\"abc\", 2, 9)", "\"c\"")],
    eval: |arguments| {
        plain::substring(text(arguments, 0)?, int(arguments, 1)?, int(arguments, 2)?).map(string)
    },
    rust: "text::substring",
    typed: false,
};

pub(super) const TEXT: Function = Function {
    name: "text",
    signature: "text(x) -> string",
    parameters: &["x"],
    check: text_of,
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "A number, amount, date, instant, duration or bool as its canonical text: decimals and money with all their digits after the point, instants in ISO 8601, durations in the largest unit that divides them.",
    examples: &[
        ("text(42)", "\"42\""),
        ("text(1.50)", "\"1.50\""),
        ("text(2026-03-02T17:01:00Z)", "\"2026-03-02T17:01:00Z\""),
        ("text(90s)", "\"90s\""),
        ("text(true)", "\"true\""),
    ],
    eval: canonical,
    rust: "text::text",
    typed: false,
};

pub(super) const TRIM: Function = Function {
    name: "trim",
    signature: "trim(text: string) -> string",
    parameters: &["text"],
    check: |arguments| returns(arguments, &[Want::Text], Type::String),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "Without white space at both ends.",
    examples: &[("trim(\"  a b \")", "\"a b\"")],
    eval: |arguments| Ok(string(plain::trim(text(arguments, 0)?))),
    rust: "text::trim",
    typed: false,
};

pub(super) const UPPER: Function = Function {
    name: "upper",
    signature: "upper(text: string) -> string",
    parameters: &["text"],
    check: |arguments| returns(arguments, &[Want::Text], Type::String),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "All letters in upper case, by Unicode.",
    examples: &[("upper(\"añb\")", "\"AÑB\"")],
    eval: |arguments| Ok(string(plain::upper(text(arguments, 0)?))),
    rust: "text::upper",
    typed: false,
};

/// As many digits before the point as an int has, and nearly as many after it.
const PARSED_SCALE: u8 = 18;

fn text_of(arguments: &[Type]) -> Result<Type, SignatureError> {
    count(arguments, 1)?;
    match arguments.first().map(Type::underlying) {
        Some(
            Type::Bool
            | Type::Int
            | Type::BigInt
            | Type::Float
            | Type::Decimal { .. }
            | Type::Money(_)
            | Type::BigMoney(_)
            | Type::String
            | Type::Timestamp
            | Type::Date
            | Type::Duration
            | Type::Error,
        ) => Ok(Type::String),
        _ => Err(SignatureError::Argument(0, "a number, an amount of money, a text or a time")),
    }
}

fn canonical(arguments: &[Value]) -> Result<Value, Fail> {
    Ok(match get(arguments, 0)? {
        Value::Bool(x) => string(plain::text(x)),
        Value::Int(x) => string(plain::text(x)),
        Value::BigInt(x) => string(plain::text(x)),
        Value::Float(x) => string(plain::text(x)),
        Value::Decimal { mantissa, scale } => {
            let mut out = String::new();
            decimal::write_digits(*mantissa, *scale, &mut out);
            string(out)
        }
        Value::String(x) => Value::String(x.clone()),
        Value::Timestamp(x) => string(plain::text(time::Timestamp(*x))),
        Value::Date(x) => string(plain::text(time::Date(*x))),
        Value::Duration(x) => string(plain::text(time::Duration(*x))),
        _ => return Err(Fail::WrongType),
    })
}
