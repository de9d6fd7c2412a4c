//! A schema file that a topic lacks, or that cannot be read.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0225", name: "avro-schema" };

pub fn missing(span: Span, topic: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{topic}` is written as Avro, and its schema file is not said"))
        .help("name the file after the format: `format avro \"schemas/line.avsc\"`")
}

/// `near`: a schema file that exists.
pub fn not_found(span: Span, path: &str, near: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("there is no schema file `{path}`"))
        .note("the path is that from the folder of this file; a schema file ends in `.avsc`");
    match near {
        Some(near) => error.help(format!("write \"{near}\"")),
        None => error.help("put the writers' schema there"),
    }
}

/// `what`: a sentence about the schema.
pub fn broken(span: Span, path: &str, what: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`{path}` holds no Avro schema of a record"))
        .label(what)
        .help("put the schema there as the registry has it")
}

/// `format json "…"`.
pub fn not_avro(span: Span, format: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("the format `{format}` has no schema file"))
        .help("leave it out, or write `format avro`")
}

/// `format avro` of a dead-letter topic.
pub fn dead_letter(span: Span, topic: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("the dead letters of `{topic}` are written as JSON"))
        .help("leave the format out")
}

pub const PAGE: &str = r#"A topic is written as Avro, and the schema that its records are written with is missing or broken.

Avro's bytes say nothing about themselves: without the writers' schema a record cannot be cut into fields. The file is part of
the contract and lies beside the package that owns the topic, so that a build needs no registry.

```stream fails
package shop

record Line {
    id:  int
    qty: int
}

topic lines v1 {
    schema Line
    format avro plain
}
```

```stream
// file: shop.stream
package shop

record Line {
    id:  int
    qty: int
}

topic lines v1 {
    schema Line
    format avro "line.avsc" plain
}
// file: line.avsc
{"type": "record", "name": "Line", "fields": [{"name": "id", "type": "long"}, {"name": "qty", "type": "int"}]}
```
"#;
