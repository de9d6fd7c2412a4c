//! S0103: text that fits nowhere.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0103", name: "unexpected-text" };

/// `place`: where it stands, as in "a stream" or "the end of `where`"; `nearest`: the word that may be meant.
pub fn text(span: Span, found: &str, place: &str, nearest: Option<(Span, &str)>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("`{found}` does not belong {place}"));
    match nearest {
        Some((word, meant)) => error
            .help(format!("did you mean `{meant}`?"))
            .fix(Fix::replace(format!("write `{meant}`"), word, meant, Applicability::Likely)),
        None => error.help("take it out, or start a new line for a new clause"),
    }
}

pub const PAGE: &str = r#"Some words or signs stand where nothing of the kind can stand: a misspelt keyword, a clause of another block, two
clauses on one line.

A clause ends with its line, or with `;`. The text is skipped to there, and the rest of the block is read as usual.

```stream fails
package shop

record Order {
    id: string
}

topic orders v1 {
    shema  Order
    retain 14d
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
