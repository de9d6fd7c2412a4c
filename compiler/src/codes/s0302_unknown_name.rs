//! A name that nothing in scope has.

use crate::base::{Span, nearest};
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0302", name: "unknown-name" };

/// `known`: aliases and columns in scope; `enumeration`: an enum that has a value of this name.
pub fn unknown(span: Span, name: &str, known: &[&str], enumeration: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("there is no `{name}` here"))
        .label("neither a row nor a column of one");
    match (enumeration, nearest(name, known.iter().copied())) {
        (Some(of), _) => {
            let full = format!("{of}.{name}");
            error.suggest(Some(&full))
        }
        (None, near @ Some(_)) => error.suggest(near),
        (None, None) if known.is_empty() => error.help("write a constant: no row can be named here"),
        (None, None) => {
            let first = known.iter().take(6).map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ");
            error.help(format!("name something that is in scope: {first}"))
        }
    }
}

/// `window.…` that is neither bound, or without a window.
pub fn window(span: Span, windowed: bool) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, "the window has no such column");
    if windowed {
        error.help("a window has `window.start` and `window.end`")
    } else {
        error.help("give the table a window: `window tumbling 1h`")
    }
}

pub const PAGE: &str = r#"An expression names something that is not in scope.

In scope are the rows that the node's `from`, `join` and `each` clauses bring in, under their aliases, and the columns of
these rows without an alias where only one row has them. In the `select` of a table also the key's columns; in `having`
the key's and the selected columns, and nothing else.

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
        where x.amount > 100
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
