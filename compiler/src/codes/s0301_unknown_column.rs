//! A column or a field that the row does not have.

use crate::base::{Span, nearest};
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0301", name: "unknown-column" };

/// `columns`: those of the row, in order.
pub fn unknown(span: Span, column: &str, row: &str, columns: &[&str]) -> Diagnostic {
    finish(Diagnostic::error(CODE, span, format!("`{row}` has no column `{column}`")), column, columns)
}

/// A field of a nested record.
pub fn unknown_field(span: Span, field: &str, record: &str, fields: &[&str]) -> Diagnostic {
    finish(Diagnostic::error(CODE, span, format!("`{record}` has no field `{field}`")), field, fields)
}

/// `.field` of something that is no record.
pub fn no_fields(span: Span, field: &str, of: &str, ty: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{of}` has no field `{field}`: it is no record"))
        .label(format!("`{of}` is {ty}"))
        .help(format!("leave out `.{field}`"))
}

fn finish(error: Diagnostic, wanted: &str, known: &[&str]) -> Diagnostic {
    let near = nearest(wanted, known.iter().copied());
    let listed = known.iter().take(12).map(|c| format!("`{c}`")).collect::<Vec<_>>().join(", ");
    let more = known.len().saturating_sub(12);
    let listed = if more > 0 { format!("{listed} and {more} more") } else { listed };
    let error = if known.is_empty() { error } else { error.note(format!("it has {listed}")) };
    match near {
        Some(_) => error.suggest(near),
        None => error.help("write one of these, or declare the column where the row is declared"),
    }
}

pub const PAGE: &str = r#"An expression names a column that its row does not have.

What a row has is known everywhere in a workspace: the fields of the topic's record, or the columns that an earlier node
selects. So a slip is found here and not as an empty value in another team's dashboard.

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
    stream large {
        from  sales as s
        where s.amuont > 100
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
    stream large {
        from  sales as s
        where s.amount > 100
    }
}
```
"#;
