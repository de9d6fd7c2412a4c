//! A `match` that does not cover every value.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0316", name: "match-incomplete" };

/// `finite`: the type has finitely many values, of which `missing` are not covered.
pub fn missing(span: Span, ty: &str, finite: bool, missing: &[String]) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("`match` does not cover every {ty}"));
    if finite {
        let listed = missing.iter().map(|m| format!("`{m}`")).collect::<Vec<_>>().join(", ");
        error.label(format!("not covered: {listed}")).help(format!("add an arm for {listed}, or `else => …`"))
    } else {
        error.label("there are always more values").help("add `else => …`")
    }
}

pub const PAGE: &str = r#"A `match` leaves values without an answer.

Of a closed enum every value must be covered, or `else` say what holds for the rest: then a value added later is an error
here and not a record that fails at night. Numbers, texts and open enums always need `else`.

```stream fails
package shop

enum Kind { card, cash }

record Sale {
    id:   string
    kind: Kind
    size: int
}

topic sales v1 {
    schema Sale
    key    id
}

job j {
    stream named {
        from   sales as s
        select { id: s.id, text: match s.kind { card => "by card" } }
    }
}
```

```stream
package shop

enum Kind { card, cash }

record Sale {
    id:   string
    kind: Kind
    size: int
}

topic sales v1 {
    schema Sale
    key    id
}

job j {
    stream named {
        from   sales as s
        select { id: s.id, text: match s.kind { card => "by card", cash => "in cash" } }
    }
}
```
"#;
