//! A function that does not exist.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0305", name: "unknown-function" };

/// `near`: among all functions and aggregates.
pub fn unknown(span: Span, name: &str, near: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("there is no function `{name}`"));
    match form(name) {
        Some(form) if near.is_none() => error.help(form),
        _ => finish(error, near.or_else(|| elsewhere_called(name))),
    }
}

/// `value.name(…)`.
pub fn method(span: Span, name: &str, near: Option<&str>) -> Diagnostic {
    finish(Diagnostic::error(CODE, span, format!("there is no method `{name}`")), near)
}

/// What other languages call a function or aggregate.
fn elsewhere_called(name: &str) -> Option<&'static str> {
    Some(match name.to_ascii_lowercase().as_str() {
        "average" | "mean" => "avg",
        "total" => "sum",
        "maximum" => "max",
        "minimum" => "min",
        "len" | "size" | "strlen" | "char_length" => "length",
        "lcase" | "to_lower" | "lowercase" => "lower",
        "ucase" | "to_upper" | "uppercase" => "upper",
        "substr" => "substring",
        "string" | "str" | "to_string" => "text",
        "ceiling" => "ceil",
        "to_int" => "parse_int",
        "to_float" => "parse_float",
        "to_timestamp" => "parse_timestamp",
        _ => return None,
    })
}

/// What the language writes without a function.
fn form(name: &str) -> Option<&'static str> {
    Some(match name.to_ascii_lowercase().as_str() {
        "coalesce" | "ifnull" | "nvl" => "write `a ?? b`: `b` where `a` is `none`",
        "iff" | "iif" => "write `if condition then a else b`",
        "concat" => "join texts with `+`",
        "is_null" | "isnull" => "write `a is none`",
        "now" | "current_timestamp" | "current_time" => {
            "no clock on a wall is read: write the column that says when it happened"
        }
        _ => return None,
    })
}

fn finish(error: Diagnostic, near: Option<&str>) -> Diagnostic {
    match near {
        Some(_) => error.suggest(near),
        None => error.help("use a function of the language; `spec/10-standard-functions.md` lists them"),
    }
}

pub const PAGE: &str = r#"A call names a function that the language does not have.

Functions are pure: the same row gives the same value on every replay. So they are a closed list, each with its types,
its failures and what it does to labels.

```stream fails
package shop

record Sale {
    id:     string
    shop:   string
    amount: decimal(18, 2)
    note:   string?
    at:     timestamp
}

topic sales v1 {
    schema Sale
    key    id
    time   at
}

job j {
    stream loud {
        from   sales as s
        select { id: s.id, shop: uppr(s.shop) }
    }
}
```

```stream
package shop

record Sale {
    id:     string
    shop:   string
    amount: decimal(18, 2)
    note:   string?
    at:     timestamp
}

topic sales v1 {
    schema Sale
    key    id
    time   at
}

job j {
    stream loud {
        from   sales as s
        select { id: s.id, shop: upper(s.shop) }
    }
}
```
"#;
