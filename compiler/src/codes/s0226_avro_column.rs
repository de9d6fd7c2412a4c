//! A column that cannot hold what its field in the schema file is.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0226", name: "avro-column" };

/// The schema file of a topic: its path, and where the topic names it.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    pub path: &'a str,
    pub span: Span,
}

fn with(error: Diagnostic, file: File<'_>) -> Diagnostic {
    if error.span == file.span { error } else { error.secondary(file.span, "the topic is written with this") }
}

/// `column` is as people write it, nested ones with dots; `wire` the type in the file, `help` what to do.
pub fn mismatch(span: Span, (column, ty): (&str, &str), wire: &str, help: &str, file: File<'_>) -> Diagnostic {
    let title = format!("`{column}` is `{ty}`, and in `{}` it is {wire}", file.path);
    with(Diagnostic::error(CODE, span, title), file).help(help)
}

/// `near`: a field of the schema that may be meant.
pub fn missing(span: Span, column: &str, near: Option<&str>, file: File<'_>) -> Diagnostic {
    let error = with(
        Diagnostic::error(CODE, span, format!("`{}` has no field `{column}`", file.path)),
        file,
    );
    match near {
        Some(near) => error.help(format!("if it is meant, add `wire {column} \"{near}\"` to the topic")),
        None => error.help("take the column out of the record, or put the writers' schema into the file"),
    }
}

/// A symbol that a closed enum does not have.
pub fn symbol(span: Span, column: &str, (symbol, ty): (&str, &str), file: File<'_>) -> Diagnostic {
    let title = format!("`{column}` may be `{symbol}` in `{}`, and `{ty}` has no such variant", file.path);
    with(Diagnostic::error(CODE, span, title), file)
        .help(format!("add `{symbol}` to `{ty}`, or declare it `open`"))
}

/// A wire form in a topic of Avro.
pub fn form(span: Span, field: &str, form: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("the schema file says how `{field}` is written, not `{form}`"))
        .help("leave the form out")
}

pub const PAGE: &str = r#"A column of a topic's record cannot hold what its field in the schema file is, or the file has no such field.

What the writers write is compared with what the readers expect before anything runs: in Avro a wrong type is not refused
record by record, it is read as something else.

| in the schema file | in the record |
|---|---|
| `boolean` | `bool` |
| `int`, `long` | `int` |
| `float`, `double` | `float` |
| `string`, `enum` | `string`, an enum with all its symbols or `open` |
| `decimal` of bytes or fixed | a decimal with as many digits before and after the point; `money` |
| `timestamp-millis`, `timestamp-micros` | `timestamp` |
| `date` | `date` |
| a union of `null` and one type | that type with `?` |
| `record` | a record, of the fields that are wanted |
| `array` | `list` |
| anything | `json` |

```stream fails
// file: shop.stream
package shop

record Line {
    id:   int
    note: string
}

topic lines v1 {
    schema Line
    format avro "line.avsc" plain
}
// file: line.avsc
{"type": "record", "name": "Line", "fields": [
    {"name": "id", "type": "long"},
    {"name": "note", "type": ["null", "string"], "default": null}
]}
```

```stream
// file: shop.stream
package shop

record Line {
    id:   int
    note: string?
}

topic lines v1 {
    schema Line
    format avro "line.avsc" plain
}
// file: line.avsc
{"type": "record", "name": "Line", "fields": [
    {"name": "id", "type": "long"},
    {"name": "note", "type": ["null", "string"], "default": null}
]}
```
"#;
