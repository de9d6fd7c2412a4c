//! Two declarations of one name.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0205", name: "duplicate-declaration" };

/// `what`: `type`, `topic`, `job`, `team`, …; `place`: `package shop`, or the organisation.
pub fn duplicate(span: Span, what: &str, name: &str, place: &str, first: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("{place} declares the {what} `{name}` twice"))
        .label("the second")
        .secondary(first, "the first")
        .help("give one of the two another name, or remove it")
}

pub const PAGE: &str = r#"A package declares two things of one kind with the same name.

State, internal topics, metrics and access rules are named after declarations. Two things of one name would share them.
The same name in two packages is fine.

```stream fails
package shop

record Order {
    id: string
}

enum Order { open, closed }
```

```stream
package shop

record Order {
    id: string
}

enum OrderState { open, closed }
```
"#;
