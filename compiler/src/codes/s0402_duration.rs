//! A duration that makes no window.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0402", name: "duration" };

pub fn not_positive(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("{what} is longer than nothing"))
        .help("write a duration above zero, such as `1h`")
}

/// In microseconds.
pub fn every(span: Span, size: i64, every: i64) -> Diagnostic {
    Diagnostic::error(CODE, span, "between these windows are gaps")
        .label(format!("a window every {}, each {} long", show(every), show(size)))
        .help(format!("start one at least every {}, or use `window tumbling`", show(size)))
}

/// In microseconds.
pub fn offset(span: Span, step: i64) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("windows start every {}, so an offset is shorter than that", show(step)))
        .help(format!("write an offset from zero to below {}", show(step)))
}

/// A duration in its largest whole unit.
fn show(micros: i64) -> String {
    const UNITS: [(i64, &str); 6] = [
        (86_400_000_000, "d"),
        (3_600_000_000, "h"),
        (60_000_000, "m"),
        (1_000_000, "s"),
        (1_000, "ms"),
        (1, "us"),
    ];
    let unit = UNITS.iter().find(|(size, _)| micros % size == 0).unwrap_or(&(1, "us"));
    format!("{}{}", micros / unit.0, unit.1)
}

pub const PAGE: &str = r#"A duration is zero, or does not make windows that cover all of time.

Hopping windows start at every multiple of `every` and are as long as their size. Where `every` is longer, records between
two windows would be in none and vanish.

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
        window hopping 5m every 1h
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
        key    shop: s.shop
        window hopping 1h every 5m
        select { sales: count() }
    }
}
```
"#;
