//! An aggregate where there is no group.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0314", name: "aggregate-outside-select" };

pub fn outside(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{name}` counts over a group, and here is a single row"))
        .help(format!("call `{name}` in the `select` of a `table` with a `key`, and name its column here"))
}

pub fn nested(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{name}` stands inside another aggregate"))
        .label("the rows of a group are single rows")
        .help("aggregate in one table, and aggregate its rows in a second one")
}

pub const PAGE: &str = r#"An aggregate is called outside the `select` of a table.

`count`, `sum` and the like are over the rows of a group, and groups exist only in the `select` of a `table` with a `key`.
Its selected columns can be named in `having`.

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
    table busy {
        from   sales as s
        key    shop: s.shop
        window tumbling 1h
        select { sales: count() }
        having count() > 10
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
        having sales > 10
    }
}
```
"#;
