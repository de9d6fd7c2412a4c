//! S0106: an operator of another language.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0106", name: "foreign-operator" };

/// `written` as found, `meant` as this language writes it.
pub fn operator(span: Span, written: &str, meant: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{written}` is not an operator here"))
        .help(format!("write `{meant}`"))
        .fix(Fix::replace(format!("write `{meant}`"), span, meant.to_string(), Applicability::Safe))
}

pub const PAGE: &str = r#"The operator belongs to another language: equality is `==`, inequality `!=`, and conditions are joined with `and`, `or`
and `not`.

A single `=` only binds names: `type Price = decimal(18, 2)`.

```stream fails
package shop

record Order {
    id: string
}

topic orders v1 { schema Order; key id; retain 14d }
topic others v1 { schema Order; key id; retain 14d }

job filter {
    stream kept {
        from      orders as o
        where     o.id = "a"
        select    { id: o.id }
        bad       stop
        to        others
    }
}
```

```stream
package shop

record Order {
    id: string
}

topic orders v1 { schema Order; key id; retain 14d }
topic others v1 { schema Order; key id; retain 14d }

job filter {
    stream kept {
        from      orders as o
        where     o.id == "a"
        select    { id: o.id }
        bad       stop
        to        others
    }
}
```
"#;
