//! S0117: documentation that documents nothing.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0117", name: "idle-documentation" };

pub fn idle(span: Span) -> Diagnostic {
    Diagnostic::warning(CODE, span, "this documentation belongs to nothing")
        .help("put it right before a declaration, a field or a node, or begin it with `//`")
}

pub const PAGE: &str = r#"`///` documents the declaration, field or node on the next line, and `//!` the file, at its very start. Elsewhere nobody
will ever see it.

```stream fails
package shop

record Order {
    id: string
}

/// Orders of the shop.
```

```stream
package shop

/// Orders of the shop.
record Order {
    id: string
}
```
"#;
