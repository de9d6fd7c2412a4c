//! Merged inputs that are not of one shape.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0604", name: "merge-shapes" };

pub fn missing(span: Span, column: &str, other: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("this input has no column `{column}`"))
        .secondary(other, "this one has")
        .help(format!("add it: `with {{ {column}: … }}`, or select the same columns before merging"))
}

pub fn types(span: Span, column: &str, other: Span, expected: &str, found: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("column `{column}` has another type in this input"))
        .label(format!("here it is {found}"))
        .secondary(other, format!("here it is {expected}"))
        .help("select the same type before merging")
}

pub fn alias(span: Span, alias: &str, first: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("merged inputs share one name, and `{alias}` is another"))
        .suggest(Some(first))
}

pub const PAGE: &str = r#"Several `from` clauses merge streams whose rows are not alike.

The clauses below see one row; it must have the same columns of the same types whichever input it came from. `with` adds
constants that tell the inputs apart.

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
    stream all {
        from sales as s with { kind: "sale" }
        from sales as s
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
    stream all {
        from sales as s with { kind: "sale" }
        from sales as s with { kind: "again" }
    }
}
```
"#;
