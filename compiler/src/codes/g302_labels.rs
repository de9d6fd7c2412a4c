//! A labelled value in a field that does not say so.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "G302", name: "labels-are-declared" };

/// Where the value is written, and where to.
pub struct Written<'a> {
    pub topic: &'a str,
    pub field: &'a str,
    pub field_span: Span,
    /// The expression that reads the value last.
    pub value: Span,
    /// Where it is written.
    pub sink: Span,
}

/// `steps`: the way of the value, from the field that declares the label on; `tokenised`: a token would take it off.
pub fn undeclared(label: &str, written: &Written<'_>, steps: Vec<(Span, String)>, tokenised: bool) -> Diagnostic {
    let Written { topic, field, field_span, value, sink } = written;
    let mut error = Diagnostic::error(CODE, *value, format!("`{label}` data reaches field `{field}` of `{topic}`, which does not declare it"))
        .label(format!("carries `{label}`"))
        .secondary(*field_span, format!("lacks `@{label}`"));
    if sink != value {
        error = error.secondary(*sink, "written here");
    }
    for (span, text) in steps.into_iter().filter(|(span, _)| span != value) {
        error = error.secondary(span, text);
    }
    let or = if tokenised { ", or write a pseudonym: `token(…, \"vault\")`" } else { ", or leave the value out" };
    error.help(format!("declare the label, `{field}: … @{label}`{or}"))
}

pub const PAGE: &str = r#"A value carries a label, and the field of the topic that it is written to does not declare that label.

Labels follow a value through every filter, join, expression and aggregate, and only a declassifier takes one off. What
arrives in a topic without its label is unknown to everybody who reads that topic: it would be in keys, logs, regions and
archives where it must not be, and nobody would erase it. The finding shows the way of the value, place by place.

```stream fails
package shop

record Order {
    id:    string
    email: string @pii
}

record Parcel {
    order: string
    to:    string
}

topic orders v1 {
    schema Order
    retain 7d
}

topic parcels v1 {
    schema Parcel
    retain 7d
}

job dispatch {
    stream parcel {
        from   orders as o
        select { order: o.id, to: o.email }
        to     parcels
    }
}
```

```stream
package shop

record Order {
    id:    string
    email: string @pii
}

record Parcel {
    order: string
    to:    string @pii
}

topic orders v1 {
    schema Order
    retain 7d
}

topic parcels v1 {
    schema Parcel
    retain 7d
}

job dispatch {
    stream parcel {
        from   orders as o
        select { order: o.id, to: o.email }
        to     parcels
    }
}
```
"#;
