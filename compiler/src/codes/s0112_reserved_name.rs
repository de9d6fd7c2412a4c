//! S0112: a reserved word as a name.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0112", name: "reserved-name" };

pub fn name(span: Span, word: &str) -> Diagnostic {
    let quoted = format!("`{word}`");
    Diagnostic::error(CODE, span, format!("`{word}` is a reserved word and cannot be a name"))
        .help(format!("choose another name, or write it in back-ticks: {quoted}"))
        .fix(Fix::replace("write it in back-ticks", span, quoted, Applicability::Safe))
}

pub const PAGE: &str = r#"Some words stand inside expressions (`and or not is in as if then else match when within grace desc true false none`) and
cannot be names. Every other word can: `key`, `window` and `type` are fine as columns.

In back-ticks any word is a name, which helps if the name comes from elsewhere.

```stream fails
package shop

record match {
    id: string
}
```

```stream
package shop

record `match` {
    id: string
}
```
"#;
