//! The dead letter: what is kept of a record that could not be used (spec: errors.letter).
//!
//! One JSON object per letter; the columns are [`COLUMNS`], in that order. What may be shown of key and value is the
//! input's [`Show`]. Nothing else in the runtime writes a record's content anywhere.

use crate::context::Origin;
use crate::job::{Job, Role, Show, SiteSpec};
use crate::record::{Kind, Record};
use crate::wire::avro;
use crate::wire::json::write;
use riparian_functions::{Fail, time};
use std::io::Write;

/// Columns and types of a dead-letter topic.
pub const COLUMNS: [(&str, &str); 11] = [
    ("reason", "string"),
    ("node", "string"),
    ("job", "string"),
    ("topic", "string?"),
    ("partition", "int?"),
    ("offset", "int?"),
    ("time", "timestamp?"),
    ("site", "string"),
    ("key", "string?"),
    ("value", "string?"),
    ("length", "int?"),
];

/// Longest text kept of a value; `length` tells its full size.
const LONGEST: usize = 64 * 1024;

pub(crate) struct Letter<'a> {
    pub(crate) job: &'static Job,
    pub(crate) site: &'static SiteSpec,
    pub(crate) fail: Fail,
    pub(crate) origin: &'a Origin,
    pub(crate) record: &'a Record<'a>,
    /// The record's event time, if it could be read.
    pub(crate) time: Option<i64>,
    /// The task's clock, which stands in where it could not.
    pub(crate) clock: i64,
}

impl Letter<'_> {
    /// The record's event time. Never when the log appended it: of a file that is what the machine says of the file,
    /// and the same records give the same letters everywhere (Law R).
    fn event_time(&self) -> Option<i64> {
        let internal = self.job.topics[usize::from(self.origin.partition.topic)].role == Role::Repartition;
        self.time.or(internal.then_some(self.record.time)).filter(|_| !self.is_made())
    }

    /// The timestamp of the letter: the record's event time where it could be read, else the clock, which no record
    /// has moved yet if it is before the epoch.
    pub(crate) fn time(&self) -> i64 {
        self.event_time().unwrap_or(self.clock).max(0)
    }

    fn is_made(&self) -> bool {
        self.record.offset < 0
    }

    fn topic(&self) -> &'static str {
        self.job.topics[usize::from(self.origin.partition.topic)].name
    }

    /// Topic and offset of the record, if there is one.
    pub(crate) fn place(&self) -> Option<(&'static str, i64)> {
        (!self.is_made()).then(|| (self.topic(), self.record.offset))
    }

    /// Topic, partition, offset and place, for people.
    pub(crate) fn coordinates(&self) -> String {
        let place = format!("{}:{}:{}", self.site.file, self.site.line, self.site.column);
        if self.is_made() {
            return format!("a row of a closed window ({place}, {})", self.site.what);
        }
        let schema = self.unknown_schema().map(|id| format!(", schema {id}")).unwrap_or_default();
        format!(
            "{}, partition {}, offset {}{schema} ({place}, {})",
            self.topic(),
            self.origin.partition.number,
            self.record.offset,
            self.site.what,
        )
    }

    /// The id that a value of Avro begins with, where it is the one thing that can be said of it.
    fn unknown_schema(&self) -> Option<u32> {
        let value = self.record.value.filter(|_| self.fail == Fail::UnknownSchema)?;
        avro::schema_id(value)
    }

    pub(crate) fn encode(&self, out: &mut Vec<u8>) {
        let node = self.job.nodes.get(usize::from(self.site.node)).map_or("", |node| node.name);
        out.extend_from_slice(b"{\"reason\":\"");
        out.extend_from_slice(self.fail.code().as_bytes());
        out.extend_from_slice(b"\",\"node\":");
        text(out, node.as_bytes());
        out.extend_from_slice(b",\"job\":");
        text(out, format!("{}.{}", self.job.package, self.job.name).as_bytes());
        if self.is_made() {
            out.extend_from_slice(b",\"topic\":null,\"partition\":null,\"offset\":null,\"time\":null");
        } else {
            out.extend_from_slice(b",\"topic\":");
            text(out, self.topic().as_bytes());
            // Writing to a Vec cannot fail, here and below.
            let _ = write!(
                out,
                ",\"partition\":{},\"offset\":{}",
                self.origin.partition.number, self.record.offset
            );
            out.extend_from_slice(b",\"time\":");
            match self.event_time() {
                Some(time) => instant(out, time),
                None => out.extend_from_slice(b"null"),
            }
        }
        out.extend_from_slice(b",\"site\":");
        text(out, format!("{}:{}", self.site.file, self.site.line).as_bytes());
        self.content(out);
        out.push(b'}');
    }

    fn content(&self, out: &mut Vec<u8>) {
        let raw = self.record.kind == Kind::Data && matches!(self.origin.show, Show::Raw);
        out.extend_from_slice(b",\"key\":");
        match self.record.key {
            Some(key) if raw => text(out, key),
            _ => out.extend_from_slice(b"null"),
        }
        out.extend_from_slice(b",\"value\":");
        match (self.origin.show, self.record.value) {
            _ if self.unknown_schema().is_some() => {
                // Without its schema nobody reads the value, and nobody knows what is in it.
                text(out, format!("schema {}", self.unknown_schema().unwrap_or_default()).as_bytes());
            }
            (Show::Raw, Some(value)) if raw => text(out, value),
            (Show::Columns(columns), Some(_)) if self.record.kind == Kind::Data => {
                let mut shown = Vec::new();
                if columns(self.record, &mut shown) {
                    text(out, &shown);
                } else {
                    out.extend_from_slice(b"null");
                }
            }
            _ => out.extend_from_slice(b"null"),
        }
        out.extend_from_slice(b",\"length\":");
        match length(self.record) {
            Some(length) => {
                let _ = write!(out, "{length}");
            }
            None => out.extend_from_slice(b"null"),
        }
    }
}

/// The value's full length in bytes.
fn length(record: &Record<'_>) -> Option<u64> {
    let value = record.value?;
    match record.kind {
        Kind::TooLarge => Some(u64::from_le_bytes(*value.first_chunk()?)),
        _ => Some(value.len() as u64),
    }
}

/// Appends a JSON string: UTF-8 as it is, other bytes as `base64:…`; long ones cut at a character.
fn text(out: &mut Vec<u8>, bytes: &[u8]) {
    match std::str::from_utf8(bytes) {
        Ok(text) => write::string(&text[..text.floor_char_boundary(LONGEST)], out),
        Err(_) => {
            out.extend_from_slice(b"\"base64:");
            base64(out, &bytes[..bytes.len().min(LONGEST)]);
            out.push(b'"');
        }
    }
}

fn instant(out: &mut Vec<u8>, micros: i64) {
    match time::from_epoch_us(micros) {
        Ok(instant) => write::quoted(out, |out| time::write_timestamp(instant, out)),
        Err(_) => out.extend_from_slice(b"null"),
    }
}

fn base64(out: &mut Vec<u8>, bytes: &[u8]) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for three in bytes.chunks(3) {
        let bits =
            three.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for digit in 0..4 {
            out.push(if digit <= three.len() {
                DIGITS[(bits >> (18 - 6 * digit)) as usize & 63]
            } else {
                b'='
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fail::Site;
    use crate::job::{Encoding, Node, Route, Topic};
    use crate::stage::{InputId, Partition};

    static JOB: Job = Job {
        abi: crate::ABI,
        package: "p",
        name: "j",
        topics: &[Topic {
            name: "p.t.v1",
            short_name: "t",
            role: Role::Input { table: false, disorder: 0, skew: None, idle: None },
            partitions: None,
            columns: &[],
            key: &[],
            encoding: Encoding::Json,
        }],
        stages: &[],
        nodes: &[Node { name: "n", table: false }],
        sites: &[SiteSpec {
            node: 0,
            file: "p.stream",
            line: 3,
            column: 1,
            what: "from",
            bad: Route::Stop,
            late: Route::Stop,
            unmatched: Route::Stop,
        }],
        exactly_once: true,
        vaults: &[],
    };

    #[test]
    fn of_an_unknown_schema_its_id_is_said_and_nothing_of_the_value() {
        let partition = Partition { topic: 0, number: 2 };
        let origin = Origin { input: InputId(0), partition, lane: 0, site: Site(0), show: Show::Raw };
        let value = b"\0\0\0\x01\x02secret";
        let record = Record { offset: 5, value: Some(value), ..Record::made(0) };
        let letter = |fail| Letter {
            job: &JOB,
            site: &JOB.sites[0],
            fail,
            origin: &origin,
            record: &record,
            time: None,
            clock: 0,
        };
        let text = |fail| {
            let mut out = Vec::new();
            letter(fail).encode(&mut out);
            String::from_utf8(out).unwrap()
        };
        let unknown = text(Fail::UnknownSchema);
        assert!(unknown.contains("\"reason\":\"unknown_schema\""), "{unknown}");
        assert!(unknown.ends_with("\"value\":\"schema 258\",\"length\":11}"), "{unknown}");
        let coordinates = letter(Fail::UnknownSchema).coordinates();
        assert_eq!(coordinates, "p.t.v1, partition 2, offset 5, schema 258 (p.stream:3:1, from)");
        assert!(text(Fail::InvalidAvro).contains("secret"), "the others are for people to look at");
    }

    #[test]
    fn bytes_that_are_no_text_are_kept_whole() {
        let mut out = Vec::new();
        text(&mut out, &[0xff, 0xfe, 0x00, 0x01]);
        assert_eq!(out, b"\"base64://4AAQ==\"");
    }
}
