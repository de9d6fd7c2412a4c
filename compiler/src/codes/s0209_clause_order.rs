//! Clauses out of their order.

use crate::base::Span;
use crate::diag::{Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0209", name: "clause-order" };

/// `before`: the clause that should come after this one; `fix` puts all clauses of the block in order.
pub fn order(span: Span, clause: &str, before: (&str, Span), fix: Option<Fix>) -> Diagnostic {
    let help = format!("move `{clause}` before `{}`", before.0);
    let error = Diagnostic::error(CODE, span, format!("`{clause}` belongs before `{}`", before.0))
        .label("too late")
        .secondary(before.1, format!("`{}` stands here", before.0))
        .help(help);
    match fix {
        Some(fix) => error.fix(fix),
        None => error,
    }
}

pub const PAGE: &str = r#"The clauses of a node or a topic have one order, and a clause stands outside it.

A node reads from top to bottom as its records flow: `from join each where key window select having keep bound emit bad
unmatched late to`. A topic goes from what is in it to who may have it: `dead_letter schema key partition time
tombstones format wire trusted compat bound history retain erase visibility fresh grant supersedes`. With one order, two
jobs can be compared line by line. `riparian fix` puts them in order.

```stream fails
package shop

record Order {
    id: string
}

topic orders v1 {
    retain 14d
    schema Order
}
```

```stream
package shop

record Order {
    id: string
}

topic orders v1 {
    schema Order
    retain 14d
}
```
"#;
