//! Money in something that is no currency.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0221", name: "unknown-currency" };

/// `nearest`: among sibling fields and the variants of enums that may be used here.
pub fn unknown(span: Span, name: &str, nearest: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("`{name}` is neither a field of this record nor a currency"))
        .label("money is counted in a field's value or in one currency");
    match nearest {
        Some(_) => error.suggest(nearest),
        None => error.help("name a field that holds the currency, or a variant of an enum that this package declares or brings in with `use`"),
    }
}

pub fn not_a_currency(span: Span, field: &str, ty: &str, declared: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{field}` is a `{ty}`, and the currency of an amount is an enum or a string"))
        .secondary(declared, "declared here")
        .help("name the field that holds the currency; it may not be optional")
}

pub const PAGE: &str = r#"`money(…)` names neither a field of the same record nor a currency.

An amount means nothing without its currency, so the type holds it: either the name of the field in the same row that
says it, or one constant. Adding, comparing or summing amounts of different currencies is then an error before anything
runs.

```stream fails
package shop

enum Currency { EUR, USD }

record Order {
    total:    money(curency)
    currency: Currency
}
```

```stream
package shop

enum Currency { EUR, USD }

record Order {
    total:    money(currency)
    currency: Currency
}
```
"#;
