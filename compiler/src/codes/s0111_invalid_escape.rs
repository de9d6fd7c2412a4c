//! S0111: an escape that does not exist.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0111", name: "invalid-escape" };

pub fn escape(span: Span, written: &str) -> Diagnostic {
    let doubled = format!("\\{written}");
    Diagnostic::error(CODE, span, format!("`{written}` is not an escape"))
        .help("escapes are `\\\"`, `\\\\`, `\\n`, `\\t` and `\\u{1F30A}`")
        .fix(Fix::replace(format!("write `{doubled}`"), span, doubled, Applicability::Likely))
}

pub const PAGE: &str = r#"A backslash in a text begins an escape: `\"`, `\\`, `\n`, `\t` or `\u{…}` with the number of a character. No other
exists, so a slip cannot silently become another text.

```stream fails
package org

purpose fraud "in C:\fraud"
```

```stream
package org

purpose fraud "in C:\\fraud"
```
"#;
