//! A table topic without a key.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0213", name: "table-without-key" };

pub fn missing(span: Span, topic: &str, example: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("table topic `{topic}` has no key"));
    match example {
        Some(field) => error.help(format!("say what identifies a row: `key {field}`")),
        None => error.help("say what identifies a row: `key FIELD`"),
    }
}

/// `history` or `bound` on a stream topic.
pub fn only_tables(span: Span, clause: &str, topic: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{clause}` is for tables, and `{topic}` is a stream"))
        .help(format!("write `table topic {topic}` if a record replaces the one of the same key before it"))
}

pub const PAGE: &str = r#"A table topic does not say its key, or a stream has a clause of tables.

In a table, a record replaces the earlier one of the same key. Without a key there is nothing to replace: every record
would be a row for ever.

```stream fails
package shop

record Price {
    article: string
    price:   decimal(10, 2)
}

table topic prices v1 {
    schema Price
}
```

```stream
package shop

record Price {
    article: string
    price:   decimal(10, 2)
}

table topic prices v1 {
    schema Price
    key    article
}
```
"#;
