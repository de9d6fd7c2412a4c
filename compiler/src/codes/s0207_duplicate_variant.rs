//! Two variants of one name in an enum.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0207", name: "duplicate-variant" };

pub fn duplicate(span: Span, variant: &str, name: &str, first: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("enum `{name}` has the variant `{variant}` twice"))
        .label("the second")
        .secondary(first, "the first")
        .help("remove one of the two")
}

pub const PAGE: &str = r#"An enum lists the same variant twice.

A variant is its name on the wire, so two of one name cannot be told apart.

```stream fails
package shop

enum Colour { red, green, red }
```

```stream
package shop

enum Colour { red, green, blue }
```
"#;
