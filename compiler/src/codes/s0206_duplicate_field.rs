//! Two fields of one name.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0206", name: "duplicate-field" };

/// `place`: `` record `Order` ``, `this import`, `this grant`.
pub fn duplicate(span: Span, field: &str, place: &str, first: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("{place} has the field `{field}` twice"))
        .label("the second")
        .secondary(first, "the first")
        .help("remove one, or give it another name")
}

pub const PAGE: &str = r#"A record, an import or a grant names the same field twice.

On the wire a record's fields are found by name; with two of one name a reader would have to choose.

```stream fails
package shop

record Order {
    id:    string
    price: decimal(10, 2)
    id:    int
}
```

```stream
package shop

record Order {
    id:     string
    price:  decimal(10, 2)
    number: int
}
```
"#;
