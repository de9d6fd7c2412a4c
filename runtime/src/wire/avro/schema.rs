//! What records of a topic are written with: schemas as tables that the compiler writes.

/// A type of a writer's schema. What it is made of is named by its place in the table, so that schemas may be recursive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    Null,
    Boolean,
    Int,
    Long,
    Float,
    Double,
    Bytes,
    String,
    /// So many bytes.
    Fixed(u32),
    /// The symbols.
    Enum(&'static [&'static str]),
    Array(u16),
    Map(u16),
    Union(&'static [u16]),
    /// Names and types of the fields, in the order in which they are written.
    Record(&'static [(&'static str, u16)]),
    /// An int: days since the epoch.
    Date,
    /// A long: milliseconds since the epoch.
    TimestampMillis,
    /// A long: microseconds since the epoch.
    TimestampMicros,
    /// Bytes: a whole number in two's complement, big-endian, with so many of its digits after the point.
    Decimal(u8),
    /// The same in so many bytes.
    FixedDecimal(u32, u8),
}

/// A schema that records are written with.
#[derive(Clone, Copy, Debug)]
pub struct Writer {
    /// The registry's id of it, as it stands in the frame; without meaning where nothing is framed.
    pub id: u32,
    /// The types; the first is the record.
    pub nodes: &'static [Node],
}

/// How the values of a topic are written.
#[derive(Clone, Copy, Debug)]
pub struct Contract {
    /// Each value begins with a zero byte and the id of its schema in four, big-endian.
    pub framed: bool,
    /// The schemas by their ids. The first is that of the topic's schema file; without frames there is no other.
    pub writers: &'static [Writer],
}

impl Writer {
    /// The fields of the record.
    pub const fn fields(&self) -> &'static [(&'static str, u16)] {
        match self.nodes {
            [Node::Record(fields), ..] => fields,
            _ => &[],
        }
    }
}

/// The type at a place; one that the table lacks is none.
#[inline(always)]
pub(super) fn node(nodes: &'static [Node], at: u16) -> Node {
    nodes.get(usize::from(at)).copied().unwrap_or(Node::Null)
}
