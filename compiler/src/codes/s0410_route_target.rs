//! A destination for unusable records that cannot be one.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0410", name: "route-target" };

pub fn unknown(span: Span, clause: &str, topic: &str, near: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("`{clause} to {topic}` names no topic of this package"));
    match near {
        Some(_) => error.suggest(near),
        None => error.help(format!("declare `topic {topic} v1 {{ dead_letter; retain 14d }}`")),
    }
}

/// `other`: a dead-letter topic of the package.
pub fn no_dead_letter(span: Span, clause: &str, topic: &str, declared: Span, other: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("`{clause}` goes to a dead-letter topic, and `{topic}` is none"))
        .secondary(declared, "an ordinary topic");
    match other {
        Some(_) => error.suggest(other),
        None => error.help("declare `topic unusable v1 { dead_letter; retain 14d }` and send them there"),
    }
}

pub fn no_reason(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "dropping records needs a reason")
        .help("say why nobody needs them: `drop because \"…\"`")
}

pub const PAGE: &str = r#"A `bad`, `late` or `unmatched` clause names a destination that cannot take unusable records.

A dead letter has a schema of its own: the reason, the place in the text, the record as far as the job may see it. So it
goes to a topic declared with `dead_letter`, of the same package. A `drop` says why.

```stream fails
package shop {
    bad to sales
}

record Sale {
    id:   string
    size: int
}

topic sales v1 { schema Sale; key id }
topic unusable v1 { dead_letter; retain 14d }

job j {
    stream large {
        from  sales as s
        where s.size > 10
    }
}
```

```stream
package shop {
    bad to unusable
}

record Sale {
    id:   string
    size: int
}

topic sales v1 { schema Sale; key id }
topic unusable v1 { dead_letter; retain 14d }

job j {
    stream large {
        from  sales as s
        where s.size > 10
    }
}
```
"#;
