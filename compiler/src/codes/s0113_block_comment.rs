//! S0113: a comment between `/*` and `*/`.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0113", name: "block-comment" };

/// `mended`: the same as line comments, if nothing follows on the line.
pub fn comment(span: Span, mended: Option<String>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, "comments begin with `//` and end with the line");
    match mended {
        Some(mended) => {
            error.help("begin every line with `//`").fix(Fix::replace("use `//`", span, mended, Applicability::Safe))
        }
        None => error.help("move the comment to a line of its own, and begin it with `//`"),
    }
}

pub const PAGE: &str = r#"There are no comments between `/*` and `*/`: a forgotten end would silence the rest of a file.

`//` is a plain comment, `///` documents the declaration that follows, `//!` the file.

```stream fails
package shop

/* What was bought. */
record Order {
    id: string
}
```

```stream
package shop

/// What was bought.
record Order {
    id: string
}
```
"#;
