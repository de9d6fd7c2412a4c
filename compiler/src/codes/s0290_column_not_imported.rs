//! A column is read that the import does not list.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0290", name: "column-not-imported" };

/// `name`: what the package calls the topic; `listed`: the columns of its import, whose braces are at `braces`.
pub fn read(span: Span, column: &str, name: &str, braces: Span, listed: &[&str]) -> Diagnostic {
    let mut all: Vec<&str> = listed.to_vec();
    all.push(column);
    let line = format!("{{ {} }}", all.join(", "));
    Diagnostic::error(CODE, span, format!("column `{column}` of `{name}` is not imported"))
        .label("read here")
        .secondary(braces, "the columns that this package imports")
        .help(format!("add it to the import: `{line}`"))
        .fix(Fix::replace(format!("import `{column}` too"), braces, line, Applicability::Likely))
}

pub const PAGE: &str = r#"A job reads a column that its package does not import.

An import says which columns a package reads and for which purpose; the owner's grant, the access rules of the broker and
the answer to "who breaks if this column goes?" follow from it. So reading one more column is a line that somebody
reviews, never a side effect.

```stream fails
// file: shop.stream
package shop

record Sale {
    id:     string
    amount: int
    note:   string?
}

topic sales v1 {
    schema     Sale
    key        id
    visibility public
}

// file: books.stream
package books

import shop.sales v1 { id, amount } for books

job j {
    stream noted {
        from  sales as s
        where s.note is not none
    }
}
```

```stream
// file: shop.stream
package shop

record Sale {
    id:     string
    amount: int
    note:   string?
}

topic sales v1 {
    schema     Sale
    key        id
    visibility public
}

// file: books.stream
package books

import shop.sales v1 { id, amount, note } for books

job j {
    stream noted {
        from  sales as s
        where s.note is not none
    }
}
```
"#;
