//! A word where one of a few may stand.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0217", name: "unknown-word" };

/// `what`: `visibility`, `format`, …; `words`: all that may stand here.
pub fn unknown(span: Span, what: &str, word: &str, words: &[&str]) -> Diagnostic {
    let all = words.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", ");
    let error = Diagnostic::error(CODE, span, format!("`{word}` is no {what}"));
    match crate::base::nearest(word, words.iter().copied()) {
        Some(name) => error.label(format!("one of {all}")).suggest(Some(name)),
        None => error.help(format!("write one of {all}")),
    }
}

pub const PAGE: &str = r#"A clause takes one of a few words, and another one stands there.

```stream fails
package shop

record Order {
    id: string
}

topic orders v1 {
    schema     Order
    visibility pubic
}
```

```stream
package shop

record Order {
    id: string
}

topic orders v1 {
    schema     Order
    visibility public
}
```

Why it matters: `visibility`, `format`, `compat` and the like decide who may read a topic and how. There is no default
for a word that is not known.
"#;
