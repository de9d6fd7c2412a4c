//! A join whose clauses do not go with what is joined: a stream or a table.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0415", name: "join-of-streams" };

/// No equality of something of both sides.
pub fn nothing_equal(span: Span, stream: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("nothing of `{stream}` must equal something of the rows it meets"))
        .label("every row would have to be compared with every other one")
        .help(format!("compare a column of each side with `==`: `{stream}.… == …`"))
}

pub fn everywhere(span: Span, stream: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{stream}` is a stream, and `everywhere` copies a table"))
        .help("leave out `everywhere`: rows of two streams meet in the partition of what they are equal by")
}

pub fn as_of(span: Span, stream: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{stream}` is a stream, and only a table is looked up as it was at a time"))
        .help("leave out `as of`, and say how near in time the rows are: `within 1h before, 1h after`")
}

/// `within` or `grace` on a join with a table.
pub fn table(span: Span, table: &str, declared: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{table}` is a table: a row looks it up and does not wait for it"))
        .secondary(declared, "declared here")
        .help("leave out `within` and `grace`, or join a `topic`")
}

pub const PAGE: &str = r#"A join of two streams says what is equal in both and how near they are in time; a join with a table looks a row up
by the table's key. Some clauses belong to one of them only: `within` and `grace` to streams, `everywhere` and `as of` to
tables.

Rows of streams meet where they are equal: what they are equal by decides the partition in which both wait. An inequality may
stand beside it with `and`, but cannot be all there is.

```stream fails
package shop

record Order { id: string, item: string, at: timestamp }
record Payment { order: string, amount: decimal(18, 2), at: timestamp }
record Paid { id: string, amount: decimal(18, 2) }

topic orders v1 { schema Order; key id; time at }
topic payments v1 { schema Payment; key order; time at }
topic paid v1 { schema Paid; key id }

job paying {
    stream both {
        from   orders as o
        join   payments as p on p.at > o.at within 5m before, 1h after
        select { id: o.id, amount: p.amount }
        to     paid
    }
}
```

```stream
package shop

record Order { id: string, item: string, at: timestamp }
record Payment { order: string, amount: decimal(18, 2), at: timestamp }
record Paid { id: string, amount: decimal(18, 2) }

topic orders v1 { schema Order; key id; time at }
topic payments v1 { schema Payment; key order; time at }
topic paid v1 { schema Paid; key id }

job paying {
    stream both {
        from   orders as o
        join   payments as p on p.order == o.id and p.at > o.at within 5m before, 1h after
        select { id: o.id, amount: p.amount }
        to     paid
    }
}
```
"#;
