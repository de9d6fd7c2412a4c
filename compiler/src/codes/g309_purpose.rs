//! An import for a purpose that a column or its grant does not allow.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "G309", name: "purpose-is-allowed" };

/// `column` and its place in the import; `allowed`: the purposes of the field.
pub fn field(span: Span, purpose: &str, column: (&str, Span), declared: Span, allowed: &[&str]) -> Diagnostic {
    let (name, place) = column;
    Diagnostic::error(CODE, span, format!("column `{name}` may not be read for `{purpose}`"))
        .label("not among the purposes of the column")
        .secondary(place, "read here")
        .secondary(declared, format!("allowed for {} alone", allowed.join(", ")))
        .help(format!("remove `{name}` from this import; its owner decides what it may serve"))
}

/// The grant is for other purposes.
pub fn grant(span: Span, purpose: &str, column: (&str, Span), grant: Span, approver: Option<&str>) -> Diagnostic {
    let (name, place) = column;
    let whom = approver.map_or("the producer".to_owned(), |team| format!("team `{team}`"));
    Diagnostic::error(CODE, span, format!("column `{name}` is not granted for `{purpose}`"))
        .secondary(place, "read here")
        .secondary(grant, "the grant for this package")
        .help(format!("remove the purpose, or ask {whom} to add `{purpose}` to the grant"))
}

pub const PAGE: &str = r#"An import says what the data is for, and a column, or the grant that gives it, is for something else.

Data about people is collected for stated purposes and must not drift into others. A purpose is written once per import
and compared with every column's `@purposes` and with the grant, so a new use is a change that somebody approves.

```stream fails
// file: org.stream
package org

team sales { domain retail; contact "sales channel" }
team books { domain finance; contact "books channel" }
domain retail { steward sales }
domain finance { steward books }
purpose billing "Writing bills"
purpose advice "Recommending articles"
label pii "Relates to a person"

// file: shop.stream
package shop {
    owner sales
}

record Order {
    id:    string
    buyer: string @purposes(billing)
}

topic orders v1 {
    schema     Order
    visibility public
}

// file: tips.stream
package tips {
    owner books
}

import shop.orders v1 { id, buyer } for advice
```

```stream
// file: org.stream
package org

team sales { domain retail; contact "sales channel" }
team books { domain finance; contact "books channel" }
domain retail { steward sales }
domain finance { steward books }
purpose billing "Writing bills"
purpose advice "Recommending articles"
label pii "Relates to a person"

// file: shop.stream
package shop {
    owner sales
}

record Order {
    id:    string
    buyer: string @purposes(billing)
}

topic orders v1 {
    schema     Order
    visibility public
}

// file: tips.stream
package tips {
    owner books
}

import shop.orders v1 { id } for advice
```
"#;
