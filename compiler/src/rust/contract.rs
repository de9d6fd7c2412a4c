//! How the values of a topic of Avro are written, as a constant: the tables of its writers' schemas.

use crate::avro::Node;
use crate::model::AvroTopic;
use std::fmt::Write;

/// The declaration of the constant.
pub(super) fn declaration(constant: &str, avro: &AvroTopic) -> String {
    let mut out = format!("/// How `{}` says that values are written.\n", avro.file);
    let _ = writeln!(out, "const {constant}: avro::Contract = avro::Contract {{");
    let _ = writeln!(out, "    framed: {},\n    writers: &[", avro.framed);
    for (id, schema) in &avro.writers {
        let _ = writeln!(out, "        avro::Writer {{\n            id: {id},\n            nodes: &[");
        for node in &schema.nodes {
            let _ = writeln!(out, "                avro::Node::{},", text(node));
        }
        out += "            ],\n        },\n";
    }
    out + "    ],\n};\n\n"
}

fn text(node: &Node) -> String {
    match node {
        Node::Null => "Null".into(),
        Node::Boolean => "Boolean".into(),
        Node::Int => "Int".into(),
        Node::Long => "Long".into(),
        Node::Float => "Float".into(),
        Node::Double => "Double".into(),
        Node::Bytes => "Bytes".into(),
        Node::String => "String".into(),
        Node::Fixed { size, .. } => format!("Fixed({size})"),
        Node::Enum { symbols, .. } => format!("Enum(&{symbols:?})"),
        Node::Array(item) => format!("Array({item})"),
        Node::Map(item) => format!("Map({item})"),
        Node::Union(branches) => format!("Union(&{branches:?})"),
        Node::Record { fields, .. } => format!("Record(&{fields:?})"),
        Node::Date => "Date".into(),
        Node::TimestampMillis => "TimestampMillis".into(),
        Node::TimestampMicros => "TimestampMicros".into(),
        Node::Decimal { scale, .. } => format!("Decimal({scale})"),
        Node::FixedDecimal { size, scale, .. } => format!("FixedDecimal({size}, {scale})"),
    }
}
