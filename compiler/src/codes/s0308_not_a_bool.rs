//! A condition that is no bool.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0308", name: "not-a-bool" };

/// `place`: which condition, for people; `example`: a condition about the value.
pub fn found(span: Span, place: &str, ty: &str, example: Option<String>) -> Diagnostic {
    let help = match example {
        Some(example) => format!("compare it with something, as in `{example}`"),
        None => "compare it with something: `==`, `<`, `is not none`".to_owned(),
    };
    Diagnostic::error(CODE, span, format!("{place} is no condition"))
        .label(format!("this is {ty}"))
        .note(format!("Expected: bool\nFound:    {ty}"))
        .help(help)
}

pub const PAGE: &str = r#"A condition must be true or false.

Numbers and texts are not taken for conditions: whether zero, an empty text or an absent value counts as false differs
from language to language, and a filter that guesses loses records without a trace.

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
    stream some {
        from  sales as s
        where s.amount
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
    stream some {
        from  sales as s
        where s.amount > 0
    }
}
```
"#;
