//! A schema as a table of types.

/// A record's schema. Types name each other by their place, so that a schema may hold itself; the first is the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schema {
    pub nodes: Vec<Node>,
}

/// A type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    Null,
    Boolean,
    Int,
    Long,
    Float,
    Double,
    Bytes,
    String,
    /// Its full name and how many bytes.
    Fixed {
        name: String,
        size: u32,
    },
    Enum {
        name: String,
        symbols: Vec<String>,
    },
    Array(u16),
    Map(u16),
    Union(Vec<u16>),
    /// Its full name; names and types of the fields in order.
    Record {
        name: String,
        fields: Vec<(String, u16)>,
    },
    /// `date`, an int.
    Date,
    /// `timestamp-millis`, a long.
    TimestampMillis,
    /// `timestamp-micros`, a long.
    TimestampMicros,
    /// `decimal`, of bytes.
    Decimal {
        precision: u32,
        scale: u8,
    },
    /// `decimal`, of so many bytes under a name.
    FixedDecimal {
        name: String,
        size: u32,
        precision: u32,
        scale: u8,
    },
}

impl Schema {
    /// The type at a place.
    pub fn node(&self, at: u16) -> &Node {
        self.nodes.get(usize::from(at)).unwrap_or(&Node::Null)
    }

    /// The fields of the record.
    pub fn fields(&self) -> &[(String, u16)] {
        match self.nodes.first() {
            Some(Node::Record { fields, .. }) => fields,
            _ => &[],
        }
    }

    /// A type in the words of schema files: `["null", "long"]`, `decimal(9, 2)`, `record Line`.
    pub fn show(&self, at: u16) -> String {
        self.shown(at, 0)
    }

    fn shown(&self, at: u16, depth: usize) -> String {
        if depth > 4 {
            return "…".into();
        }
        match self.node(at) {
            Node::Null => "null".into(),
            Node::Boolean => "boolean".into(),
            Node::Int => "int".into(),
            Node::Long => "long".into(),
            Node::Float => "float".into(),
            Node::Double => "double".into(),
            Node::Bytes => "bytes".into(),
            Node::String => "string".into(),
            Node::Fixed { name, size } => format!("fixed {} of {size} bytes", short(name)),
            Node::Enum { name, .. } => format!("enum {}", short(name)),
            Node::Array(item) => format!("array of {}", self.shown(*item, depth + 1)),
            Node::Map(item) => format!("map of {}", self.shown(*item, depth + 1)),
            Node::Union(branches) => {
                let shown: Vec<String> = branches.iter().map(|b| self.shown(*b, depth + 1)).collect();
                format!("union of {}", shown.join(", "))
            }
            Node::Record { name, .. } => format!("record {}", short(name)),
            Node::Date => "date".into(),
            Node::TimestampMillis => "timestamp-millis".into(),
            Node::TimestampMicros => "timestamp-micros".into(),
            Node::Decimal { precision, scale } | Node::FixedDecimal { precision, scale, .. } => {
                format!("decimal({precision}, {scale})")
            }
        }
    }
}

/// A full name without its namespace.
fn short(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}
