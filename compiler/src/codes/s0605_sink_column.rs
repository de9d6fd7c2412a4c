//! A node's columns do not fill the topic's schema.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0605", name: "sink-column" };

/// `columns`: the fields that nothing fills; `select`: the keyword of the node's clause.
pub fn missing(
    span: Span,
    topic: &str,
    node: &str,
    columns: &[&str],
    near: Option<&str>,
    select: Option<Span>,
) -> Diagnostic {
    let listed = columns.iter().map(|c| format!("`{c}`")).collect::<Vec<_>>().join(", ");
    let first = columns.first().copied().unwrap_or("column");
    let error = Diagnostic::error(CODE, span, format!("`{topic}` needs {listed}, which `{node}` does not have"));
    let error = match select {
        Some(select) => error.secondary(select, "the columns of the node"),
        None => error,
    };
    match near {
        Some(near) => error.help(format!("select it as `{first}`; `{near}` is much like it")),
        None => error.help(format!("add `{first}: …` to `select`, or make the field optional: `{first}: …?`")),
    }
}

/// A selected column that goes nowhere.
pub fn unused(span: Span, column: &str, topics: &[&str]) -> Diagnostic {
    let listed = topics.iter().map(|t| format!("`{t}`")).collect::<Vec<_>>().join(" and ");
    let verb = if topics.len() == 1 { "has" } else { "have" };
    Diagnostic::warning(CODE, span, format!("`{column}` is selected and written nowhere"))
        .label(format!("{listed} {verb} no such field"))
        .help(format!("leave it out, or declare `{column}` in the topic's record"))
}

pub const PAGE: &str = r#"The columns of a node are matched with the fields of the topic by name, and a field has no column.

A topic is a contract: every field that is not optional is in every record. An optional field without a column is absent.
A selected column that no topic has is a warning, since it is often a slip in a name.

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

record Busy {
    shop:  string
    sales: int
}

table topic busy v1 {
    schema Busy
    key    shop
    bound  finite keys
}

job j {
    table per_hour {
        from   sales as s
        key    shop: s.shop
        window tumbling 1h
        select { count: count() }
        to     busy latest window
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

record Busy {
    shop:  string
    sales: int
}

table topic busy v1 {
    schema Busy
    key    shop
    bound  finite keys
}

job j {
    table per_hour {
        from   sales as s
        key    shop: s.shop
        window tumbling 1h
        select { sales: count() }
        to     busy latest window
    }
}
```
"#;
