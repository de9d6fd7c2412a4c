//! `keep top` that does not say which rows it keeps, or what tells them apart.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0414", name: "keep-top" };

pub fn count(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "`keep top` does not say how many rows of a group are kept")
        .help("write their number: `keep top 10 by …`")
}

pub fn nothing(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "`keep top 0` keeps no row").help("keep at least one: `top 1`")
}

pub fn order(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "`keep top` does not say by what the rows are ordered")
        .help("write the order: `keep top 10 by price desc`")
}

/// `clause`: all of `keep top …`, to whose end the rank is added.
pub fn rank(clause: Span) -> Diagnostic {
    let fix = Fix::replace("name the rank: `as rank`", clause.at_end(), " as rank", Applicability::Safe);
    Diagnostic::error(CODE, clause, "a group has several rows here, and no column tells them apart")
        .help("name the rank: `as rank`; it is a key column of the table")
        .fix(fix)
}

/// `ty`: of the expression, for people.
pub fn unordered(span: Span, ty: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("rows cannot be ordered by {ty}"))
        .help("order by a number, an amount of one currency, a text, a time or an enum; a float as a decimal")
}

pub fn currencies(span: Span, ty: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("rows cannot be ordered by {ty}: their currencies may differ"))
        .help("bring the amounts to one currency with `convert`, and order by that")
}

pub fn in_stream(span: Span, node: &str, head: Span) -> Diagnostic {
    let title = format!("`keep top` keeps rows that change places, and `{node}` is a stream of single rows");
    Diagnostic::error(CODE, span, title)
        .secondary(head, "a stream")
        .help(format!("make it a table: `table {node}`, with a `key`"))
}

pub const PAGE: &str = r#"A `keep top` does not say how many rows of a group are kept, by what they are ordered, or what tells them apart.

A table is updated row by row, so each of its rows needs an identity. Of several rows of a group that is the place in the
order: a row that comes first moves the others down, and each place is updated. `keep top 1` has one row per key and needs no
rank, unless it is kept `with ties`.

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
    table largest {
        from   sales as s
        key    shop: s.shop
        select { id: s.id, amount: s.amount }
        keep   top 3 by s.amount desc
        bound  finite keys
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
    table largest {
        from   sales as s
        key    shop: s.shop
        select { id: s.id, amount: s.amount }
        keep   top 3 by s.amount desc as rank
        bound  finite keys
    }
}
```
"#;
