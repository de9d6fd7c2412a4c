//! A join that does not go by the table's key.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0406", name: "join-key" };

/// `missing`: the key column that nothing equals; `keys`: all of them.
pub fn not_by_key(span: Span, table: &str, keys: &[&str], missing: &str, declared: Span) -> Diagnostic {
    let all = keys.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ");
    Diagnostic::error(CODE, span, format!("this does not say which `{missing}` of `{table}` is meant"))
        .secondary(declared, format!("its rows are found by their key: {all}"))
        .help(format!("compare the key: `{table}.{missing} == …`"))
}

pub const PAGE: &str = r#"A stream is joined with a table, and `on` does not give the table's whole key.

A table holds one row per key, on the partition of that key. By the key a row is found in one step; by anything else every
row of every partition would have to be searched for each record.

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

record Shop {
    shop: string
    city: string
}

table topic shops v1 {
    schema Shop
    key    shop
    bound  finite keys
}

job j {
    stream placed {
        from   sales as s
        join   everywhere shops as p on p.city == s.shop
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

record Shop {
    shop: string
    city: string
}

table topic shops v1 {
    schema Shop
    key    shop
    bound  finite keys
}

job j {
    stream placed {
        from   sales as s
        join   everywhere shops as p on p.shop == s.shop
    }
}
```
"#;
