//! Constructs of jobs that this version does not compile.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0691", name: "not-supported-yet" };

/// `what`: the construct, for people.
pub fn construct(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("{what} is not supported yet")).help("leave it out in this version")
}

/// A node that reads a table.
pub fn reading_table(span: Span, table: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("reading the table `{table}` with `from` is not supported yet"))
        .help("read the stream that the table is made of, or a table with a window and `emit final`")
}

/// A window over the rows of windows that have closed.
pub fn window_of_closed(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "a window over the rows of closed windows is not supported yet")
        .help("group by the window they are from, `key end: x.window.end`, with `bound ttl`")
}

/// A join whose right side is a table of the same job.
pub fn joining_node(span: Span, node: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("joining `{node}`, a node of the same job, is not supported yet"))
        .help("write it to a table topic, and join that topic")
}

pub fn keep_last(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "`keep last` is not supported yet")
        .help("keep the first of them: `keep first within 24h`")
}

/// A join with a table whose rows are not where their key's columns alone would place them.
pub fn joining_apart(span: Span, table: &str, declaration: Span) -> Diagnostic {
    let title = format!("joining `{table}` partition by partition is not supported yet");
    Diagnostic::error(CODE, span, title)
        .label("its rows are not placed by the columns of its key alone")
        .secondary(declaration, "declared here")
        .help("read the whole table in every task: `join everywhere`")
}

/// A node that writes a topic whose records are not placed by their key.
pub fn writing_apart(span: Span, topic: &str, declaration: Span) -> Diagnostic {
    let title = format!("writing `{topic}`, whose `partition by` is not its key, is not supported yet");
    Diagnostic::error(CODE, span, title)
        .label("its records would be placed by their key")
        .secondary(declaration, "declared here")
        .help("leave `partition by` out, or make its columns the key")
}

pub const PAGE: &str = r#"The text is right, and this version of the compiler does not compile the construct.

It is reported rather than skipped: a job that silently lacks a part of what was written computes something else.

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

record Shop {
    shop: string
    city: string
}

table topic shops v1 {
    schema Shop
    key    shop
    bound  finite keys
}

job j {
    stream pairs {
        from sales as s
        full join everywhere shops as p on p.shop == s.shop
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

record Shop {
    shop: string
    city: string
}

table topic shops v1 {
    schema Shop
    key    shop
    bound  finite keys
}

job j {
    stream pairs {
        from sales as s
        left join everywhere shops as p on p.shop == s.shop
    }
}
```
"#;
