//! A guarantee that does not exist.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0609", name: "guarantee" };

pub fn unknown(span: Span, word: &str, near: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("there is no guarantee `{word}`"));
    match near {
        Some(_) => error.suggest(near),
        None => error.help("write `exactly_once` or `at_least_once`"),
    }
}

pub const PAGE: &str = r#"A job names a guarantee that does not exist.

`exactly_once`: outputs, state and positions become visible together. `at_least_once`: outputs may repeat after a crash.

```stream fails
package shop

record Sale { id: string }

topic sales v1 { schema Sale; key id }

job j {
    guarantee exactly_one

    stream all { from sales as s }
}
```

```stream
package shop

record Sale { id: string }

topic sales v1 { schema Sale; key id }

job j {
    guarantee exactly_once

    stream all { from sales as s }
}
```
"#;
