//! A type that contains itself.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0220", name: "recursive-type" };

pub fn recursive(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{name}` contains itself"))
        .help("put the inner part into a list, or name it by an id")
}

pub const PAGE: &str = r#"A record or an alias contains itself without a list between, so no value of it could end.

Every value of a stream has a fixed layout in state and in changelogs; one without an end has none.

```stream fails
package shop

record Category {
    name:   string
    parent: Category
}
```

```stream
package shop

type CategoryId = id<string>

record Category {
    id:     CategoryId
    parent: CategoryId?
}
```
"#;
