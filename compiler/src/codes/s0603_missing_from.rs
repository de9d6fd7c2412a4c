//! A node that reads nothing.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0603", name: "missing-from" };

pub fn missing(span: Span, node: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{node}` reads nothing"))
        .help("say what it reads: `from TOPIC as t`")
}

pub const PAGE: &str = r#"A node has no `from`.

Everything that flows comes from a topic, by way of the nodes of the job.

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
        where amount > 100
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
        where s.amount > 100
    }
}
```
"#;
