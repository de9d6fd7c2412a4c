//! S0109: a date or time that is none.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0109", name: "malformed-date" };

pub fn date(span: Span, text: &str, mended: Option<String>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("`{text}` is not a date or time"));
    match mended {
        Some(mended) => error
            .help(format!("write `{mended}`"))
            .fix(Fix::replace(format!("write `{mended}`"), span, mended, Applicability::Safe)),
        None => error.help("write a day like `2026-03-02`, an instant like `2026-03-02T10:00:00Z`, a time like `16:00`"),
    }
}

pub const PAGE: &str = r#"A date has four, two and two digits; an instant is a date, a `T`, a time with seconds, and `Z` or an offset like `+01:00`.

An instant without a zone would mean another moment on every machine, so there is none. Subtraction needs spaces:
`2026 - 3`.

```stream fails
package shop

record Order {
    id: string
}

topic orders v2 {
    schema     Order
    key        id
    retain     14d
    supersedes v1 sunset 2026-3-2
}
```

```stream
package shop

record Order {
    id: string
}

topic orders v2 {
    schema     Order
    key        id
    retain     14d
    supersedes v1 sunset 2026-03-02
}
```
"#;
