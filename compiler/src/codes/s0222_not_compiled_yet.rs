//! A construct of the language that this version reads but does not compile.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0222", name: "not-compiled-yet" };

pub fn construct(span: Span, keyword: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{keyword}` is not compiled by this version"))
        .help("remove it, or wait for a version that compiles it")
}

/// Without effect on what the job computes, so the rest is compiled.
pub fn ignored(span: Span, keyword: &str) -> Diagnostic {
    Diagnostic::warning(CODE, span, format!("`{keyword}` has no effect in this version"))
        .help("nothing else of the file is concerned")
}

pub const PAGE: &str = r#"The text is right, and this version of the compiler does not compile the construct yet.

It is reported rather than skipped, because a job that silently lacks a part of what was written computes something
else. Where the construct changes nothing that the job computes, it is a warning.

```stream fails
package shop

union Payment {
    Card(number: string)
    Cash(desk: string)
}
```

```stream
package shop

record Payment {
    card: string?
    desk: string?
}
```
"#;
