//! A join of two streams that does not say how near in time the rows are.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0416", name: "unbounded-join" };

pub fn missing(span: Span, stream: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("nothing says how long a row waits for one of `{stream}`"))
        .label("every row of both streams would be kept for ever")
        .help("say how much earlier or later the other row may be: `within 1h before, 1h after`")
}

pub const PAGE: &str = r#"A stream is joined with a stream, and the join has no `within`.

Either row may come first, so each is kept until its partner can come no more. Without a bound that is never, and the state
grows with every record. `within B before, A after` says how much earlier, and how much later, the row of the joined stream
may be; both ends are included, and a side that is left out is nothing.

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
        join   payments as p on p.order == o.id
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
        join   payments as p on p.order == o.id within 5m before, 1h after
        select { id: o.id, amount: p.amount }
        to     paid
    }
}
```
"#;
