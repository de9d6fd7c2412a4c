//! A windowed table and a topic whose key has no window, or the other way round.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0405", name: "window-in-key" };

/// A windowed table whose windows would overwrite each other.
pub fn missing(span: Span, topic: &str, node: &str, declared: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("the windows of `{node}` would overwrite each other in `{topic}`"))
        .secondary(declared, "its key lacks the window")
        .help(format!("write one row per key with `to {topic} latest window`, or add `window` to the topic's key"))
}

pub fn topic_wants_window(span: Span, topic: &str, node: &str, declared: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("the key of `{topic}` has a window, and `{node}` has none"))
        .secondary(declared, "its key contains `window`")
        .help("give the table a window, or take `window` out of the topic's key")
}

pub fn latest_without_window(span: Span, node: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{node}` has no window, so none is the latest"))
        .help("leave out `latest window`")
}

pub fn both(span: Span, topic: &str, declared: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{topic}` keeps every window, so `latest window` contradicts it"))
        .secondary(declared, "its key contains `window`")
        .help("leave out `latest window`")
}

pub const PAGE: &str = r#"A windowed table has one row per key *and window*; the topic's key must say so.

Otherwise the rows of all windows of a key overwrite each other in the order in which they happen to be updated, and a
late record of an old window replaces the newest. `latest window` says that one row per key is wanted, and which.

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

record Busy {
    shop:  string
    sales: int
}

table topic busy v1 {
    schema Busy
    key    shop
    bound  finite keys
}

job j {
    table per_hour {
        from   sales as s
        key    shop: s.shop
        window tumbling 1h
        select { sales: count() }
        to     busy
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

record Busy {
    shop:  string
    sales: int
}

table topic busy v1 {
    schema Busy
    key    shop
    bound  finite keys
}

job j {
    table per_hour {
        from   sales as s
        key    shop: s.shop
        window tumbling 1h
        select { sales: count() }
        to     busy latest window
    }
}
```
"#;
