//! S0115: nested deeper than anybody could read.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0115", name: "too-deep" };

/// Brackets (or `if`s and `=>`s) inside each other beyond the limit.
pub fn nesting(span: Span, limit: usize) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("this is nested more than {limit} levels deep"))
        .help("take the inner part out into a stream of its own, with a `select`")
}

/// One expression with too many operators and brackets.
pub fn levels(span: Span, limit: usize) -> Diagnostic {
    let title = format!("this expression has more than {limit} operators and brackets, in a row or inside each other");
    Diagnostic::error(CODE, span, title)
        .help("use `in [ … ]` for a long list of values, or split the expression over two streams")
}

pub const PAGE: &str = r#"An expression is nested so deep, or is so long, that the compiler does not follow it.

Machines write such text, people do not. A limit keeps every tool that reads it safe from running out of memory.

```stream fails
package shop

type Deep = decimal((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((18))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))), 2)
```

```stream
package shop

type Price = decimal(18, 2)
```
"#;
