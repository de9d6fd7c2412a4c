//! Standard input: lines appended to their topic, committed in batches, then read like any topic's.
//!
//! A line is acknowledged by nothing, so what was read and not yet committed when the process dies is lost with it;
//! what is committed is never read twice.

use super::core::Core;
use crate::fail::Fatal;
use crate::job::Encoding;
use crate::record::{Chunk, Kind};
use crate::stage::Partition;
use crate::wire::avro;
use std::collections::BTreeMap;
use std::io::Read;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{SystemTime, UNIX_EPOCH};

const PIECE: usize = 64 << 10;

/// Whether more can come.
#[derive(Default)]
pub(super) struct Input {
    end: Mutex<Option<Result<(), String>>>,
}

impl Input {
    /// Its end has been read and committed; an error if it ended in one.
    pub(super) fn ended(&self) -> Result<bool, Fatal> {
        match &*self.end.lock().unwrap_or_else(PoisonError::into_inner) {
            None => Ok(false),
            Some(Ok(())) => Ok(true),
            Some(Err(error)) => {
                Err(Fatal::io("reading standard input", std::io::Error::other(error.clone())))
            }
        }
    }
}

/// Starts reading `input` into the topic bound to it, if there is one.
pub(super) fn start(core: &Arc<Core>, input: Box<dyn Read + Send>) -> Result<(), Fatal> {
    let mut piped = core.topics.iter().enumerate().filter(|(_, topic)| topic.piped);
    let Some((topic, described)) = piped.next() else { return Ok(()) };
    if piped.next().is_some() {
        return Err(Fatal::configuration(
            "two topics are bound to standard input",
            "bind one of them to a file",
        ));
    }
    let lines = Lines {
        limit: core.options.record_limit,
        columns: described.columns,
        encoding: described.encoding,
        line: Vec::new(),
        length: 0,
        chunk: Chunk::default(),
    };
    let partition = Partition { topic: topic as u16, number: 0 };
    // The thread does not keep the log open: it may wait for input for ever.
    let (weak, shared) = (Arc::downgrade(core), core.input.clone());
    std::thread::Builder::new()
        .name("standard input".into())
        .spawn(move || {
            let result = pump(&weak, input, partition, lines).map_err(|fatal| fatal.to_string());
            *shared.end.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
        })
        .map_err(|e| Fatal::io("starting to read standard input", e))?;
    Ok(())
}

fn pump(
    core: &Weak<Core>,
    mut input: Box<dyn Read + Send>,
    partition: Partition,
    mut lines: Lines,
) -> Result<(), Fatal> {
    let mut buffer = vec![0; PIECE];
    let mut outputs = BTreeMap::new();
    loop {
        let read = match input.read(&mut buffer) {
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => continue,
            read => read.map_err(|e| Fatal::io("reading standard input", e))?,
        };
        if read == 0 {
            lines.finish(now());
        } else {
            lines.feed(&buffer[..read], now());
        }
        if !lines.chunk.is_empty() {
            let Some(core) = core.upgrade() else { return Ok(()) };
            outputs.insert(partition, std::mem::take(&mut lines.chunk));
            core.append_records(&outputs)?;
        }
        if read == 0 {
            return Ok(());
        }
    }
}

/// The time of a line is when it was appended.
fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_micros() as i64)
}

/// Cuts pieces of text into lines, keeping no more of one than the limit.
struct Lines {
    limit: usize,
    columns: &'static [(&'static str, &'static str)],
    encoding: Encoding,
    line: Vec<u8>,
    /// Of the line, kept or not.
    length: u64,
    chunk: Chunk,
}

impl Lines {
    fn feed(&mut self, mut bytes: &[u8], now: i64) {
        while let Some(end) = memchr::memchr(b'\n', bytes) {
            self.extend(&bytes[..end]);
            self.finish(now);
            bytes = &bytes[end + 1..];
        }
        self.extend(bytes);
    }

    fn extend(&mut self, bytes: &[u8]) {
        self.length += bytes.len() as u64;
        // One byte more than the limit: a carriage return that is not part of the line.
        let room = (self.limit + 1).saturating_sub(self.line.len());
        self.line.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }

    fn finish(&mut self, now: i64) {
        let kept = self.line.len() as u64 == self.length;
        let line = self.line.strip_suffix(b"\r").unwrap_or(&self.line);
        if !kept || line.len() > self.limit {
            self.chunk.push(Kind::TooLarge, now, None, Some(&self.length.to_le_bytes()));
        } else if !line.is_empty() {
            match self.encoding {
                Encoding::Json => self.chunk.push(Kind::Data, now, None, Some(line)),
                Encoding::Avro(contract) => {
                    let mut value = Vec::new();
                    avro::encode_line(contract, self.columns, line, &mut value);
                    self.chunk.push(Kind::Data, now, None, Some(&value));
                }
            }
        }
        self.line.clear();
        self.length = 0;
    }
}
