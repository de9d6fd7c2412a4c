//! A file that does not say its package.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0210", name: "missing-package" };

/// `suggestion`: made from the file's name.
pub fn missing(span: Span, suggestion: &str) -> Diagnostic {
    let line = format!("package {suggestion}");
    Diagnostic::error(CODE, span, "this file does not say which package it belongs to")
        .help(format!("start it with `{line}`"))
        .fix(Fix::replace(format!("add `{line}`"), span.at_start(), format!("{line}\n\n"), Applicability::Likely))
}

pub const PAGE: &str = r#"A file has declarations and no `package` header, in a workspace of several files.

The package is the first part of the name of every topic, store and metric that the file declares, and it is what
another team grants columns to. Folders are free to change; the package is not. Only in a workspace of a single file may
the header be left out: the package is then called like the file.

```stream fails
// file: shop.stream
record Order {
    id: string
}
// file: till.stream
package till
```

```stream
// file: shop.stream
package shop

record Order {
    id: string
}
// file: till.stream
package till
```
"#;
