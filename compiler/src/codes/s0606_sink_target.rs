//! A topic that this node cannot write.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0606", name: "sink-target" };

pub fn unknown(span: Span, topic: &str, near: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("this package has no topic `{topic}`"));
    match near {
        Some(_) => error.suggest(near),
        None => error.help(format!("declare `topic {topic} v1 {{ … }}`")),
    }
}

pub fn imported(span: Span, topic: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{topic}` belongs to another package"))
        .label("an import can be read, not written")
        .help("declare a topic of this package, and let its owner read it")
}

pub fn dead_letter(span: Span, topic: &str, declared: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{topic}` takes dead letters, not rows"))
        .secondary(declared, "declared with `dead_letter`")
        .help("write to an ordinary topic; records that cannot be used go there by `bad to`, `late to`, `unmatched to`")
}

pub fn stream_to_table(span: Span, topic: &str, node: &str, head: Span, declared: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{topic}` is a table, and `{node}` is a stream"))
        .secondary(head, "a stream of single rows")
        .secondary(declared, "one row per key")
        .help("make the node a table that says which row counts, such as `last(…)`, or declare a plain `topic`")
}

/// A topic of Avro.
pub fn avro(span: Span, topic: &str, declared: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("jobs of this version write JSON, and `{topic}` is Avro"))
        .secondary(declared, "declared with `format avro`")
        .help("write to a topic without `format avro`")
}

pub const PAGE: &str = r#"A `to` names a topic that the node cannot write.

A package writes its own topics only: who owns a topic answers for every record in it. A table topic holds one row per key
and is written by a table; a dead-letter topic holds what could not be used.

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

topic unusable v1 { dead_letter; retain 14d }

job j {
    stream large {
        from  sales as s
        where s.amount > 100
        to    unusable
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

topic unusable v1 { dead_letter; retain 14d }

job j {
    stream large {
        from  sales as s
        where s.amount > 100
        bad   to unusable
    }
}
```
"#;
