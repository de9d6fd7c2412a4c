//! What is written to a topic, and what is read from it.

/// A record to write. Without a partition the key decides as it does for Java's producers (murmur2), and
/// without a key too chance does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    pub partition: Option<i32>,
    /// Milliseconds since 1970; without one, the time of writing.
    pub timestamp: Option<i64>,
    pub key: Option<Vec<u8>>,
    /// None is a tombstone.
    pub value: Option<Vec<u8>>,
}

impl Record {
    pub fn of(key: impl Into<Vec<u8>>, value: impl Into<Vec<u8>>) -> Record {
        Record { key: Some(key.into()), value: Some(value.into()), ..Record::default() }
    }

    /// A record without a key.
    pub fn value(value: impl Into<Vec<u8>>) -> Record {
        Record { value: Some(value.into()), ..Record::default() }
    }

    /// A key without a value: its deletion, to a compacted topic.
    pub fn tombstone(key: impl Into<Vec<u8>>) -> Record {
        Record { key: Some(key.into()), ..Record::default() }
    }

    /// The time of the record, in milliseconds since 1970.
    #[must_use]
    pub fn at(mut self, timestamp: i64) -> Record {
        self.timestamp = Some(timestamp);
        self
    }

    /// The partition, whatever the key.
    #[must_use]
    pub fn on(mut self, partition: i32) -> Record {
        self.partition = Some(partition);
        self
    }
}

/// A record as it lies in the topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub partition: i32,
    pub offset: i64,
    /// Milliseconds since 1970, if the topic's format has one.
    pub timestamp: Option<i64>,
    pub key: Option<Vec<u8>>,
    pub value: Option<Vec<u8>>,
    pub headers: Vec<(String, Option<Vec<u8>>)>,
}

impl Written {
    /// The key as text; what is no UTF-8 is replaced, and no key is the empty text.
    pub fn key_text(&self) -> String {
        text(self.key.as_deref())
    }

    /// The value as text, likewise.
    pub fn value_text(&self) -> String {
        text(self.value.as_deref())
    }
}

fn text(bytes: Option<&[u8]>) -> String {
    String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned()
}
