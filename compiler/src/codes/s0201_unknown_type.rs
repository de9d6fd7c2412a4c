//! A type that is not declared here and not brought in.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0201", name: "unknown-type" };

/// `nearest`: among the types that may be used here; `elsewhere`: packages that declare this name.
pub fn unknown(span: Span, name: &str, nearest: Option<&str>, elsewhere: &[&str]) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("there is no type `{name}` here")).label("not declared in this package and not brought in with `use`");
    match elsewhere.first() {
        Some(package) => error.help(format!("bring it in: `use {package} {{ {name} }}`")),
        None => match nearest.or_else(|| elsewhere_called(name)) {
            None => error.help("declare it with `record`, `enum` or `type`, or bring it in with `use`"),
            near => error.suggest(near),
        },
    }
}

/// What other languages call a built-in type.
fn elsewhere_called(name: &str) -> Option<&'static str> {
    Some(match name.to_ascii_lowercase().as_str() {
        "integer" | "int32" | "int64" | "i32" | "i64" | "u32" | "u64" | "long" | "bigint" | "number" => "int",
        "str" | "text" | "varchar" | "char" | "uuid" => "string",
        "double" | "real" | "float32" | "float64" | "f32" | "f64" => "float",
        "boolean" => "bool",
        "datetime" | "instant" | "time" | "timestamptz" => "timestamp",
        "numeric" | "bigdecimal" => "decimal(18, 2)",
        _ => return None,
    })
}

/// A name in `use package { … }`.
pub fn not_in_package(span: Span, name: &str, package: &str, nearest: Option<&str>) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("package `{package}` declares no type `{name}`")).suggest(nearest)
}

pub const PAGE: &str = r#"A type is used that this package neither declares nor brings in.

The types of a workspace belong to packages. A package sees its own types, the built-in ones (`bool`, `int`, `float`,
`string`, `json`, `timestamp`, `date`, `duration`, `decimal`, `money`, `list`) and what `use` brings in. Nothing else is
guessed: a stream's contract outlives the code that wrote it, so each of its types has one declaration that everybody
can find.

```stream fails
package shop

record Order {
    id: strng
}
```

```stream
package shop

record Order {
    id: string
}
```
"#;
