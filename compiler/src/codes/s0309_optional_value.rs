//! A value that may be absent where one is needed.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0309", name: "optional-value" };

/// In a place that wants a value.
pub fn absent(span: Span, place: &str, ty: &str) -> Diagnostic {
    let value = ty.strip_suffix('?').unwrap_or(ty);
    Diagnostic::error(CODE, span, format!("{place} may not be absent"))
        .label(format!("this is {ty}"))
        .note(format!("Expected: {value}\nFound:    {ty}"))
        .help(HELP)
}

/// An operand.
pub fn operand(span: Span, operator: &str, ty: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{operator}` needs a value, and this may be absent"))
        .label(format!("this is {ty}"))
        .help(HELP)
}

/// A condition.
pub fn condition(span: Span, place: &str, ty: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("{place} may be absent"))
        .label(format!("this is {ty}"))
        .help("say what holds then: `… ?? false`, or test it first with `is not none`")
}

const HELP: &str = "give a default with `?? …`, or test it first with `is not none`";

pub const PAGE: &str = r#"An expression uses a value that may be absent as if it were always there.

Nothing silently becomes nothing: a sum with an absent part, or a comparison with it, has no answer that suits every job.
A test narrows the type: after `where s.note is not none`, or on the right of `s.note is not none and`, `s.note` is there.

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
    stream noted {
        from  sales as s
        where s.note < "b"
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
    stream noted {
        from  sales as s
        where s.note is not none and s.note < "b"
    }
}
```
"#;
