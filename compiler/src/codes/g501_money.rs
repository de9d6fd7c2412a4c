//! Money written by a job that may write twice.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "G501", name: "money-exactly-once" };

/// `sink`: the `to` clause; `declared`: the field that holds the amount.
pub fn repeated(span: Span, job: &str, topic: &str, field: &str, sink: Span, declared: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("job `{job}` writes money and may write it twice"))
        .label("guarantees less than `exactly_once`")
        .secondary(sink, format!("writes to `{topic}` here"))
        .secondary(declared, format!("`{field}` is an amount"))
        .help("write `guarantee exactly_once`")
}

pub const PAGE: &str = r#"A job writes amounts of money and does not guarantee `exactly_once`.

With `at_least_once` a record may appear again after a crash. For a counter on a screen that may do; an amount that
appears twice is booked twice.

```stream fails
package shop

enum Currency { EUR }

record Order {
    id:    string
    total: money(EUR)
}

topic orders v1 {
    schema Order
    retain 7d
}

topic large v1 {
    schema Order
    retain 7d
}

job sift {
    guarantee at_least_once

    stream big {
        from   orders as o
        where  o.total > money(100.00, EUR)
        select { id: o.id, total: o.total }
        to     large
    }
}
```

```stream
package shop

enum Currency { EUR }

record Order {
    id:    string
    total: money(EUR)
}

topic orders v1 {
    schema Order
    retain 7d
}

topic large v1 {
    schema Order
    retain 7d
}

job sift {
    guarantee exactly_once

    stream big {
        from   orders as o
        where  o.total > money(100.00, EUR)
        select { id: o.id, total: o.total }
        to     large
    }
}
```
"#;
