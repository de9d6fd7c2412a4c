//! A clause of tables in a stream.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0411", name: "window-without-table" };

pub fn clause(span: Span, clause: &str, node: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{clause}` has no meaning in the stream `{node}`"))
        .help(format!("make it a table: `table {node}` with a `key`, or leave out `{clause}`"))
}

pub const PAGE: &str = r#"A stream has a `window`, `having` or `emit` clause.

These say how rows are grouped, which groups are shown and when. A stream passes single rows on, each once.

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
        window tumbling 1h
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
