//! A wire form that the field's type does not have.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0218", name: "wire-form" };

pub fn form(span: Span, form: &str, field: &str, ty: &str, declared: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{field}` is a `{ty}`, which has no wire form `{form}`"))
        .secondary(declared, "declared here")
        .note("timestamps have `epoch_ms`, `epoch_us` and `iso`; decimals and money have `text` and `number`")
        .help("remove the form, or take one of the type's own")
}

/// Two fields with one wire name.
pub fn taken(span: Span, name: &str, other: &str, first: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("the wire name `{name}` is that of field `{other}` already"))
        .secondary(first, "the other field")
        .help("give one of them another name on the wire")
}

pub const PAGE: &str = r#"A `wire` clause gives a field a form that its type does not have, or a name that is taken.

The wire form is part of the contract with writers outside this language: a timestamp may be a number or a text, a
decimal may be a number or a text, and what is not said is refused rather than guessed.

```stream fails
package shop

record Order {
    id:     string
    placed: timestamp
}

topic orders v1 {
    schema Order
    wire   id "orderId" epoch_ms
}
```

```stream
package shop

record Order {
    id:     string
    placed: timestamp
}

topic orders v1 {
    schema Order
    wire   id "orderId"
    wire   placed "placedAt" epoch_ms
}
```
"#;
