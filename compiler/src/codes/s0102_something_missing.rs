//! S0102: a clause or declaration that lacks a part.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0102", name: "something-missing" };

/// `title`: what needs what, as in "`where` needs a condition". `example`: the whole as it is written rightly.
pub fn part(at: Span, title: String, example: &str) -> Diagnostic {
    let error = Diagnostic::error(CODE, at, title).label("here");
    if example.is_empty() { error } else { error.help(format!("write it like `{example}`")) }
}

/// A single sign that can only be this one.
pub fn sign(at: Span, title: String, sign: &str) -> Diagnostic {
    Diagnostic::error(CODE, at, title)
        .label(format!("`{sign}` is missing here"))
        .help(format!("add `{sign}`"))
        .fix(Fix::replace(format!("add `{sign}`"), at, sign, Applicability::Safe))
}

/// Another sign stands in its place, as in `orders = count()`.
pub fn instead(span: Span, title: String, written: &str, sign: &str) -> Diagnostic {
    let help = format!("write `{sign}` instead of `{written}`");
    Diagnostic::error(CODE, span, title).help(help.clone()).fix(Fix::replace(help, span, sign, Applicability::Safe))
}

pub const PAGE: &str = r#"A clause, a declaration or an expression stops before it is complete.

The rest of the file is still checked; the incomplete part itself is left out, so it raises no further errors.

```stream fails
package shop

type Price =
```

```stream
package shop

type Price = decimal(18, 2)
```
"#;
