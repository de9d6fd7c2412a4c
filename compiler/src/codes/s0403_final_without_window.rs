//! `emit final` of a group that never ends.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0403", name: "final-without-window" };

pub fn never(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "without a window no result is ever final")
        .help("give the table a window, such as `window tumbling 1h`, or write `emit changes`")
}

pub const PAGE: &str = r#"A table says `emit final` and has no window.

A result is final when no record can change it any more. A window closes at its end and grace; a group without a window
stays open for ever, so nothing would ever be emitted.

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
        key    shop: s.shop
        select { sales: count() }
        bound  finite keys
        emit   final
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
        key    shop: s.shop
        window tumbling 1h
        select { sales: count() }
        emit   final
    }
}
```
"#;
