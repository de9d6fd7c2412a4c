//! A record value that does not fit its type.

use crate::base::{Span, nearest};
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0321", name: "record-fields" };

pub fn unknown(span: Span, field: &str, record: &str, fields: &[&str]) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("`{record}` has no field `{field}`"));
    match nearest(field, fields.iter().copied()) {
        near @ Some(_) => error.suggest(near),
        None => error.help(format!("leave `{field}` out")),
    }
}

pub fn missing(span: Span, field: &str, record: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("field `{field}` of `{record}` is missing"))
        .help(format!("add `{field}: …`"))
}

/// `{ … }` where no record is wanted.
pub fn unwanted(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "a record value has no place here")
        .help("write its fields as columns of their own")
}

pub const PAGE: &str = r#"A record value has a field too many or too few, or stands where no record is wanted.

What type `{ … }` has is said by its place: a column of a test row, or a field of another record value. In a `select` the
place has no type of its own, so its fields become columns.

```stream fails
package shop

record Sale {
    id:     string
    shop:   string
    amount: decimal(18, 2)
    note:   string?
    at:     timestamp
}

topic sales v1 {
    schema Sale
    key    id
    time   at
}

job j {
    stream nested {
        from   sales as s
        select { pair: { id: s.id, shop: s.shop } }
    }
}
```

```stream
package shop

record Sale {
    id:     string
    shop:   string
    amount: decimal(18, 2)
    note:   string?
    at:     timestamp
}

topic sales v1 {
    schema Sale
    key    id
    time   at
}

job j {
    stream nested {
        from   sales as s
        select { id: s.id, shop: s.shop }
    }
}
```
"#;
