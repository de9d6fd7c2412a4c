//! S0104: clauses, fields or rows without a header.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0104", name: "lost-header" };

/// `what` stands alone: "these clauses of a stream"; `header`: how the lost line may have looked.
pub fn header(at: Span, what: &str, header: &str) -> Diagnostic {
    Diagnostic::error(CODE, at, format!("{what} stand outside any block"))
        .label("the block's header is missing before this")
        .help(format!("add `{header}`, or take out a `}}` too many above"))
}

pub const PAGE: &str = r#"Clauses, fields or rows stand where no block is open: the line that begins their block is lost, or a `}` too many has
closed it early.

```stream fails
package shop

    id:   string
    paid: bool
}
```

```stream
package shop

record Order {
    id:   string
    paid: bool
}
```
"#;
