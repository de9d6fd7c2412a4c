//! A dead-letter topic with a clause of ordinary topics.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0212", name: "dead-letter-schema" };

pub fn clause(span: Span, clause: &str, topic: &str, dead_letter: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("dead-letter topic `{topic}` cannot have `{clause}`"))
        .secondary(dead_letter, "made a dead-letter topic here")
        .note("every dead-letter topic has the same documented schema: reason, node, topic, partition, offset, time and, as far as the job may see them, key and value")
        .help(format!("remove `{clause}`"))
}

pub fn table(span: Span, topic: &str, dead_letter: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("dead-letter topic `{topic}` cannot be a table"))
        .secondary(dead_letter, "made a dead-letter topic here")
        .help(format!("write `topic {topic}`"))
}

pub const PAGE: &str = r#"A dead-letter topic has a schema, a key or another clause that only ordinary topics have.

What reaches a dead-letter topic is whatever could not be used, from any input of the job. So all of them share one
documented schema, and tools can read every one of them.

```stream fails
package shop

record Order {
    id: string
}

topic unusable v1 {
    dead_letter
    schema Order
}
```

```stream
package shop

topic unusable v1 {
    dead_letter
    retain 14d
}
```
"#;
