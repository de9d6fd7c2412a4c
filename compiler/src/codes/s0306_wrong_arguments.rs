//! Arguments that do not fit a function.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0306", name: "wrong-arguments" };

/// `wanted`: how many, for people.
pub fn count(span: Span, name: &str, wanted: &str, found: usize, signature: &str) -> Diagnostic {
    let plural = if wanted == "1" { "" } else { "s" };
    Diagnostic::error(CODE, span, format!("`{name}` takes {wanted} argument{plural}, not {found}"))
        .note(signature)
        .help(format!("call it with {wanted} argument{plural}"))
}

/// `wanted`: what belongs there; `found`: the type or form that stands there.
pub fn argument(span: Span, name: &str, wanted: &str, found: &str, signature: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("this argument of `{name}` does not fit"))
        .label(format!("this is {found}"))
        .note(format!("Expected: {wanted}\nFound:    {found}"))
        .note(signature)
        .help(format!("write {wanted} here"))
}

/// Two arguments that do not fit each other.
pub fn mismatch(
    span: Span,
    other: Span,
    name: &str,
    wanted: &str,
    first: &str,
    second: &str,
    signature: &str,
) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("these arguments of `{name}` do not fit each other"))
        .label(format!("this is {second}"))
        .secondary(other, format!("this is {first}"))
        .note(signature)
        .help(format!("write {wanted}"))
}

/// A name that no parameter has.
pub fn named(span: Span, parameter: &str, name: &str, signature: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{name}` has no argument named `{parameter}`"))
        .note(signature)
        .help(format!("leave out `{parameter}:`"))
}

/// The rate of `convert` must say which way it goes.
pub fn rate_without_name(span: Span) -> Diagnostic {
    Diagnostic::error(CODE, span, "the rate does not say which way it goes")
        .note("per: units of the amount's currency for one of the new one\ntimes: units of the new currency for one of the amount's")
        .help("write `per:` or `times:` before the rate")
}

pub const PAGE: &str = r#"The arguments of a call are too many, too few, or of types that the function does not take.

Nothing is converted into a text or a number unasked: what a function does with a value of another type would be a guess.

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
    stream short {
        from   sales as s
        select { id: s.id, shop: upper(s.at) }
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
    stream short {
        from   sales as s
        select { id: s.id, shop: upper(s.shop) }
    }
}
```
"#;
