//! A team, label or policy outside the organisation's file.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0223", name: "registry-outside-org" };

pub fn outside(span: Span, what: &str, package: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("a {what} is declared in package `org`, not in `{package}`"))
        .help("move it to a file that starts with `package org`")
}

pub const PAGE: &str = r#"A team, domain, region, purpose, label, declassifier or policy stands in an ordinary package.

Who owns what, which labels exist and what takes them off are decided for everybody in one place, by the people who
answer for it. A team that could declare its own declassifier would have no rule to keep.

```stream fails
package shop

label secret "Known to us alone"
```

```stream
// file: org.stream
package org

team sales { domain retail; contact "sales channel" }
domain retail { steward sales }
label secret "Known to us alone"

// file: shop.stream
package shop {
    owner sales
}
```
"#;
