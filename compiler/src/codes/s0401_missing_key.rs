//! A table, or a `keep`, without a key.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0401", name: "missing-key" };

pub fn table(span: Span, node: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("table `{node}` has no key"))
        .help("say what its rows are grouped by: `key name: row.column`")
}

pub fn keep(span: Span, node: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`keep` in `{node}` does not say what is kept one record of"))
        .help("say it with a key: `key name: row.column`")
}

pub const PAGE: &str = r#"A table groups rows by a key, and this one has none.

The key decides what a row of the table is, on which partition its state lives, and how two updates of it find each other.

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
    table all {
        from   sales as s
        window tumbling 1h
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
    table all {
        from   sales as s
        key    shop: s.shop
        window tumbling 1h
        select { sales: count() }
    }
}
```
"#;
