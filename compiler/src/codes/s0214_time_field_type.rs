//! Event time from a field that is no time.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0214", name: "time-field-type" };

pub fn not_a_time(span: Span, field: &str, ty: &str, declared: Span, nearest: Option<&str>) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{field}` is a `{ty}`, and event time is a `timestamp` or a `date`"))
        .secondary(declared, "declared here")
        .suggest(nearest)
}

/// A date without `at`.
pub fn date_without_time(span: Span, field: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{field}` is a date, and nothing says when on that day it holds"))
        .help(format!("say when and where: `time {field} at 16:00 \"Europe/Berlin\"`"))
        .fix(Fix::replace("add `at`", span.at_end(), " at 00:00 \"UTC\"", Applicability::Placeholder))
}

/// `at` on a timestamp.
pub fn timestamp_with_time(span: Span, field: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{field}` is a timestamp and needs no time of day"))
        .help("remove `at …`")
        .fix(Fix::replace("remove it", span, "", Applicability::Likely))
}

/// A time of day without its zone, or in a zone that does not exist.
pub fn zone(span: Span, zone: Option<&str>) -> Diagnostic {
    let title = match zone {
        Some(zone) => format!("`{zone}` is no time zone"),
        None => "a time of day needs a time zone".to_owned(),
    };
    Diagnostic::error(CODE, span, title).help("name a zone of the IANA database, as in `at 16:00 \"Europe/Berlin\"`")
}

pub const PAGE: &str = r#"The `time` clause of a topic names a field that cannot be event time.

Event time decides which window a record is in, when a window closes and which version of a table a join sees. It is a
`timestamp`, or a `date` together with the time of day and the zone at which the row starts to hold.

```stream fails
package shop

record Order {
    id:     string
    placed: timestamp
}

topic orders v1 {
    schema Order
    time   id
}
```

```stream
package shop

record Order {
    id:     string
    placed: timestamp
}

topic orders v1 {
    schema Order
    time   placed
}
```
"#;
