//! S0101: a bracket or block without its end.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0101", name: "not-closed" };

/// `what` is named as the user sees it: "the block of `stream paid`". `at` is where the closing bracket is missed, `text`
/// what closes it there: the bracket, perhaps on a line of its own.
pub fn not_closed(at: Span, what: &str, open: Option<Span>, close: &str, text: &str) -> Diagnostic {
    let error = Diagnostic::error(CODE, at, format!("{what} is not closed"))
        .label(format!("`{close}` is missing here"))
        .help(format!("add `{close}`"))
        .fix(Fix::replace(format!("add `{close}`"), at, text, Applicability::Likely));
    match open {
        Some(open) => error.secondary(open, "opened here"),
        None => error,
    }
}

pub const PAGE: &str = r#"A block, a list or a pair of parentheses has no end.

Everything after it would belong to it. The compiler goes on at the next line that can only stand outside, and judges
by indentation which bracket it is that lacks its partner.

```stream fails
package shop

record Order {
    id: string

type Price = decimal(18, 2)
```

```stream
package shop

record Order {
    id: string
}

type Price = decimal(18, 2)
```
"#;
