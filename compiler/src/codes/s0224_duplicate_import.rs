//! Two imports of one name.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0224", name: "duplicate-import" };

pub fn duplicate(span: Span, name: &str, first: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{name}` is brought in twice"))
        .label("the second")
        .secondary(first, "the first")
        .help("join the two into one, or give one another name with `as`")
}

/// An import with the name of a topic that the package declares itself.
pub fn own(span: Span, name: &str, own: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{name}` is also a topic of this package"))
        .secondary(own, "declared here")
        .help(format!("give the import another name: `as other_{name}`"))
}

pub const PAGE: &str = r#"Two imports, or an import and a topic of the package itself, have the same name.

A node reads by that name, and it must mean one topic: two versions of a topic can be read side by side, each under a
name of its own.

```stream fails
// file: shop.stream
package shop

record Order {
    id: string
}

topic orders v1 {
    schema     Order
    visibility public
}

topic orders v2 {
    schema     Order
    visibility public
}

// file: bills.stream
package bills

import shop.orders v1 { id } for billing
import shop.orders v2 { id } for billing
```

```stream
// file: shop.stream
package shop

record Order {
    id: string
}

topic orders v1 {
    schema     Order
    visibility public
}

topic orders v2 {
    schema     Order
    visibility public
}

// file: bills.stream
package bills

import shop.orders v1 as old_orders { id } for billing
import shop.orders v2 { id } for billing
```
"#;
