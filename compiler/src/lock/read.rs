//! What a lock file says.

use toml::{Table, Value};

/// A schema that values of a topic are written with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writer {
    /// The registry's.
    pub id: u32,
    /// The text of the schema.
    pub schema: String,
}

/// The writers of a topic by its full name, in order of the file; none for a topic that it does not mention.
///
/// # Errors
/// A sentence about what cannot be read.
pub fn writers(text: &str, topic: &str) -> Result<Vec<Writer>, String> {
    let table: Table = text.parse().map_err(|error: toml::de::Error| error.message().to_owned())?;
    let Some(published) = table.get("published") else { return Ok(Vec::new()) };
    let entry = published.as_table().ok_or("`published` is not a table")?.get(topic);
    let Some(listed) = entry.and_then(Value::as_table).and_then(|entry| entry.get("writers")) else {
        return Ok(Vec::new());
    };
    let listed = listed.as_array().ok_or("`writers` is not a list")?;
    let mut found: Vec<Writer> = Vec::new();
    for entry in listed {
        let id = entry.get("id").and_then(Value::as_integer).and_then(|id| u32::try_from(id).ok());
        let id = id.ok_or("a writer has no id, which is a number of 32 bits")?;
        let schema = entry.get("schema").and_then(Value::as_str);
        let schema = schema.ok_or_else(|| format!("the writer {id} has no schema"))?;
        if found.iter().any(|other| other.id == id) {
            return Err(format!("the id {id} stands twice"));
        }
        found.push(Writer { id, schema: schema.to_owned() });
    }
    Ok(found)
}
