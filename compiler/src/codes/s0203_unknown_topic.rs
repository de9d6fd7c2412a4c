//! A topic, or a version of it, that its package does not declare.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0203", name: "unknown-topic" };

/// `nearest`: among the topics of that package.
pub fn unknown(span: Span, name: &str, package: &str, nearest: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("package `{package}` has no topic `{name}`"));
    match nearest {
        Some(_) => error.suggest(nearest),
        None => error.help(format!("declare `topic {name} v1` in package `{package}`, or import another topic")),
    }
}

/// `versions`: those that exist, ascending, never empty.
pub fn version(span: Span, topic: &str, wanted: u32, versions: &[u32], declared: Span) -> Diagnostic {
    let all = versions.iter().map(|v| format!("v{v}")).collect::<Vec<_>>().join(", ");
    let newest = versions.last().map(|v| format!("v{v}"));
    Diagnostic::error(CODE, span, format!("topic `{topic}` has no version {wanted}"))
        .label(format!("it has {all}"))
        .secondary(declared, "declared here")
        .suggest(newest.as_deref())
}

/// The path of an import without a package.
pub fn without_package(span: Span, topic: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{topic}` does not say which package the topic is from"))
        .help(format!("write the package first: `import PACKAGE.{topic}`; a topic of this package needs no import"))
}

pub const PAGE: &str = r#"A topic is named that the package does not declare, or in a version that it does not have.

The version belongs to a topic's name: two versions are two topics with two schemas, and a reader pins the one it was
written for. So a version is never guessed.

```stream fails
// file: shop.stream
package shop

record Order {
    id: string
}

topic orders v1 {
    schema     Order
    visibility public
}

// file: bills.stream
package bills

import shop.orders v2 { id } for billing
```

```stream
// file: shop.stream
package shop

record Order {
    id: string
}

topic orders v1 {
    schema     Order
    visibility public
}

// file: bills.stream
package bills

import shop.orders v1 { id } for billing
```
"#;
