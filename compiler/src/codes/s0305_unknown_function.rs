//! A function that does not exist.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0305", name: "unknown-function" };

/// `near`: among all functions and aggregates.
pub fn unknown(span: Span, name: &str, near: Option<&str>) -> Diagnostic {
    finish(Diagnostic::error(CODE, span, format!("there is no function `{name}`")), near)
}

/// `value.name(…)`.
pub fn method(span: Span, name: &str, near: Option<&str>) -> Diagnostic {
    finish(Diagnostic::error(CODE, span, format!("there is no method `{name}`")), near)
}

fn finish(error: Diagnostic, near: Option<&str>) -> Diagnostic {
    match near {
        Some(_) => error.suggest(near),
        None => error.help("use a function of the language; the reference lists them"),
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
