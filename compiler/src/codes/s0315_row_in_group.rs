//! A single row's column in a table's `select`.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0315", name: "row-in-group" };

/// `written`: the path; `column`: its last part.
pub fn row(span: Span, written: &str, column: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{written}` is of one row, and a table has one row per group"))
        .help(format!("say which one of the group: `last({written})`, or make it a part of the key: `key …, {column}: {written}`"))
}

/// `..s`.
pub fn spread(span: Span, binding: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`..{binding}` is one row, and a table has one row per group"))
        .help(format!("select aggregates by name, such as `last({binding}.…)`"))
}

pub const PAGE: &str = r#"A `select` with aggregates names a column of a single row.

A group has many rows, and which one is meant decides the result: `first` and `last` go by event time, `min` and `max` by
value. A column that is the same in all rows of the group belongs to its key.

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
    table latest {
        from   sales as s
        key    shop: s.shop
        window tumbling 1h
        select { sales: count(), amount: s.amount }
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
    table latest {
        from   sales as s
        key    shop: s.shop
        window tumbling 1h
        select { sales: count(), amount: last(s.amount) }
    }
}
```
"#;
