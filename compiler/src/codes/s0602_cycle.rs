//! Nodes that read each other.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0602", name: "cycle" };

/// The nodes on the cycle, each reading the next.
pub fn cycle(nodes: &[(&str, Span)]) -> Diagnostic {
    let names: Vec<&str> = nodes.iter().map(|n| n.0).collect();
    let (first, span) = nodes.first().copied().unwrap_or(("", Span::default()));
    let error = Diagnostic::error(CODE, span, format!("`{first}` reads its own output"))
        .note(format!("{} → {first}", names.join(" → ")));
    let error = nodes.iter().skip(1).fold(error, |e, (name, at)| e.secondary(*at, format!("by way of `{name}`")));
    error.help("take one `from` out of the circle, or go through a topic")
}

pub const PAGE: &str = r#"Nodes of a job read each other in a circle.

Within a job a record passes each node at most once; on a circle it would never end, and no order of the nodes is right.

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
    stream a { from b as x }
    stream b { from a as x }
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
    stream a { from sales as x }
    stream b { from a as x }
}
```
"#;
