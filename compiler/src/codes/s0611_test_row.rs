//! A row of a test that does not fit its topic.

use crate::base::{Span, nearest};
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0611", name: "test-row" };

pub fn unknown_column(span: Span, column: &str, topic: &str, columns: &[&str]) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("`{topic}` has no column `{column}`"));
    let listed = columns.iter().map(|c| format!("`{c}`")).collect::<Vec<_>>().join(", ");
    let error = error.note(format!("it has {listed}"));
    match nearest(column, columns.iter().copied()) {
        near @ Some(_) => error.suggest(near),
        None => error.help(format!("leave `{column}` out")),
    }
}

pub fn missing_columns(span: Span, topic: &str, columns: &[&str]) -> Diagnostic {
    let listed = columns.iter().map(|c| format!("`{c}`")).collect::<Vec<_>>().join(", ");
    Diagnostic::error(CODE, span, format!("this row of `{topic}` lacks {listed}"))
        .help(format!("add `{}: …`", columns.first().copied().unwrap_or("column")))
}

pub fn not_constant(span: Span, column: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("the value of `{column}` is not a constant"))
        .help("write the value itself")
}

pub fn spread(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "a row of a test has no other row to take columns from")
        .help("write the columns one by one")
}

pub fn twice(span: Span, column: &str, first: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{column}` stands twice in this row"))
        .secondary(first, "the first")
        .help("remove one")
}

pub fn window(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "a window is written with its bounds")
        .help("write `window: { start: 2026-03-02T10:00:00Z, end: 2026-03-02T11:00:00Z }`")
}

pub fn given_dead_letter(span: Span, topic: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{topic}` takes dead letters only"))
        .help("give rows to a topic that a job reads, and expect dead letters here")
}

pub const PAGE: &str = r#"A row of a test has a column that the topic lacks, lacks one, or has a value that is no constant.

A given row needs every column that is not optional (of an import: every imported one). An expected row may leave out
columns: they are not compared.

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

topic large v1 {
    schema Sale
    key    id
}

job j {
    stream big {
        from  sales as s
        where s.amount > 100
        to    large
    }
}

test "small sales are left out" {
    given sales [
        { id: "a", shop: "x", amuont: 1.00, at: 2026-03-02T10:00:00Z }
    ]
    expect large empty
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

topic large v1 {
    schema Sale
    key    id
}

job j {
    stream big {
        from  sales as s
        where s.amount > 100
        to    large
    }
}

test "small sales are left out" {
    given sales [
        { id: "a", shop: "x", amount: 1.00, at: 2026-03-02T10:00:00Z }
    ]
    expect large empty
}
```
"#;
