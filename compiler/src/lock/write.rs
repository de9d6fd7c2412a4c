//! A lock file with an entry more.

use super::read::{Writer, writers};
use std::fmt::Write;

/// The text of a lock file in which a topic has this writer too; what stands there stays as it is.
///
/// # Errors
/// A sentence: the file cannot be read, or the id stands for another schema there. A writer that it has already is no error.
pub fn with_writer(text: &str, topic: &str, writer: &Writer) -> Result<String, String> {
    if let Some(known) = writers(text, topic)?.iter().find(|known| known.id == writer.id) {
        return if known.schema.trim() == writer.schema.trim() {
            Ok(text.to_owned())
        } else {
            Err(format!("the id {} stands for another schema of {topic}", writer.id))
        };
    }
    let mut out = text.trim_end().to_owned();
    if !out.is_empty() {
        out.push_str("\n\n");
    }
    // Writing to a String cannot fail.
    let _ = writeln!(out, "[[published.{}.writers]]\nid = {}", quoted(topic), writer.id);
    let schema = writer.schema.trim();
    let _ = if schema.contains("'''") || schema.contains('\r') {
        writeln!(out, "schema = {}", quoted(schema))
    } else {
        writeln!(out, "schema = '''\n{schema}\n'''")
    };
    Ok(out)
}

/// A text in quotes.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out + "\""
}
