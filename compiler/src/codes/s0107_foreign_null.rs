//! S0107: `null` instead of `none`.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0107", name: "foreign-null" };

/// `span` may include a comparison: `== null` becomes `is none`.
pub fn null(word: Span, span: Span, meant: &str) -> Diagnostic {
    Diagnostic::error(CODE, word, "the value for nothing is `none`")
        .help(format!("write `{meant}`"))
        .fix(Fix::replace(format!("write `{meant}`"), span, meant.to_string(), Applicability::Safe))
}

pub const PAGE: &str = r#"There is no `null`: an optional value that is absent is `none`, and one asks for it with `is none` and `is not none`.

After `where x is not none` the compiler knows that `x` is there.

```stream fails
package shop

record Order {
    id:   string
    note: string?
}

topic orders v1 { schema Order; key id; retain 14d }
topic others v1 { schema Order; key id; retain 14d }

job filter {
    stream kept {
        from      orders as o
        where     o.note != null
        select    { id: o.id, note: o.note }
        bad       stop
        to        others
    }
}
```

```stream
package shop

record Order {
    id:   string
    note: string?
}

topic orders v1 { schema Order; key id; retain 14d }
topic others v1 { schema Order; key id; retain 14d }

job filter {
    stream kept {
        from      orders as o
        where     o.note is not none
        select    { id: o.id, note: o.note }
        bad       stop
        to        others
    }
}
```
"#;
