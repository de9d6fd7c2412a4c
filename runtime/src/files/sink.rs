//! Output topics written to files and to standard output.
//!
//! A file is cut to its committed length when it is opened and grows by whole commits, so no crash loses or doubles a
//! line. All partitions of a topic share the file, in partition order within a commit.

use super::format::Format;
use super::{csv, line};
use crate::fail::Fatal;
use crate::job::{Topic, TopicIndex};
use crate::record::{Chunk, Kind, Records};
use crate::stage::Partition;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Write;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

/// A topic and the file it is written to.
#[derive(Debug)]
pub struct SinkSpec {
    pub topic: TopicIndex,
    pub path: PathBuf,
    /// What the last commit says of its length.
    pub committed: u64,
}

/// Everything a job writes outside its log.
pub struct Sinks {
    topics: &'static [Topic],
    files: BTreeMap<TopicIndex, FileSink>,
    printed: BTreeSet<TopicIndex>,
    terminal: Box<dyn Write + Send>,
    buffer: Vec<u8>,
}

struct FileSink {
    path: PathBuf,
    file: File,
    format: Format,
    length: u64,
}

impl Sinks {
    /// Opens the files, each cut to its committed length. `printed` topics go to `terminal`.
    pub fn open(
        topics: &'static [Topic],
        specs: Vec<SinkSpec>,
        printed: BTreeSet<TopicIndex>,
        terminal: Box<dyn Write + Send>,
    ) -> Result<Self, Fatal> {
        let mut files = BTreeMap::new();
        for spec in specs {
            let what = |e| Fatal::io(format!("writing {}", spec.path.display()), e);
            let file =
                File::options().write(true).create(true).truncate(false).open(&spec.path).map_err(what)?;
            let found = file.metadata().map_err(what)?;
            if found.is_file() {
                if found.len() < spec.committed {
                    return Err(Fatal::configuration(
                        format!(
                            "{} has {} bytes, but {} were committed to it",
                            spec.path.display(),
                            found.len(),
                            spec.committed
                        ),
                        "put the file back, or run with --fresh to write it anew",
                    ));
                }
                file.set_len(spec.committed).map_err(what)?;
                file.sync_all().map_err(what)?;
                let folder = spec.path.parent().filter(|p| !p.as_os_str().is_empty());
                File::open(folder.unwrap_or(Path::new("."))).and_then(|f| f.sync_all()).map_err(what)?;
            }
            let format = Format::of(&spec.path);
            files.insert(spec.topic, FileSink { path: spec.path, file, format, length: spec.committed });
        }
        Ok(Sinks { topics, files, printed, terminal, buffer: Vec::new() })
    }

    /// Writes what goes to files, waiting for the disk if `sync`; the new length of each file that grew.
    pub fn write(
        &mut self,
        outputs: &BTreeMap<Partition, Chunk>,
        sync: bool,
    ) -> Result<Vec<(TopicIndex, u64)>, Fatal> {
        let mut grown = Vec::new();
        for (index, sink) in &mut self.files {
            let Some(topic) = self.topics.get(*index as usize) else { continue };
            self.buffer.clear();
            let all = Partition { topic: *index, number: 0 }..=Partition { topic: *index, number: u32::MAX };
            for (_, chunk) in outputs.range(all) {
                sink.format.append(&mut self.buffer, sink.length == 0, topic, &chunk.bytes)?;
            }
            if self.buffer.is_empty() {
                continue;
            }
            let write = sink.file.write_all_at(&self.buffer, sink.length);
            write
                .and_then(|()| if sync { sink.file.sync_data() } else { Ok(()) })
                .map_err(|e| Fatal::io(format!("writing {}", sink.path.display()), e))?;
            sink.length += self.buffer.len() as u64;
            grown.push((*index, sink.length));
        }
        Ok(grown)
    }

    pub fn prints(&self, topic: TopicIndex) -> bool {
        self.printed.contains(&topic)
    }

    /// Writes committed records of a topic to standard output.
    pub fn print(&mut self, topic: TopicIndex, records: &[u8]) -> Result<(), Fatal> {
        let Some(described) = self.topics.get(topic as usize) else { return Ok(()) };
        self.buffer.clear();
        Format::Lines.append(&mut self.buffer, false, described, records)?;
        self.terminal
            .write_all(&self.buffer)
            .and_then(|()| self.terminal.flush())
            .map_err(|e| Fatal::io("writing standard output", e))
    }
}

impl Format {
    /// Appends encoded records as text; the header first if `first` and nothing is there yet.
    fn append(self, out: &mut Vec<u8>, first: bool, topic: &Topic, records: &[u8]) -> Result<(), Fatal> {
        if self == Format::Csv && first && out.is_empty() {
            csv::write_header(out, topic);
        }
        for record in Records::new(records, 0).filter(|r| r.kind == Kind::Data) {
            match self {
                Format::Lines => line::write(out, topic, record.key, record.value),
                Format::Csv => csv::write_row(out, topic, record.key, record.value)?,
            }
        }
        Ok(())
    }
}
