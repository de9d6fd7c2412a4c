//! Ids of different types, or an id and a plain value.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0311", name: "different-ids" };

/// A comparison.
pub fn different(span: Span, left: Span, right: Span, a: &str, b: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("{a} and {b} are never the same"))
        .secondary(left, format!("this is {a}"))
        .secondary(right, format!("this is {b}"))
        .note("an id equals only ids of its own type")
        .help("compare ids of one type; if both mean the same thing, declare both columns with one type")
}

/// `+` and the like.
pub fn arithmetic(span: Span, sign: &str, left: Span, right: Span, a: &str, b: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{sign}` makes no sense with an id"))
        .secondary(left, format!("this is {a}"))
        .secondary(right, format!("this is {b}"))
        .help("calculate with a number; an id only identifies")
}

pub const PAGE: &str = r#"Two ids of different types are compared, or an id with a plain number or text, or an id is calculated with.

`type CustomerId = id<int>` makes a type of its own: a customer's number is no order's number even where both are 7. The
join that mixes them up compiles in most systems and matches by chance.

```stream fails
package shop

type CustomerId = id<int>
type PageId = id<int>

record Visit {
    customer: CustomerId
    host:     CustomerId
    page:     PageId
}

topic visits v1 {
    schema Visit
    key    customer
}

job j {
    stream self {
        from  visits as v
        where v.customer == v.page
    }
}
```

```stream
package shop

type CustomerId = id<int>
type PageId = id<int>

record Visit {
    customer: CustomerId
    host:     CustomerId
    page:     PageId
}

topic visits v1 {
    schema Visit
    key    customer
}

job j {
    stream self {
        from  visits as v
        where v.customer == v.host
    }
}
```
"#;
