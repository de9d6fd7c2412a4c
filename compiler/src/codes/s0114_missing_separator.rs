//! S0114: two things on one line with nothing between.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0114", name: "missing-separator" };

/// `separator`: `,` between fields and rows, `;` between clauses.
pub fn between(at: Span, separator: &str) -> Diagnostic {
    Diagnostic::error(CODE, at, format!("a `{separator}` or a new line is missing"))
        .label("here one thing ends and the next begins")
        .help(format!("add `{separator}`"))
        .fix(Fix::replace(format!("add `{separator}`"), at, separator, Applicability::Safe))
}

/// A `;` between fields, names or rows.
pub fn wrong(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "fields, names and rows are separated by `,`")
        .help("write `,`")
        .fix(Fix::replace("write `,`", span, ",", Applicability::Safe))
}

pub const PAGE: &str = r#"Clauses end with the line or `;`, fields, names and rows with the line or `,`. Two on one line need one between.

```stream fails
package shop

record Order { id: string paid: bool }
```

```stream
package shop

record Order { id: string, paid: bool }
```
"#;
