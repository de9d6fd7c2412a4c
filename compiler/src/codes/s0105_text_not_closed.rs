//! S0105: a text without its closing quote.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0105", name: "text-not-closed" };

pub fn not_closed(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "this text is not closed")
        .label("a text ends on the line where it begins")
        .help("add `\"`")
        .fix(Fix::replace("add `\"`", span.at_end(), "\"", Applicability::Likely))
}

/// A text in single quotes.
pub fn single_quotes(span: Span, mended: String) -> Diagnostic {
    Diagnostic::error(CODE, span, "a text is written in double quotes")
        .help(format!("write `{mended}`"))
        .fix(Fix::replace("use double quotes", span, mended, Applicability::Safe))
}

pub const PAGE: &str = r#"A text begins with a double quote and must end with one on the same line. Single quotes do not make a text.

A line break inside a text is written `\n`, a quote `\"`.

```stream fails
package org

purpose fraud "Detecting fraud
```

```stream
package org

purpose fraud "Detecting fraud"
```
"#;
