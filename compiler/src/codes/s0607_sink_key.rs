//! A table and its topic disagree about what a row is.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0607", name: "sink-key" };

/// `keys`, `node_keys`: the columns of both, for people.
pub fn different(span: Span, topic: &str, keys: &str, node: &str, node_keys: &str, declared: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{topic}` has a row per {keys}, and `{node}` one per {node_keys}"))
        .secondary(declared, format!("its key is {keys}"))
        .help("give both the same key columns")
}

pub const PAGE: &str = r#"The key of a table node is not the key of the table topic it writes.

With fewer columns in the topic's key, rows of different groups overwrite each other; with others, an update does not find
the row that it replaces.

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

record Busy {
    shop:  string
    sales: int
}

table topic busy v1 {
    schema Busy
    key    shop
    bound  finite keys
}

job j {
    table per_day {
        from   sales as s
        key    id: s.id
        select { shop: last(s.shop), sales: count() }
        bound  finite keys
        to     busy
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

record Busy {
    shop:  string
    sales: int
}

table topic busy v1 {
    schema Busy
    key    shop
    bound  finite keys
}

job j {
    table per_day {
        from   sales as s
        key    shop: s.shop
        select { sales: count() }
        bound  finite keys
        to     busy
    }
}
```
"#;
