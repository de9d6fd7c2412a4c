//! Functions on JSON values that have no schema.

use std::sync::Arc;

use super::unpack::{json, optional, string, text};
use super::{Want, returns};
use crate::catalogue::{Function, LabelBehaviour, Type, Value};
use crate::json as plain;

pub(super) const JSON_BOOL: Function = Function {
    name: "json_bool",
    signature: "json_bool(j: json, name: string) -> bool?",
    parameters: &["j", "name"],
    check: |arguments| returns(arguments, &[Want::Json, Want::Text], Type::Bool.optional()),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "A bool field of a JSON object. A field that is missing or null gives `none`; one of another type fails with `wrong_type`, one that occurs twice with `repeated_field`.",
    examples: &[(
        "json_bool(parse_json(\"{\\\"a\\\": 1, \\\"b\\\": \\\"x\\\", \\\"c\\\": true, \\\"d\\\": [2]}\"), \"c\")",
        "true",
    )],
    eval: |arguments| Ok(optional(plain::bool(json(arguments, 0)?, text(arguments, 1)?)?, Value::Bool)),
    rust: "json::bool",
    typed: false,
};

pub(super) const JSON_FIELD: Function = Function {
    name: "json_field",
    signature: "json_field(j: json, name: string) -> json?",
    parameters: &["j", "name"],
    check: |arguments| returns(arguments, &[Want::Json, Want::Text], Type::Json.optional()),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "A field of a JSON object, itself JSON. A field that is missing or null gives `none`.",
    examples: &[
        ("json_int(json_field(parse_json(\"{\\\"o\\\": {\\\"n\\\": 2}}\"), \"o\"), \"n\")", "2"),
        (
            "json_field(parse_json(\"{\\\"a\\\": 1, \\\"b\\\": \\\"x\\\", \\\"c\\\": true, \\\"d\\\": [2]}\"), \"e\")",
            "none",
        ),
    ],
    eval: |arguments| {
        Ok(optional(plain::field(json(arguments, 0)?, text(arguments, 1)?)?, |found| {
            Value::Json(Arc::from(found))
        }))
    },
    rust: "json::field",
    typed: false,
};

pub(super) const JSON_FLOAT: Function = Function {
    name: "json_float",
    signature: "json_float(j: json, name: string) -> float?",
    parameters: &["j", "name"],
    check: |arguments| returns(arguments, &[Want::Json, Want::Text], Type::Float.optional()),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "A number field of a JSON object, as a float. A field that is missing or null gives `none`; one of another type fails with `wrong_type`, one that occurs twice with `repeated_field`.",
    examples: &[(
        "json_float(parse_json(\"{\\\"a\\\": 1, \\\"b\\\": \\\"x\\\", \\\"c\\\": true, \\\"d\\\": [2]}\"), \"a\")",
        "1.0",
    )],
    eval: |arguments| Ok(optional(plain::float(json(arguments, 0)?, text(arguments, 1)?)?, Value::Float)),
    rust: "json::float",
    typed: false,
};

pub(super) const JSON_INT: Function = Function {
    name: "json_int",
    signature: "json_int(j: json, name: string) -> int?",
    parameters: &["j", "name"],
    check: |arguments| returns(arguments, &[Want::Json, Want::Text], Type::Int.optional()),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "A whole-number field of a JSON object. A field that is missing or null gives `none`; one of another type fails with `wrong_type`, one that occurs twice with `repeated_field`.",
    examples: &[(
        "json_int(parse_json(\"{\\\"a\\\": 1, \\\"b\\\": \\\"x\\\", \\\"c\\\": true, \\\"d\\\": [2]}\"), \"a\")",
        "1",
    )],
    eval: |arguments| Ok(optional(plain::int(json(arguments, 0)?, text(arguments, 1)?)?, Value::Int)),
    rust: "json::int",
    typed: false,
};

pub(super) const JSON_TEXT: Function = Function {
    name: "json_text",
    signature: "json_text(j: json, name: string) -> string?",
    parameters: &["j", "name"],
    check: |arguments| returns(arguments, &[Want::Json, Want::Text], Type::String.optional()),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "A string field of a JSON object. A field that is missing or null gives `none`; one of another type fails with `wrong_type`, one that occurs twice with `repeated_field`.",
    examples: &[
        (
            "json_text(parse_json(\"{\\\"a\\\": 1, \\\"b\\\": \\\"x\\\", \\\"c\\\": true, \\\"d\\\": [2]}\"), \"b\")",
            "\"x\"",
        ),
        (
            "json_text(parse_json(\"{\\\"a\\\": 1, \\\"b\\\": \\\"x\\\", \\\"c\\\": true, \\\"d\\\": [2]}\"), \"none\")",
            "none",
        ),
    ],
    eval: |arguments| Ok(optional(plain::text(json(arguments, 0)?, text(arguments, 1)?)?, string)),
    rust: "json::text",
    typed: false,
};

pub(super) const PARSE_JSON: Function = Function {
    name: "parse_json",
    signature: "parse_json(text: string) -> json",
    parameters: &["text"],
    check: |arguments| returns(arguments, &[Want::Text], Type::Json),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "The JSON value that a text holds. Fails with `invalid_json` if it is not one well-formed value.",
    examples: &[("json_int(parse_json(\"{\\\"n\\\": 7}\"), \"n\")", "7")],
    eval: |arguments| plain::parse(text(arguments, 0)?).map(|found| Value::Json(Arc::from(found))),
    rust: "json::parse",
    typed: false,
};
