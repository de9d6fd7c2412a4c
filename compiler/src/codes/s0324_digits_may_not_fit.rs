//! A value with more digits after the point than its place keeps.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0324", name: "digits-may-not-fit" };

/// `from`, `to`: digits after the point.
pub fn warning(span: Span, from: u8, to: u8) -> Diagnostic {
    Diagnostic::warning(CODE, span, format!("this has {from} digits after the point, and its place keeps {to}"))
        .label("a value that needs more makes the record bad")
        .help(format!("round it: `round_to(…, {to})`"))
}

pub const PAGE: &str = r#"A value may have more digits after the point than the column it goes to.

It is never cut silently: a value that does not fit exactly makes its record bad. Averages and quotients have six more
digits than what they are made of, so for them this is nearly every record. Round where rounding is meant.

```stream fails
package shop

record Sale {
    id:     string
    amount: decimal(18, 2)
}

record Half {
    id:     string
    amount: decimal(18, 2)
}

topic sales v1 { schema Sale; key id }
topic halves v1 { schema Half; key id }

job j {
    stream half {
        from   sales as s
        select { id: s.id, amount: s.amount / 2 }
        to     halves
    }
}
```

```stream
package shop

record Sale {
    id:     string
    amount: decimal(18, 2)
}

record Half {
    id:     string
    amount: decimal(18, 2)
}

topic sales v1 { schema Sale; key id }
topic halves v1 { schema Half; key id }

job j {
    stream half {
        from   sales as s
        select { id: s.id, amount: s.amount * 2 }
        to     halves
    }
}
```
"#;
