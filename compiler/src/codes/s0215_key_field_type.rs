//! A key, or its encoding, that the type does not allow.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0215", name: "key-field-type" };

pub fn not_a_key(span: Span, field: &str, ty: &str, declared: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{field}` is a `{ty}`, which cannot be a key"))
        .secondary(declared, "declared here")
        .note("a key is compared byte by byte, so its type has exactly one form for each value: an id, an int, a string, an enum, a date or a timestamp")
        .help("take a field that identifies the record")
}

pub fn encoding(span: Span, encoding: &str, field: &str, ty: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{field}` is a `{ty}` and cannot be written `as {encoding}`"))
        .help("`as int64` is for ints, `as text` and `as json` are for everything")
}

/// Something else than `token("vault")` after `by`.
pub fn token(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "only `token(\"…\")` may stand after `by` in a key")
        .help("name the vault: `by token(\"fraud\")`")
}

pub const PAGE: &str = r#"A topic's key has a field whose type cannot be a key, or an encoding that does not fit it.

Records of one key go to one partition and replace each other in tables, so equal keys must be equal bytes. Floats,
money, lists, records and JSON have several forms for one value.

```stream fails
package shop

record Reading {
    sensor: string
    value:  float
}

topic readings v1 {
    schema Reading
    key    value
}
```

```stream
package shop

record Reading {
    sensor: string
    value:  float
}

topic readings v1 {
    schema Reading
    key    sensor
}
```
"#;
