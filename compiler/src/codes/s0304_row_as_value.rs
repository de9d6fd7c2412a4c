//! A whole row where a value is wanted.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0304", name: "row-as-value" };

/// `columns`: those of the row, in order.
pub fn row(span: Span, row: &str, columns: &[&str]) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("`{row}` is a row, not a value"));
    match columns.first() {
        Some(first) => error.help(format!("name a column of it, such as `{row}.{first}`")),
        None => error.help("name a column of it"),
    }
}

pub const PAGE: &str = r#"An alias stands for a row; an expression wants one of its columns.

Columns are named one by one, so that what a job reads can be seen, granted and traced. To keep all columns, a `select`
of a stream has `..s`.

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
    stream copies {
        from   sales as s
        select { sale: s }
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
    stream copies {
        from   sales as s
        select { ..s }
    }
}
```
"#;
