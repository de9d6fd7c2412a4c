//! `as of` a table that keeps no history.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0407", name: "as-of-history" };

/// `history`: it lacks the history, else the time.
pub fn plain(span: Span, table: &str, history: bool, declared: Span) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("`{table}` does not know what held at another time"))
        .secondary(declared, if history { "it keeps no history" } else { "its rows have no event time" });
    if history {
        error.help(format!("add `history 30d` to `{table}`, or leave out `as of`"))
    } else {
        error.help(format!("add `time …` to `{table}`, or leave out `as of`"))
    }
}

pub const PAGE: &str = r#"A join asks for the row that held at a time, and the table keeps only the newest.

A table topic with `time` and `history` is versioned: each key keeps its rows with the times from which they hold, as far
back as the history goes. Then a replay finds what the live run found.

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
        join   everywhere shops as p on p.shop == s.shop as of s.at
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
