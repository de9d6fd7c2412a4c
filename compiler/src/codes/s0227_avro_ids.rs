//! The registry's ids of a topic's schemas.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "S0227", name: "avro-ids" };

fn note(topic: &str) -> String {
    format!(
        "run `riparian lock {topic}=ID` with the id that the registry has for the file, or write `plain` if values have no frame"
    )
}

pub fn none(span: Span, topic: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("the ids that values of `{topic}` begin with are not known"))
        .note("`riparian.lock` holds them, so that a build asks no registry")
        .help(note(topic))
}

/// None of the ids is of the schema in the file.
pub fn changed(span: Span, file: &str, topic: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("no id of `{topic}` in `riparian.lock` is of the schema in `{file}`"))
        .note("schemas that were written with before stay readable by their ids")
        .help(note(topic))
}

/// The lock file, or what it says of the topic, cannot be read.
pub fn broken(span: Span, topic: &str, what: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("`riparian.lock` cannot be read for `{topic}`"))
        .label(what.to_owned())
        .help("put the file back as it was committed")
}

pub const PAGE: &str = r#"The values of a topic of Avro begin with the registry's id of their schema, and `riparian.lock` does not know the id of the
schema file.

A record of a schema that is not known cannot be read, and one that is read by another schema than its own is read wrongly. Which
ids there are is part of what was published: it is looked up once, when a schema is registered, and committed.

```stream fails
// file: shop.stream
package shop

record Line {
    id: int
}

topic lines v1 {
    schema Line
    format avro "line.avsc"
}
// file: line.avsc
{"type": "record", "name": "Line", "fields": [{"name": "id", "type": "long"}]}
```

```stream
// file: shop.stream
package shop

record Line {
    id: int
}

topic lines v1 {
    schema Line
    format avro "line.avsc"
}
// file: line.avsc
{"type": "record", "name": "Line", "fields": [{"name": "id", "type": "long"}]}
// file: riparian.lock
[[published."shop.lines.v1".writers]]
id = 7
schema = '{"type": "record", "name": "Line", "fields": [{"name": "id", "type": "long"}]}'
```
"#;
