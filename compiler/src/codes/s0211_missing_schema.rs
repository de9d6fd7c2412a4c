//! A topic without a schema.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0211", name: "missing-schema" };

pub fn missing(span: Span, topic: &str, example: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("topic `{topic}` has no schema"))
        .help(format!("add `schema {example}`; a topic for unusable records says `dead_letter` instead"))
}

/// `schema` names something that is not a record.
pub fn not_a_record(span: Span, name: &str, declared: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{name}` is not a record, so it cannot be a topic's schema"))
        .secondary(declared, "declared here")
        .help("name a `record`")
}

/// `topic orders { … }`.
pub fn version(span: Span, topic: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("topic `{topic}` has no version"))
        .help(format!("write `{topic} v1`"))
        .fix(Fix::replace("add `v1`", span.at_end(), " v1", Applicability::Safe))
}

pub const PAGE: &str = r#"A topic does not say which record its messages are.

A topic is a contract: every reader's types, columns and access follow from its schema.

```stream fails
package shop

topic orders v1 { retain 14d }
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
