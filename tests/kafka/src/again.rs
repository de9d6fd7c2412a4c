//! What a job did on Kafka, done again on the embedded log: with the choices that it recorded, or in the order of event time alone.

use crate::{Client, Error, Isolation};
use riparian::embedded::Reader;
use riparian::log::Batch;
use std::path::Path;
use std::process::Command;

/// Time in milliseconds, key, value.
pub type Row = (i64, Option<Vec<u8>>, Option<Vec<u8>>);

/// A job and what it reads.
#[derive(Clone, Copy, Debug)]
pub struct Again<'a> {
    /// The program that holds the job.
    pub binary: &'a Path,
    pub job: &'a str,
    /// Names on the broker, and those by which `--from` takes them.
    pub inputs: &'a [(&'a str, &'a str)],
    pub partitions: i32,
}

impl Again<'_> {
    /// Runs the job in the directory `into`, its inputs the partitions of the topics as files in `folder`; its choices those that
    /// a run has `recorded`, if one is named.
    pub fn run(
        &self,
        client: &Client,
        folder: &Path,
        recorded: Option<&Path>,
        into: &Path,
    ) -> Result<(), Error> {
        let mut command = Command::new(self.binary);
        command.args(["--job", self.job, "--keep-everything"]);
        for (topic, short) in self.inputs {
            let mut files = Vec::new();
            for (number, partition) in client.read(topic, Isolation::Committed)?.into_iter().enumerate() {
                let path = folder.join(format!("{short}-{number}.jsonl"));
                let mut text = Vec::new();
                for record in partition {
                    text.extend(record.value.unwrap_or_default());
                    text.push(b'\n');
                }
                std::fs::write(&path, text).map_err(|e| Error::io(path.display(), &e))?;
                files.push(path.display().to_string());
            }
            command.args(["--from", &format!("{short}={}", files.join(","))]);
        }
        command.arg("--dir").arg(into).args(["--partitions", &self.partitions.to_string()]);
        if let Some(recorded) = recorded {
            command.arg("--replay").arg(recorded);
        }
        let run = command.output().map_err(|e| Error::io("the job", &e))?;
        match run.status.success() {
            true => Ok(()),
            false => Err(Error::new(String::from_utf8_lossy(&run.stderr).into_owned())),
        }
    }
}

/// What a partition of a topic holds on the embedded log of a directory; the topic by a part of its name.
pub fn embedded(directory: &Path, topic: &str, partition: u32) -> Result<Vec<Row>, Error> {
    let failed = |fatal: riparian::fail::Fatal| Error::new(fatal.to_string());
    let mut reader = Reader::open_read_only(directory).map_err(failed)?;
    let full = reader.topics().into_iter().map(|topic| topic.name).find(|name| name.contains(topic));
    let full = full.ok_or_else(|| Error::new(format!("no topic like {topic}")))?;
    let (mut batch, mut rows, mut position) = (Batch::default(), Vec::new(), 0);
    loop {
        reader.fetch(&full, partition, position, 1 << 20, &mut batch).map_err(failed)?;
        if batch.is_empty() {
            return Ok(rows);
        }
        for index in 0..batch.len() {
            let record = batch.record(index);
            let owned = |bytes: Option<&[u8]>| bytes.map(<[u8]>::to_vec);
            rows.push((record.time.div_euclid(1000), owned(record.key), owned(record.value)));
        }
        position = batch.next;
    }
}

fn shown((time, key, value): &Row) -> String {
    let text =
        |bytes: &Option<Vec<u8>>| String::from_utf8_lossy(bytes.as_deref().unwrap_or_default()).into_owned();
    format!("{time} {} {}", text(key).escape_debug(), text(value))
}

/// Compares topics, partition by partition, with what the embedded log of a directory has: how many records were the same.
pub fn compare(client: &Client, directory: &Path, topics: &[(&str, &str)]) -> Result<usize, Error> {
    let mut compared = 0;
    for (topic, name) in topics {
        for (number, written) in (0..).zip(client.read(topic, Isolation::Committed)?) {
            let written: Vec<Row> =
                written.into_iter().map(|row| (row.timestamp.unwrap_or(-1), row.key, row.value)).collect();
            let repeated = embedded(directory, name, number)?;
            let at = written.iter().zip(&repeated).position(|(a, b)| a != b);
            if at.is_some() || written.len() != repeated.len() {
                let shown = |rows: &[Row]| at.and_then(|at| rows.get(at)).map(shown).unwrap_or_default();
                return Err(Error::new(format!(
                    "{topic}, partition {number}: {} records and {}, first different at {at:?}: {} and {}",
                    written.len(),
                    repeated.len(),
                    shown(&written),
                    shown(&repeated)
                )));
            }
            compared += written.len();
        }
    }
    Ok(compared)
}
