//! S0110: one comparison after another.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0110", name: "chained-comparison" };

pub fn chain(span: Span, operator: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, "comparisons cannot be chained")
        .label(format!("this `{operator}` compares the result of a comparison"))
        .help("join two comparisons with `and`: `0 < x and x < 10`")
}

pub const PAGE: &str = r#"A comparison yields true or false, and comparing that again is almost never meant: `0 < x < 10` would ask whether
`true` is less than 10.

```stream fails
package shop

record Order {
    id:  string
    qty: int
}

topic orders v1 { schema Order; key id; retain 14d }
topic others v1 { schema Order; key id; retain 14d }

job filter {
    stream kept {
        from      orders as o
        where     0 < o.qty < 10
        select    { id: o.id, qty: o.qty }
        bad       stop
        to        others
    }
}
```

```stream
package shop

record Order {
    id:  string
    qty: int
}

topic orders v1 { schema Order; key id; retain 14d }
topic others v1 { schema Order; key id; retain 14d }

job filter {
    stream kept {
        from      orders as o
        where     0 < o.qty and o.qty < 10
        select    { id: o.id, qty: o.qty }
        bad       stop
        to        others
    }
}
```
"#;
