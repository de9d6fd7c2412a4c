//! A package that no file of the workspace declares.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0202", name: "unknown-package" };

pub fn unknown(span: Span, name: &str, nearest: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("there is no package `{name}` in this workspace"));
    match nearest {
        Some(_) => error.suggest(nearest),
        None => error.help(format!("add a file that starts with `package {name}`")),
    }
}

/// A grant to a package that is not here, where one of nearly that name is.
pub fn granted(span: Span, name: &str, nearest: &str) -> Diagnostic {
    Diagnostic::warning(CODE, span, format!("the grant is for `{name}`, and no such package is in this workspace"))
        .suggest(Some(nearest))
}

pub const PAGE: &str = r#"A `use`, an `import` or a grant names a package that no file of the workspace declares.

Packages are found by the name in their header, never by folder. The workspace is closed: who reads what is proved from
the packages in it, so a name that leads nowhere would be a hole in the proof.

```stream fails
// file: shop.stream
package shop

enum Colour { red, green }

// file: paint.stream
package paint

use shp { Colour }
```

```stream
// file: shop.stream
package shop

enum Colour { red, green }

// file: paint.stream
package paint

use shop { Colour }
```
"#;
