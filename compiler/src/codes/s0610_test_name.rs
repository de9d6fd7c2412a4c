//! A test names something that its package does not have.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0610", name: "test-name" };

pub fn topic(span: Span, name: &str, given: bool, near: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("there is no topic `{name}` here"));
    match (near, given) {
        (near @ Some(_), _) => error.suggest(near),
        (None, true) => error.help("name a topic that a job of this package reads"),
        (None, false) => error.help("name a topic that a job of this package writes"),
    }
}

pub fn node(span: Span, name: &str, near: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("no job of this package has a node `{name}`"));
    match near {
        Some(_) => error.suggest(near),
        None => error.help("name a `stream` or `table` of a job"),
    }
}

pub fn count(span: Span, word: &str, near: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("`{word}` is not counted"));
    match near {
        Some(_) => error.suggest(near),
        None => error.help("write `late`, `dead` or `unmatched`"),
    }
}

pub const PAGE: &str = r#"A test names a topic, a node or a count that does not exist.

A test gives rows to the topics that the package's jobs read, and expects rows of those they write, dead-letter topics
included.

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
        { id: "a", shop: "x", amount: 1.00, at: 2026-03-02T10:00:00Z }
    ]
    expect larg empty
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
