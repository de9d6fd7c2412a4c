//! A column name that several rows in scope have.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0303", name: "ambiguous-column" };

/// `rows`: those that have the column.
pub fn ambiguous(span: Span, column: &str, rows: &[&str]) -> Diagnostic {
    let listed = rows.iter().map(|r| format!("`{r}`")).collect::<Vec<_>>().join(" and ");
    let error = Diagnostic::error(CODE, span, format!("`{column}` is a column of {listed}"));
    match rows.first() {
        Some(row) => error.help(format!("say which one: `{row}.{column}`")),
        None => error,
    }
}

pub const PAGE: &str = r#"Two rows in scope have a column of this name, and the expression does not say which it means.

After a join a row has the columns of both sides. To pick one silently would change the meaning of a job when a column is
added on the other side.

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
    id:   int
    shop: string
}

table topic shops v1 {
    schema Shop
    key    shop
    bound  finite keys
}

job j {
    stream priced {
        from   sales as s
        join   everywhere shops as p on p.shop == s.shop
        select { day: id }
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
    id:   int
    shop: string
}

table topic shops v1 {
    schema Shop
    key    shop
    bound  finite keys
}

job j {
    stream priced {
        from   sales as s
        join   everywhere shops as p on p.shop == s.shop
        select { day: s.id }
    }
}
```
"#;
