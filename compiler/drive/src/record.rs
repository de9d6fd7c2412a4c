//! A record as bytes, on its way into a job or out of it.

use crate::hexadecimal;

/// A record of a topic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The topic's full name.
    pub topic: String,
    /// The log's own time, microseconds since the epoch.
    pub time: i64,
    pub key: Option<Vec<u8>>,
    /// `None`: a tombstone.
    pub value: Option<Vec<u8>>,
}

impl Record {
    /// The four fields of a command or an answer.
    pub fn fields(&self) -> [String; 4] {
        let bytes = |bytes: &Option<Vec<u8>>| hexadecimal::write(bytes.as_deref());
        [self.topic.clone(), self.time.to_string(), bytes(&self.key), bytes(&self.value)]
    }

    /// Reads a line of an answer.
    pub fn read(line: &str) -> Result<Record, String> {
        let [topic, time, key, value] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!("not a record: {line}"));
        };
        let time = time.parse().map_err(|_| format!("not a time: {line}"))?;
        Ok(Record {
            topic: topic.into(),
            time,
            key: hexadecimal::read(key)?,
            value: hexadecimal::read(value)?,
        })
    }
}
