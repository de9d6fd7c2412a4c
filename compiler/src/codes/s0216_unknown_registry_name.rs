//! A domain, region, purpose, label or team that the organisation does not list.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0216", name: "unknown-registry-name" };

/// `what`: `purpose`, `label`, `domain`, `region`, `team`.
pub fn unknown(span: Span, what: &str, name: &str, nearest: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("the organisation has no {what} `{name}`"));
    match nearest {
        Some(_) => error.suggest(nearest),
        None => error.help(format!("add `{what} {name}` to the file of package `org`")),
    }
}

pub const PAGE: &str = r#"A purpose, label, region, domain or team is named that the organisation's file does not list.

Grants, labels and purposes are compared by name across teams. A slip would be a label that protects nothing, or a
purpose that nobody approved.

```stream fails
// file: org.stream
package org

team sales { domain retail; contact "sales channel" }
domain retail { steward sales }
label pii "Relates to a person"

// file: shop.stream
package shop {
    owner sales
}

record Buyer {
    name: string @pi
}
```

```stream
// file: org.stream
package org

team sales { domain retail; contact "sales channel" }
domain retail { steward sales }
label pii "Relates to a person"

// file: shop.stream
package shop {
    owner sales
}

record Buyer {
    name: string @pii
}
```
"#;
