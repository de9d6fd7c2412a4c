//! A field that the schema of the topic does not have.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0204", name: "unknown-field" };

/// `place`: `the key`, `the grant`, `the import`; `record`: the schema's name and where it is declared.
pub fn unknown(span: Span, field: &str, place: &str, record: (&str, Span), nearest: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("`{}` has no field `{field}`", record.0))
        .label(format!("named in {place}"))
        .secondary(record.1, format!("`{}` is declared here", record.0));
    match nearest {
        Some(_) => error.suggest(nearest),
        None => error.help(format!("name a field of `{}`, or add `{field}` to it", record.0)),
    }
}

pub const PAGE: &str = r#"A clause of a topic, or an import, names a field that the topic's record does not have.

Key, partitioning, time, wire names, grants and imports all speak about fields of the schema. A name that is not there
would silently grant nothing, or leave every record without a key.

```stream fails
package shop

record Order {
    id:    string
    buyer: string
}

topic orders v1 {
    schema Order
    key    byer
}
```

```stream
package shop

record Order {
    id:    string
    buyer: string
}

topic orders v1 {
    schema Order
    key    buyer
}
```
"#;
