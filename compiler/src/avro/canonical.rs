//! What two schemas have in common if values of one are values of the other: types and names, in one spelling.

use super::schema::{Node, Schema};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The schema in one spelling: equal for two files exactly if records are written alike under both and have the same names.
/// Logical types belong to it, since they say what a column means.
pub fn canonical(schema: &Schema) -> String {
    let mut out = String::new();
    write(schema, 0, &mut BTreeSet::new(), &mut out);
    out
}

fn write(schema: &Schema, at: u16, written: &mut BTreeSet<u16>, out: &mut String) {
    // Writing to a String cannot fail.
    let _ = match schema.node(at) {
        Node::Array(item) => {
            out.push_str("array ");
            write(schema, *item, written, out);
            Ok(())
        }
        Node::Map(item) => {
            out.push_str("map ");
            write(schema, *item, written, out);
            Ok(())
        }
        Node::Union(branches) => {
            out.push('[');
            for branch in branches {
                write(schema, *branch, written, out);
                out.push(';');
            }
            out.push(']');
            Ok(())
        }
        Node::Enum { name, symbols } => write!(out, "enum {name} {symbols:?}"),
        Node::Fixed { name, size } => write!(out, "fixed {name} {size}"),
        Node::FixedDecimal { name, size, precision, scale } => {
            write!(out, "fixed {name} {size} decimal({precision}, {scale})")
        }
        Node::Record { name, fields } => {
            let _ = write!(out, "record {name}");
            if !written.insert(at) {
                return;
            }
            out.push('{');
            for (field, ty) in fields {
                let _ = write!(out, "{field}: ");
                write(schema, *ty, written, out);
                out.push(';');
            }
            out.push('}');
            Ok(())
        }
        _ => {
            out.push_str(&schema.show(at));
            Ok(())
        }
    };
}
