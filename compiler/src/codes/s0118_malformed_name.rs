//! S0118: back-ticks around what is no word.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Fix};

pub const CODE: Code = Code { id: "S0118", name: "malformed-name" };

/// Back-ticks with something between them that is no word; `mended` is the nearest one.
pub fn name(span: Span, text: &str, mended: Option<String>) -> Diagnostic {
    let title = match text {
        "" => "there is no name between these back-ticks".to_owned(),
        _ => format!("`{text}` is not a word and cannot be a name"),
    };
    let error = Diagnostic::error(CODE, span, title)
        .label("a name begins with a letter or `_` and goes on with letters, digits and `_`");
    match mended {
        Some(mended) => error
            .help(format!("write `{mended}`"))
            .fix(Fix::replace(format!("write `{mended}`"), span, mended, Applicability::Likely)),
        None => error.help("write a name, such as `amount`"),
    }
}

/// A back-tick without its second one.
pub fn not_closed(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "this name in back-ticks is not closed")
        .label("it ends on the line where it begins")
        .help("add a back-tick after the name")
}

pub const PAGE: &str = r#"Back-ticks make a name of any word, reserved ones too, but only of a word.

A name becomes a column of the topics, a name in the generated Rust and a part of metrics. It begins with a letter or `_` and
goes on with letters, digits and `_`, of any script. A field that is called otherwise on the wire gets that name by a `wire`
clause of its topic.

```stream fails
package shop

record Order {
    `unit price`: int
}
```

```stream
package shop

record Order {
    unit_price: int
}
```
"#;
