//! An operator on operands that it does not take.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0310", name: "operands" };

/// Two types that cannot be compared; `help`: how they could.
pub fn different(
    span: Span,
    sign: &str,
    left: (Span, &str),
    right: (Span, &str),
    help: Option<String>,
) -> Diagnostic {
    let ((left, a), (right, b)) = (left, right);
    Diagnostic::error(CODE, span, format!("`{sign}` compares values of one type, not {a} and {b}"))
        .secondary(left, format!("this is {a}"))
        .secondary(right, format!("this is {b}"))
        .help(help.unwrap_or_else(|| "compare with a value of the same type".to_owned()))
}

/// `wanted`: what belongs there.
pub fn wanted(span: Span, sign: &str, wanted: &str, found: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{sign}` does not take {found} here"))
        .label(format!("this is {found}"))
        .help(format!("write {wanted}"))
}

/// Operands that do not fit each other; `why`: what would.
pub fn mismatch(span: Span, sign: &str, left: Span, right: Span, a: &str, b: &str, why: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{sign}` does not take {a} and {b}"))
        .secondary(left, format!("this is {a}"))
        .secondary(right, format!("this is {b}"))
        .help(format!("write {why}"))
}

/// `<` of a type without an order.
pub fn unordered(span: Span, sign: &str, ty: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("values of type {ty} have no order, so `{sign}` says nothing"))
        .help("compare with `==` or `!=`, or order by a column that has an order")
}

/// `is empty` of neither a string nor a list.
pub fn not_empty(span: Span, ty: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("only a string or a list can be empty, not {ty}"))
        .label(format!("this is {ty}"))
        .help("test for absence with `is none`")
}

pub fn not_a_list(span: Span, ty: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("this is no list but {ty}"))
        .help("name a column whose type is a list")
}

pub const PAGE: &str = r#"An operator stands between values that it does not take.

Numbers meet numbers, times meet durations, texts meet texts. A mix is never resolved by turning one side into a text.

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
    stream odd {
        from  sales as s
        where s.amount > s.shop
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
    stream odd {
        from  sales as s
        where s.amount > 10
    }
}
```
"#;
