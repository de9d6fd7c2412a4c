//! `riparian tail`: the records of a topic on the embedded log, also while its job runs.

use crate::exit::{Exit, Failure};
use crate::project::logs;
use crate::terminal::Terminal;
use riparian::embedded::Reader;
use riparian::embedded::reader::TopicInfo;
use riparian::functions::time::{Timestamp, timestamp_text};
use riparian::log::Batch;
use riparian::record::{Kind, Record};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long to wait for news with --follow.
const PAUSE: Duration = Duration::from_millis(200);
const FETCH_BYTES: usize = 1 << 18;

#[derive(clap::Args)]
pub struct Tail {
    /// The topic, as written in the source or with its full name.
    topic: String,
    /// The workspace, or a folder in it.
    #[arg(long, default_value = ".")]
    path: PathBuf,
    /// How many of the newest records of each partition to show.
    #[arg(long, short = 'n', visible_short_alias = 'l', default_value_t = 10)]
    lines: u64,
    /// Everything from the start.
    #[arg(long, conflicts_with = "lines")]
    all: bool,
    /// Go on showing records as they are committed, until interrupted.
    #[arg(long, short)]
    follow: bool,
    /// Print values only, one per line.
    #[arg(long)]
    values: bool,
}

impl Tail {
    pub fn run(self, terminal: &Terminal) -> Result<Exit, Failure> {
        let mut found = None;
        let mut known = Vec::new();
        for directory in logs(&self.path)? {
            let reader = Reader::open_read_only(&directory)?;
            let topics = reader.topics();
            let topic = topics.iter().find(|t| t.name == self.topic || short(&t.name) == self.topic).cloned();
            known.extend(topics.into_iter().map(|t| t.name));
            if let Some(topic) = topic {
                found = Some((reader, topic));
                break;
            }
        }
        let Some((mut reader, topic)) = found else {
            known.sort();
            known.dedup();
            let list: String = known.iter().map(|t| format!("\n  {t}")).collect();
            terminal.error(&format!(
                "no log of this workspace has a topic `{}`\nhelp: there are{list}",
                self.topic
            ));
            return Ok(Exit::Usage);
        };
        if !topic.files.is_empty() && on_the_log(&reader, &topic)? == 0 {
            return self.files(&topic, terminal);
        }
        let mut next: BTreeMap<u32, i64> = BTreeMap::new();
        for partition in 0..topic.partitions {
            let (start, end) = (reader.start(&topic.name, partition)?, reader.end(&topic.name, partition)?);
            let back = if self.all { start } else { end.saturating_sub_unsigned(self.lines).max(start) };
            next.insert(partition, back);
        }
        let mut batch = Batch::default();
        loop {
            for (partition, position) in &mut next {
                loop {
                    reader.fetch(&topic.name, *partition, *position, FETCH_BYTES, &mut batch)?;
                    if batch.is_empty() {
                        break;
                    }
                    for index in 0..batch.len() {
                        let record = batch.record(index);
                        if record.kind == Kind::Data {
                            terminal.out(&if self.values {
                                value_only(&record)
                            } else {
                                line(*partition, &record)
                            });
                        }
                    }
                    *position = batch.next;
                }
            }
            if !self.follow {
                return Ok(Exit::Done);
            }
            std::thread::sleep(PAUSE);
            reader.refresh()?;
        }
    }

    /// The topic is bound to files: shows their last lines, as they are.
    fn files(&self, topic: &TopicInfo, terminal: &Terminal) -> Result<Exit, Failure> {
        for file in &topic.files {
            let shown = file.display();
            terminal
                .say(&format!("`{}` is bound to {shown}: its records are there, not on the log", self.topic));
            let most = (!self.all).then_some(self.lines);
            last_lines(file, most, &mut |line| terminal.out(line))
                .map_err(|error| format!("{shown} cannot be read: {error}"))?;
            if self.follow {
                terminal.say(&format!("--follow is for the log; `tail -f {shown}` follows the file"));
            }
        }
        Ok(Exit::Done)
    }
}

/// How many records of a topic have ever been on the log.
fn on_the_log(reader: &Reader, topic: &TopicInfo) -> Result<i64, Failure> {
    let mut records = 0;
    for partition in 0..topic.partitions {
        records += reader.end(&topic.name, partition)?;
    }
    Ok(records)
}

/// The last lines of a file, the whole file without a limit; what is no text is replaced.
fn last_lines(path: &Path, most: Option<u64>, take: &mut dyn FnMut(&str)) -> std::io::Result<()> {
    let mut file = File::open(path)?;
    if let Some(most) = most {
        let start = start_of_last_lines(&mut file, most)?;
        file.seek(SeekFrom::Start(start))?;
    }
    let mut lines = BufReader::new(file);
    let mut bytes = Vec::new();
    while lines.read_until(b'\n', &mut bytes)? > 0 {
        take(String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']));
        bytes.clear();
    }
    Ok(())
}

/// Where the last `most` lines begin, looked for from the end, block by block.
fn start_of_last_lines(file: &mut File, most: u64) -> std::io::Result<u64> {
    let length = file.seek(SeekFrom::End(0))?;
    let (mut end, mut ends) = (length, 0);
    let mut block = vec![0; FETCH_BYTES];
    while end > 0 {
        let size = end.min(FETCH_BYTES as u64);
        let start = end - size;
        let part = &mut block[..size as usize];
        file.seek(SeekFrom::Start(start))?;
        file.read_exact(part)?;
        for (at, _) in part.iter().enumerate().rev().filter(|(_, byte)| **byte == b'\n') {
            let next = start + at as u64 + 1;
            // The end of the last line begins no line.
            if next == length {
                continue;
            }
            ends += 1;
            if ends == most {
                return Ok(next);
            }
        }
        end = start;
    }
    Ok(if most == 0 { length } else { 0 })
}

/// `payments.transfers.transfer_completed.v3` is `transfer_completed` in the source.
fn short(name: &str) -> &str {
    let base = match name.rsplit_once(".v") {
        Some((base, version)) if version.chars().all(|c| c.is_ascii_digit()) => base,
        _ => return name,
    };
    base.rsplit_once('.').map_or(base, |(_, last)| last)
}

fn line(partition: u32, record: &Record<'_>) -> String {
    let mut object = Map::new();
    object.insert("partition".into(), partition.into());
    object.insert("offset".into(), record.offset.into());
    object.insert("time".into(), timestamp_text(Timestamp(record.time)).into());
    object.insert("key".into(), record.key.map_or(Value::Null, key));
    object.insert("value".into(), record.value.map_or(Value::Null, value));
    Value::Object(object).to_string()
}

fn value_only(record: &Record<'_>) -> String {
    record.value.map_or_else(|| "null".to_string(), |v| value(v).to_string())
}

/// A key as people read it (spec: declarations.topic.encoding): JSON, text, or eight bytes as a number.
fn key(bytes: &[u8]) -> Value {
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains(|c: char| c.is_control())
    {
        return match text.starts_with('[') {
            true => serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_string())),
            false => Value::String(text.to_string()),
        };
    }
    match bytes.try_into() {
        Ok(eight) => i64::from_be_bytes(eight).into(),
        Err(_) => hex(bytes),
    }
}

/// A value: JSON where it is, else its bytes.
fn value(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or_else(|_| hex(bytes))
}

fn hex(bytes: &[u8]) -> Value {
    json!({ "hex": bytes.iter().map(|b| format!("{b:02x}")).collect::<String>() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_shown_as_what_they_are() {
        assert_eq!(key(&7i64.to_be_bytes()), json!(7));
        assert_eq!(key(b"EUR"), json!("EUR"));
        assert_eq!(key(br#"["EUR",1]"#), json!(["EUR", 1]));
        assert_eq!(key(&[0xff, 0]), json!({ "hex": "ff00" }));
    }

    #[test]
    fn the_last_lines_of_a_file() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let last = |text: &str, most| {
            std::fs::write(file.path(), text).unwrap();
            let mut lines = Vec::new();
            last_lines(file.path(), most, &mut |line| lines.push(line.to_string())).unwrap();
            lines
        };
        assert_eq!(last("a\nb\r\nc\n", Some(2)), ["b", "c"]);
        assert_eq!(last("a\nb\nc", Some(1)), ["c"], "a line without its end");
        assert_eq!(last("a\nb\n", Some(9)), ["a", "b"]);
        assert_eq!(last("a\nb\n", None), ["a", "b"]);
        assert_eq!(last("a\n", Some(0)), Vec::<String>::new());
        assert_eq!(last("", Some(3)), Vec::<String>::new());
        // Longer than a block, so that the blocks must meet.
        let long = "x".repeat(FETCH_BYTES - 1);
        assert_eq!(last(&format!("a\n{long}\n{long}\n"), Some(2)), [long.clone(), long]);
    }

    #[test]
    fn topics_are_found_by_the_name_in_the_source() {
        assert_eq!(short("payments.transfers.transfer_completed.v3"), "transfer_completed");
        assert_eq!(short("a.b.job.in_euro.by.sender.repartition"), "a.b.job.in_euro.by.sender.repartition");
    }
}
