//! S0108: a number or duration that is none.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0108", name: "malformed-number" };

/// `mended`: what it surely means.
pub fn number(span: Span, text: &str, mended: Option<String>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("`{text}` is not a number"));
    fixed(error, span, mended, "write whole numbers like `1_000`, decimals like `1.50`")
}

/// Where a duration is wanted, or one is almost written.
pub fn duration(span: Span, text: &str, mended: Option<String>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("`{text}` is not a duration"));
    fixed(error, span, mended, "write a whole number and one unit of `us ms s m h d w`, as in `90m`")
}

/// Where a whole number is wanted.
pub fn count(span: Span, text: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{text}` is not a whole number from 0 to 4 294 967 295"))
        .help("write a whole number like `48`")
}

fn fixed(error: Diagnostic, span: Span, mended: Option<String>, help: &str) -> Diagnostic {
    match mended {
        Some(mended) => error
            .help(format!("write `{mended}`"))
            .fix(Fix::replace(format!("write `{mended}`"), span, mended, Applicability::Safe)),
        None => error.help(help),
    }
}

pub const PAGE: &str = r#"A token that begins with a digit is neither a number nor a duration.

Whole numbers may have `_` between digits and no leading zero; decimals keep the places that are written; a duration is a
whole number and one unit, `us ms s m h d w`, where `d` is 24 hours. So `1.5h` is `90m`.

```stream fails
package shop

record Order {
    id: string
}

topic orders v1 {
    schema Order
    key    id
    retain 2days
}
```

```stream
package shop

record Order {
    id: string
}

topic orders v1 {
    schema Order
    key    id
    retain 2d
}
```
"#;
