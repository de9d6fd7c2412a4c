//! A key of a type that cannot be one.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0413", name: "key-type" };

pub fn cannot(span: Span, name: &str, ty: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{name}` cannot be a key: it is {ty}"))
        .help("use ids, texts, whole numbers, decimals, times or enums as keys")
}

pub const PAGE: &str = r#"A key column is of a type whose equal values need not have equal bytes.

Keys are compared, hashed and written to topics as bytes. Floats (0.0 and -0.0, many NaNs), lists, records and raw JSON
have several forms of one value, so rows that belong together would part.

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
        key    size: float(1)
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
        key    size: s.amount
        window tumbling 1h
        select { sales: count() }
    }
}
```
"#;
