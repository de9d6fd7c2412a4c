//! An arm of `match` that can never hold, or is no constant.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0322", name: "match-pattern" };

pub fn not_a_literal(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "a pattern of `match` is a constant")
        .help("write a value, or use `if … then … else …`")
}

pub fn type_of(span: Span, subject: Span, expected: &str, found: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("this pattern never holds: it is {found}"))
        .secondary(subject, format!("this is {expected}"))
        .help(format!("write a value of type {expected}"))
}

pub fn again(span: Span, first: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "this pattern stands in an earlier arm")
        .secondary(first, "the first that holds is taken")
        .help("remove it here or there")
}

pub fn after_else(span: Span, first: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "this arm is never reached")
        .secondary(first, "`else` takes everything that is left")
        .help("put it before `else`, or remove it")
}

pub const PAGE: &str = r#"A pattern is no constant, has another type than what is matched, or comes after one that takes the same values.

The first arm whose pattern equals the value is taken. An arm that can never be taken is a mistake in it or in an earlier
one.

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
        select { id: s.id, text: match s.size { 1 => "one", 1 => "two", else => "many" } }
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
        select { id: s.id, text: match s.size { 1 => "one", 2 => "two", else => "many" } }
    }
}
```
"#;
