//! A `from` or `join` of nothing known.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0601", name: "unknown-input" };

/// `elsewhere`: a package with a topic of this name, and its version.
pub fn unknown(span: Span, name: &str, near: Option<&str>, elsewhere: Option<(&str, u32)>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("there is no `{name}` to read"))
        .label("neither a node of this job, nor an import, nor a topic of this package");
    match (near, elsewhere) {
        (_, Some((package, version))) => {
            error.help(format!("import it: `import {package}.{name} v{version} {{ … }} for …`"))
        }
        (near @ Some(_), None) => error.suggest(near),
        (None, None) => error.help("name a node of this job, or import a topic"),
    }
}

/// A path with a package.
pub fn not_imported(span: Span, path: &str) -> Diagnostic {
    let name = path.rsplit('.').next().unwrap_or(path);
    Diagnostic::error(CODE, span, format!("`{path}` is read without an import"))
        .help(format!("import it at the top of the file, and write `{name}` here"))
}

pub const PAGE: &str = r#"A node reads something that is no node of its job, no import and no topic of its package.

Topics of other packages come in by `import`, with the columns that are read and the purpose; so who reads what is known
without looking into the jobs.

```stream fails
package shop

record Sale {
    id:     string
    shop:   string
    amount: decimal(18, 2)
    note:   string?
    at:     timestamp
}

topic sales v1 {
    schema Sale
    key    id
    time   at
}

job j {
    stream large {
        from  sale as s
        where s.amount > 100
    }
}
```

```stream
package shop

record Sale {
    id:     string
    shop:   string
    amount: decimal(18, 2)
    note:   string?
    at:     timestamp
}

topic sales v1 {
    schema Sale
    key    id
    time   at
}

job j {
    stream large {
        from  sales as s
        where s.amount > 100
    }
}
```
"#;
