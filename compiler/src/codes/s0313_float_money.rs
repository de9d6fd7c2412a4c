//! Binary floating point where money is counted.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0313", name: "float-money" };

/// A place that wants the other.
pub fn mixed(span: Span, place: &str, expected: &str, found: &str, help: Option<String>) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("{place} wants {expected}, not {found}"))
        .label(format!("this is {found}"))
        .note(NOTE)
        .help(help.unwrap_or_else(|| "keep the amount as `money` from the start".to_owned()))
}

/// An operator between both.
pub fn operands(
    span: Span,
    sign: &str,
    left: (Span, &str),
    right: (Span, &str),
    help: Option<String>,
) -> Diagnostic {
    let ((left, a), (right, b)) = (left, right);
    Diagnostic::error(CODE, span, format!("`{sign}` mixes money with a float"))
        .secondary(left, format!("this is {a}"))
        .secondary(right, format!("this is {b}"))
        .note(NOTE)
        .help(help.unwrap_or_else(|| "write the number as a decimal, such as `1.05`".to_owned()))
}

/// The rate of `convert`.
pub fn rate(span: Span, declared: Option<&str>) -> Diagnostic {
    Diagnostic::error(CODE, span, "a rate for money cannot be a float")
        .note(NOTE)
        .help(format!("declare {} as a decimal, such as `decimal(18, 6)`", declared.unwrap_or("the rate")))
}

const NOTE: &str = "a float cannot hold most decimal fractions: 0.1 + 0.2 is 0.30000000000000004";

pub const PAGE: &str = r#"A float is used where money is counted.

Binary floating point cannot hold most decimal fractions, so sums drift by cents and depend on the order of the records.
Money, and everything it is multiplied with, is exact.

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
    stream taxed {
        from   sales as s
        select { all: s.fee * s.ratio }
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
    stream taxed {
        from   sales as s
        select { all: s.fee * 1.05 }
    }
}
```
"#;
