//! A key column without a name.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0412", name: "key-name" };

pub fn missing(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "this key column has no name")
        .help("name it: `key name: …`")
}

pub const PAGE: &str = r#"A key is computed by an expression, and nothing says what its column is called.

Key columns are part of every row, of the topic's key and of the names of internal topics; a name made up by the compiler
would change with the expression.

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
        key    upper(s.shop)
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
    table busy {
        from   sales as s
        key    shop: upper(s.shop)
        window tumbling 1h
        select { sales: count() }
    }
}
```
"#;
