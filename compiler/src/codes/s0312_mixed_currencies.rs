//! Money of different currencies, or of currencies not known to be the same.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0312", name: "mixed-currencies" };

/// Two amounts of an operator; `help`: how they come into one currency.
pub fn mixed(span: Span, sign: &str, left: (Span, &str), right: (Span, &str), help: String) -> Diagnostic {
    let ((left, a), (right, b)) = (left, right);
    Diagnostic::error(CODE, span, format!("`{sign}` mixes two currencies"))
        .secondary(left, format!("this is {a}"))
        .secondary(right, format!("this is {b}"))
        .help(help)
}

/// An amount in a place that wants another currency.
pub fn expected(span: Span, place: &str, expected: &str, found: &str, help: String) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("{place} is counted in another currency"))
        .label(format!("this is {found}"))
        .note(format!("Expected: {expected}\nFound:    {found}"))
        .help(help)
}

/// An aggregate over rows of several currencies; `column` says which.
pub fn grouped(span: Span, aggregate: &str, column: &str) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("`{aggregate}` mixes the currencies of a group"));
    // A unit such as `e.eur(s.currency)` belongs to a column that the rows do not carry.
    if column.contains('(') {
        return error
            .label("each row has its own currency, which it does not carry")
            .help("convert the amounts first, or select the currency's column beside them and make it a part of the key");
    }
    let name = column.rsplit('.').next().unwrap_or(column);
    error
        .label(format!("each row has its own `{column}`"))
        .help(format!("make the currency a part of the key: `key …, {name}: {column}`, or convert the amounts first"))
}

pub const PAGE: &str = r#"Amounts of money meet that are not known to be in one currency.

An amount belongs to a currency: a fixed one, or that of a column of its own row. Adding euros to yen gives a number that
means nothing and looks right. Two amounts meet only where the currency is the same constant, the same key column, or two
columns that a join makes equal; `convert` is the only way across.

```stream fails
package shop

enum Currency { EUR, USD }

record Sale {
    id:       string
    amount:   money(currency)
    fee:      money(EUR)
    currency: Currency
    ratio:    float
    at:       timestamp
}

topic sales v1 {
    schema Sale
    key    id
    time   at
}

job j {
    stream total {
        from   sales as s
        select { all: s.amount + s.fee }
    }
}
```

```stream
package shop

enum Currency { EUR, USD }

record Sale {
    id:       string
    amount:   money(currency)
    fee:      money(EUR)
    currency: Currency
    ratio:    float
    at:       timestamp
}

topic sales v1 {
    schema Sale
    key    id
    time   at
}

job j {
    stream total {
        from   sales as s
        select { all: s.fee + s.fee }
    }
}
```
"#;
