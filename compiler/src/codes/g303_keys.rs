//! Personal data in a key.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "G303", name: "keys-are-not-personal" };

/// A key of a topic that holds labelled data.
pub struct Key<'a> {
    pub span: Span,
    pub field: &'a str,
    pub field_span: Span,
    pub topic: &'a str,
    /// A vault to propose.
    pub vault: &'a str,
    pub tokenised: bool,
}

pub fn personal(key: &Key<'_>, label: &str) -> Diagnostic {
    let Key { span, field, field_span, topic, vault, tokenised } = key;
    let error = Diagnostic::error(CODE, *span, format!("the key of topic `{topic}` holds `{label}` data"))
        .secondary(*field_span, format!("`{field}` is labelled here"))
        .note("keys stand in plain form in the log, in its index, in access logs and in every tool that lists records, and they cannot be masked later");
    if *tokenised {
        return error.help("take another key: the organisation's policy lets nothing personal into keys, not even as a token");
    }
    let mended = format!("{field} by token(\"{vault}\")");
    let error = error.help(format!("publish a pseudonym as the key: `{mended}`"));
    if span.range().len() == field.len() {
        let title = format!("write `{mended}`");
        error.fix(Fix::replace(title, *span, mended, Applicability::Likely))
    } else {
        error
    }
}

pub const PAGE: &str = r#"A topic's key is a field that is labelled as personal, in plain form.

A record's value can be masked, encrypted or erased; its key decides the partition, replaces older records in a table and
is listed by every tool. So what says who a record is about is published as a pseudonym, made with a key that only its
owner holds: equal persons still meet in one partition.

```stream fails
package shop

record Order {
    id:    string
    buyer: string @subject
}

topic orders v1 {
    schema Order
    key    buyer
}
```

```stream
package shop

record Order {
    id:    string
    buyer: string @subject
}

topic orders v1 {
    schema Order
    key    buyer by token("shop")
}
```
"#;
