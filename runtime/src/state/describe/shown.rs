//! A decoded value, and its text as JSON.

use crate::wire::json::write;
use riparian_functions::time::{self, Date, Duration, Timestamp};

/// A value as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    Absent,
    Bool(bool),
    /// Of any width.
    Int(i128),
    /// Without a sign beyond 127 bits.
    Wide(u128),
    Float(f64),
    Decimal {
        mantissa: i128,
        scale: u8,
    },
    Text(String),
    /// Microseconds since the epoch.
    Instant(i64),
    /// Days since the epoch.
    Date(Date),
    Duration(Duration),
    List(Vec<Shown>),
    Object(Vec<(String, Shown)>),
}

impl Shown {
    /// One line of JSON. Exact numbers that JSON readers would round are texts, as on the wire.
    pub fn json(&self) -> String {
        let mut out = Vec::new();
        self.write(&mut out);
        String::from_utf8_lossy(&out).into_owned()
    }

    /// As one would type it: a text without quotes.
    pub fn plain(&self) -> String {
        match self {
            Shown::Text(text) => text.clone(),
            other => {
                let json = other.json();
                json.strip_prefix('"').and_then(|j| j.strip_suffix('"')).unwrap_or(&json).to_owned()
            }
        }
    }

    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Shown::Absent => out.extend_from_slice(b"null"),
            Shown::Bool(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
            Shown::Int(value) => match i64::try_from(*value) {
                Ok(value) => write::int(value, out),
                Err(_) => write::quoted(out, |text| text.push_str(&value.to_string())),
            },
            Shown::Wide(value) => write::quoted(out, |text| text.push_str(&value.to_string())),
            Shown::Float(value) => write::float(*value, out),
            Shown::Decimal { mantissa, scale } => {
                out.push(b'"');
                write::decimal(*mantissa, *scale, out);
                out.push(b'"');
            }
            Shown::Text(text) => write::string(text, out),
            Shown::Instant(micros) => match time::from_epoch_us(*micros) {
                Ok(instant) => write::quoted(out, |text| time::write_timestamp(instant, text)),
                Err(_) => write::int(*micros, out),
            },
            Shown::Date(date) => write::quoted(out, |text| time::write_date(*date, text)),
            Shown::Duration(duration) => {
                write::quoted(out, |text| text.push_str(&time::duration_text(*duration)))
            }
            Shown::List(items) => {
                out.push(b'[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        out.push(b',');
                    }
                    item.write(out);
                }
                out.push(b']');
            }
            Shown::Object(fields) => {
                out.push(b'{');
                for (index, (name, value)) in fields.iter().enumerate() {
                    if index > 0 {
                        out.push(b',');
                    }
                    write::string(name, out);
                    out.push(b':');
                    value.write(out);
                }
                out.push(b'}');
            }
        }
    }
}

impl From<Timestamp> for Shown {
    fn from(instant: Timestamp) -> Self {
        Shown::Instant(instant.0)
    }
}
