//! A clause that may stand once stands twice.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0208", name: "duplicate-clause" };

pub fn duplicate(span: Span, clause: &str, first: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{clause}` is said twice")).label("the second").secondary(first, "the first").help("keep one of the two")
}

/// Two headers of one package that disagree.
pub fn headers(span: Span, clause: &str, package: &str, first: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("two files of package `{package}` say `{clause}`"))
        .label("the second")
        .secondary(first, "the first")
        .help("say it in one of the files")
}

pub const PAGE: &str = r#"A clause that holds for the whole block stands in it twice.

Only `from`, `join`, `to`, `on`, `wire` and `grant` may repeat. For every other clause a second one would have to win or
lose against the first, and which of them does is a thing that readers of a contract should not need to know.

```stream fails
package shop

record Order {
    id: string
}

topic orders v1 {
    schema Order
    retain 7d
    retain 14d
}
```

```stream
package shop

record Order {
    id: string
}

topic orders v1 {
    schema Order
    retain 14d
}
```
"#;
