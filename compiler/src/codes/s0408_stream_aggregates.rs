//! Aggregates in a `stream`.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0408", name: "stream-aggregates" };

pub fn aggregate(span: Span, function: &str, node: &str, head: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{function}` counts over a group, and `{node}` is a stream of single rows"))
        .secondary(head, "a stream")
        .help(format!("make it a table: `table {node}`, with a `key`"))
}

pub const PAGE: &str = r#"A stream's `select` calls an aggregate.

A stream has rows that come and go; a table has rows that are updated. A result over many rows changes with each of them,
so it belongs to a table.

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
    stream busy {
        from   sales as s
        select { sales: count() }
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
    table busy {
        from   sales as s
        key    shop: s.shop
        window tumbling 1h
        select { sales: count() }
    }
}
```
"#;
