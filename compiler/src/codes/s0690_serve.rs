//! `serve` is read and promised, and not compiled yet.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0690", name: "serve-not-compiled" };

pub fn not_compiled(span: Span) -> Diagnostic {
    Diagnostic::warning(CODE, span, "`serve` is not compiled by this version")
        .label("the job runs, and nothing answers at this address")
        .help("nothing else of the job is concerned; the rows can be read from the topic that the table writes")
}

pub const PAGE: &str = r#"A job promises to serve a table over HTTP, and this version of the compiler does not do so yet.

It is a warning, because nothing that the job computes depends on it.

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
    table per_hour {
        from   sales as s
        key    shop: s.shop
        window tumbling 1h
        select { sales: count() }
    }

    serve per_hour latest window at "/busy/{shop}" to shops for books
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
    table per_hour {
        from   sales as s
        key    shop: s.shop
        window tumbling 1h
        select { sales: count() }
    }
}
```
"#;
