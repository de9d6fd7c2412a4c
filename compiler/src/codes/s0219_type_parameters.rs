//! Parameters that a type does not take.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0219", name: "type-parameters" };

pub fn wrong(span: Span, ty: &str, form: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{ty}` is written `{form}`")).label("not in this form")
}

pub fn decimal(span: Span, precision: i64, scale: i64) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`decimal({precision}, {scale})` cannot be held"))
        .help("a decimal has 1 to 38 digits in all, and at most as many after the point: `decimal(18, 2)`")
}

/// `id<…>` in a field.
pub fn unnamed_id(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "an id type needs a name")
        .help("declare it, as in `type CustomerId = id<int>`, and write `CustomerId` here")
}

pub fn id_of(span: Span, ty: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("an id cannot wrap `{ty}`")).help("write `id<int>` or `id<string>`")
}

pub fn twice_optional(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "the type is optional twice").help("one `?` says that a value may be absent")
}

pub const PAGE: &str = r#"A type has parameters that it does not take, or lacks those that it needs.

```stream fails
package shop

record Order {
    id:    string
    price: decimal
}
```

```stream
package shop

record Order {
    id:    string
    price: decimal(10, 2)
}
```

Why it matters: precision and scale, the currency of an amount and the type behind an id are part of the contract. They
decide what fits and what may be added to what.
"#;
