//! JSON objects as rows, for sinks.

use super::members::{elements, members, string};
use crate::fail::Fatal;
use crate::files::line::write_key;
use crate::job::Topic;

/// The header of a sink: the topic's columns.
pub(in crate::files) fn write_header(out: &mut Vec<u8>, topic: &Topic) {
    for (index, (name, _)) in topic.columns.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write_cell(out, name.as_bytes());
    }
    out.push(b'\n');
}

/// Appends a record as a row: one cell per column of the topic, null as an empty one, nested values as JSON. A delete
/// is a row with nothing but its key.
pub(in crate::files) fn write_row(
    out: &mut Vec<u8>,
    topic: &Topic,
    key: Option<&[u8]>,
    value: Option<&[u8]>,
) -> Result<(), Fatal> {
    let text;
    let members = match value {
        Some(value) => members(value),
        None => {
            let mut json = Vec::new();
            write_key(&mut json, topic, key);
            text = json;
            match topic.key {
                [name] => Some(vec![(name.as_bytes().to_vec(), &text[..])]),
                names => elements(&text)
                    .map(|keys| names.iter().map(|n| n.as_bytes().to_vec()).zip(keys).collect()),
            }
        }
    };
    let members = members.ok_or_else(|| {
        Fatal::configuration(
            format!(
                "a record of topic `{}` is not a JSON object, so it cannot be a row of CSV",
                topic.short_name
            ),
            "write the topic to a .jsonl file",
        )
    })?;
    for (index, (name, _)) in topic.columns.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        let value = members.iter().find(|(member, _)| member == name.as_bytes()).map(|(_, value)| *value);
        match value {
            None | Some(b"null") => {}
            // An empty string is quoted: an empty cell is null.
            Some(b"\"\"") => out.extend_from_slice(b"\"\""),
            Some(value) => match string(value) {
                Some(text) => write_cell(out, &text),
                None => write_cell(out, value),
            },
        }
    }
    out.push(b'\n');
    Ok(())
}

fn write_cell(out: &mut Vec<u8>, text: &[u8]) {
    if !text.iter().any(|b| matches!(b, b'"' | b',' | b'\n' | b'\r')) {
        return out.extend_from_slice(text);
    }
    out.push(b'"');
    for byte in text {
        if *byte == b'"' {
            out.push(b'"');
        }
        out.push(*byte);
    }
    out.push(b'"');
}
