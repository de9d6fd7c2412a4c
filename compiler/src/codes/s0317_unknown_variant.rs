//! A value that an enum does not have.

use crate::base::{Span, nearest};
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0317", name: "unknown-variant" };

/// `variants`: all values of the enum.
pub fn unknown(span: Span, name: &str, of: &str, variants: &[&str]) -> Diagnostic {
    let listed = variants.iter().take(12).map(|v| format!("`{v}`")).collect::<Vec<_>>().join(", ");
    let error = Diagnostic::error(CODE, span, format!("`{of}` has no value `{name}`")).note(format!("it has {listed}"));
    match nearest(name, variants.iter().copied()) {
        near @ Some(_) => error.suggest(near),
        None => error.help(format!("write one of these, or declare `{name}` in `{of}`")),
    }
}

pub const PAGE: &str = r#"An expression names a value that an enum does not declare.

Also of an open enum only the declared values can be written: an open enum says that others may come in, not which.

```stream fails
package shop

enum Kind { card, cash }

record Sale {
    id:   string
    kind: Kind
    size: int
}

topic sales v1 {
    schema Sale
    key    id
}

job j {
    stream cards {
        from  sales as s
        where s.kind == crad
    }
}
```

```stream
package shop

enum Kind { card, cash }

record Sale {
    id:   string
    kind: Kind
    size: int
}

topic sales v1 {
    schema Sale
    key    id
}

job j {
    stream cards {
        from  sales as s
        where s.kind == card
    }
}
```
"#;
