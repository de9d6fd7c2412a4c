//! A value of another type than its place wants.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0307", name: "type-mismatch" };

/// `place`: what the value is for, for people.
pub fn mismatch(span: Span, place: &str, expected: &str, found: &str, help: Option<String>) -> Diagnostic {
    let help = help.unwrap_or_else(|| match (expected.trim_end_matches('?'), found) {
        ("timestamp", "string") => "write it without quotes: `2026-03-02T10:00:00Z`".to_string(),
        ("date", "string") => "write it without quotes: `2026-03-02`".to_string(),
        _ => format!("write a value of type {expected} here"),
    });
    Diagnostic::error(CODE, span, format!("{place} wants {expected}, not {found}"))
        .label(format!("this is {found}"))
        .note(format!("Expected: {expected}\nFound:    {found}"))
        .help(help)
}

/// Two branches of an expression; `what` names them.
pub fn branches(span: Span, first: Span, what: &str, expected: &str, found: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("{what} give values of different types"))
        .label(format!("this is {found}"))
        .secondary(first, format!("this is {expected}"))
        .note(format!("Expected: {expected}\nFound:    {found}"))
        .help(format!("make both {expected}"))
}

pub const PAGE: &str = r#"A value has another type than the place where it stands.

Only what loses nothing is converted unasked: an int where a decimal is wanted, a value where an optional one is. A wider
number fits a narrower field as long as its value does; what does not is a bad record at run time, never cut.

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
    stream sums {
        from   sales as s
        select { x: if s.amount > 10 then "many" else 0 }
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
    stream sums {
        from   sales as s
        select { x: if s.amount > 10 then "many" else "few" }
    }
}
```
"#;
