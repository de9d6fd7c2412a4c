//! State that grows for ever.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "G601", name: "state-is-bounded" };

pub fn table(span: Span, node: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("table `{node}` keeps a row for every key for ever"))
        .help("say what bounds it: a `window`, `bound ttl 30d`, or `bound finite keys` if there are only so many")
}

pub fn deduplication(span: Span, node: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{node}` remembers every key for ever"))
        .help("say how long a repetition can come later: `keep first within 24h`")
}

/// A table topic that is read as a table; `reader`: where. `aged`: it says how long its rows are kept.
pub fn topic(span: Span, topic: &str, reader: Span, aged: bool) -> Diagnostic {
    let finding = Diagnostic::error(CODE, span, format!("table topic `{topic}` has no bound on its keys"))
        .secondary(reader, "kept as a table by this");
    let finding = match aged {
        true => finding.label("a job that joins it does not forget rows for their age yet"),
        false => finding,
    };
    finding.help("say that there are only so many keys: `bound finite keys`")
}

pub const PAGE: &str = r#"A table, a window or a deduplication keeps state, and nothing says how much of it there can be.

State that grows with the keys ever seen fills memory after weeks, on the day with the most traffic. Every kept row is
therefore bounded by a window, by a time to live or by a key that has finitely many values, and the one that holds is
written where the state is declared.

```stream fails
package shop

record Order {
    id:    string
    buyer: string
}

record Count {
    buyer:  string
    orders: int
}

topic orders v1 {
    schema Order
    retain 7d
}

table topic counts v1 {
    schema Count
    key    buyer
    retain compact
}

job statistics {
    table per_buyer {
        from   orders as o
        key    buyer: o.buyer
        select { orders: count() }
        to     counts
    }
}
```

```stream
package shop

record Order {
    id:    string
    buyer: string
}

record Count {
    buyer:  string
    orders: int
}

topic orders v1 {
    schema Order
    retain 7d
}

table topic counts v1 {
    schema Count
    key    buyer
    retain compact
}

job statistics {
    table per_buyer {
        from   orders as o
        key    buyer: o.buyer
        select { orders: count() }
        bound  ttl 30d
        to     counts
    }
}
```
"#;
