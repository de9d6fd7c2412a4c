//! One name for two things of a job.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0608", name: "duplicate-name" };

pub fn node(span: Span, name: &str, first: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("two nodes are called `{name}`"))
        .secondary(first, "the first")
        .help("give one of them another name")
}

pub fn column(span: Span, name: &str, first: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("two columns are called `{name}`"))
        .secondary(first, "the first")
        .help("give one of them another name, or leave it out")
}

pub fn alias(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{name}` stands for another row already"))
        .help("give this one an alias of its own: `as …`")
}

pub const PAGE: &str = r#"Two nodes, columns or rows have one name.

State, metrics and dead letters are found by the names of nodes, and columns by the names in a row.

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
    stream large {
        from   sales as s
        select { id: s.id, id: s.shop }
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
    stream large {
        from   sales as s
        select { id: s.id, shop: s.shop }
    }
}
```
"#;
