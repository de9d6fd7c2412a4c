//! A number that its type cannot hold.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0318", name: "literal-range" };

pub fn range(span: Span, ty: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("this number does not fit {ty}"))
        .help("write fewer digits after the point, or a smaller number")
}

pub const PAGE: &str = r#"A written number has more digits than the type beside it holds.

It is never rounded: a limit of `0.005` that becomes `0.00` or `0.01` is another limit.

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
    stream large {
        from  sales as s
        select { id: s.id, fee: money(0.00001, EUR) }
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
    stream large {
        from  sales as s
        select { id: s.id, fee: money(0.0001, EUR) }
    }
}
```
"#;
