//! Nothing says where unusable records go.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0409", name: "missing-route" };

/// `clause`: `bad`, `late` or `unmatched`; `topic`: a dead-letter topic of the package.
pub fn missing(span: Span, clause: &str, node: &str, topic: Option<&str>) -> Diagnostic {
    let what = match clause {
        "late" => "records that come after their window has closed",
        "unmatched" => "records for which the join finds no row",
        _ => "records that cannot be used",
    };
    let error = Diagnostic::error(CODE, span, format!("`{node}` does not say where {what} go"))
        .label(format!("`{clause}` is missing on the node, the job and the package"));
    match topic {
        Some(topic) => error.help(format!("add `{clause} to {topic}` to the node, the job or the package")),
        None => error.help(format!(
            "declare `topic unusable v1 {{ dead_letter; retain 14d }}` and add `{clause} to unusable` to the package"
        )),
    }
}

pub const PAGE: &str = r#"A node can meet records that it cannot use, and nothing says where they go.

Undecodable, late and unmatched records are facts about the business, not noise: somebody must be able to find and count
them. So each kind has a destination: a dead-letter topic, `drop because "…"`, or `stop`. It is found at the node, else
the job, else the package. `late` is asked for only where a window closes, `unmatched` only where an inner join is.

```stream fails
// file: org.stream
package org

team shops { domain retail }
domain retail { steward shops }
purpose books "Statutory books"

// file: shop.stream
package shop {
    owner shops
    tier  2
}

record Sale {
    id:   string
    size: int
}

topic sales v1 { schema Sale; key id }
topic unusable v1 { dead_letter; retain 14d }

job j {
    stream large {
        from  sales as s
        where s.size > 10
    }
}
```

```stream
// file: org.stream
package org

team shops { domain retail }
domain retail { steward shops }
purpose books "Statutory books"

// file: shop.stream
package shop {
    owner shops
    tier  2
    bad   to unusable
}

record Sale {
    id:   string
    size: int
}

topic sales v1 { schema Sale; key id }
topic unusable v1 { dead_letter; retain 14d }

job j {
    stream large {
        from  sales as s
        where s.size > 10
    }
}
```
"#;
