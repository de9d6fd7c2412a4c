//! S0116: a closing brace with no partner.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0116", name: "stray-close" };

pub fn brace(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "this `}` closes nothing")
        .help("take it out")
        .fix(Fix::replace("take it out", span, "", Applicability::Likely))
}

pub const PAGE: &str = r#"A `}` stands where no block is open. Either it is one too many, or an opening brace is lost before it.

```stream fails
package shop

record Order {
    id: string
}
}
```

```stream
package shop

record Order {
    id: string
}
```
"#;
