//! The file `meta`: whose directory it is, and the names behind the numbers in the journal.
//!
//! Numbers never change and are never reused, so a job may gain, lose and reorder topics, stages and stores. It is
//! written aside, renamed, and its directory synced: always the old or the new one.

use crate::fail::Fatal;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

const FIRST_LINE: &str = "riparian log 1";

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Meta {
    pub package: String,
    pub job: String,
    pub topics: Vec<TopicEntry>,
    pub stages: Vec<String>,
    pub stores: Vec<StoreEntry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TopicEntry {
    pub name: String,
    pub partitions: u32,
    /// The files it is read from.
    pub files: Vec<FileEntry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FileEntry {
    pub path: PathBuf,
    /// Its modification time when it was first opened, in microseconds: the time of its records (spec: time.invalid).
    pub modified: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StoreEntry {
    pub stage: u16,
    pub name: String,
    pub layout: String,
}

impl Meta {
    /// `None` if the directory has none yet.
    pub(super) fn read(directory: &Path) -> Result<Option<Meta>, Fatal> {
        let path = directory.join("meta");
        let text = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(Fatal::io(format!("reading {}", path.display()), e)),
        };
        let corrupt = |detail: &str| Fatal::corrupt(path.display().to_string(), detail);
        let text = String::from_utf8(text).map_err(|_| corrupt("it is not UTF-8"))?;
        let (content, sum) = text
            .trim_end_matches('\n')
            .rsplit_once('\n')
            .and_then(|(content, last)| Some((content, last.strip_prefix("crc\t")?)))
            .ok_or_else(|| corrupt("its checksum is missing"))?;
        if u32::from_str_radix(sum, 16).ok() != Some(crc32c::crc32c(content.as_bytes())) {
            return Err(corrupt("its checksum does not match"));
        }
        let mut lines = content.lines();
        let first = lines.next().unwrap_or_default();
        if first != FIRST_LINE {
            return Err(Fatal::configuration(
                format!("{} was written by another version: it says `{first}`", path.display()),
                "run it with the version that wrote it, or give this job another directory",
            ));
        }
        let mut meta = Meta::default();
        for line in lines {
            meta.line(line).ok_or_else(|| corrupt(&format!("the line `{line}` is not understood")))?;
        }
        Ok(Some(meta))
    }

    fn line(&mut self, line: &str) -> Option<()> {
        let fields: Vec<String> = line.split('\t').map(unescape).collect();
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        match fields.as_slice() {
            ["job", package, job] => {
                self.package = (*package).to_owned();
                self.job = (*job).to_owned();
            }
            ["topic", name, partitions] => self.topics.push(TopicEntry {
                name: (*name).to_owned(),
                partitions: partitions.parse().ok()?,
                files: Vec::new(),
            }),
            ["file", topic, modified, path] => {
                let topic: usize = topic.parse().ok()?;
                let file = FileEntry { path: PathBuf::from(path), modified: modified.parse().ok()? };
                self.topics.get_mut(topic)?.files.push(file);
            }
            ["stage", name] => self.stages.push((*name).to_owned()),
            ["store", stage, name, layout] => self.stores.push(StoreEntry {
                stage: stage.parse().ok()?,
                name: (*name).to_owned(),
                layout: (*layout).to_owned(),
            }),
            _ => return None,
        }
        Some(())
    }

    fn text(&self) -> String {
        let mut lines =
            vec![FIRST_LINE.to_owned(), format!("job\t{}\t{}", escape(&self.package), escape(&self.job))];
        for (number, topic) in self.topics.iter().enumerate() {
            lines.push(format!("topic\t{}\t{}", escape(&topic.name), topic.partitions));
            for file in &topic.files {
                let path = escape(&file.path.to_string_lossy());
                lines.push(format!("file\t{number}\t{}\t{path}", file.modified));
            }
        }
        for stage in &self.stages {
            lines.push(format!("stage\t{}", escape(stage)));
        }
        for store in &self.stores {
            lines.push(format!("store\t{}\t{}\t{}", store.stage, escape(&store.name), escape(&store.layout)));
        }
        let content = lines.join("\n");
        format!("{content}\ncrc\t{:08x}\n", crc32c::crc32c(content.as_bytes()))
    }

    pub(super) fn write(&self, directory: &Path) -> Result<(), Fatal> {
        let text = self.text();
        replace(&directory.join("meta"), &mut |file| file.write_all(text.as_bytes()))
    }

    pub(super) fn topic(&self, name: &str) -> Option<u16> {
        self.topics.iter().position(|t| t.name == name).map(|i| i as u16)
    }

    /// The stage's number; it gets one if it has none.
    pub(super) fn stage(&mut self, name: &str) -> u16 {
        match self.stages.iter().position(|s| s == name) {
            Some(known) => known as u16,
            None => {
                self.stages.push(name.to_owned());
                (self.stages.len() - 1) as u16
            }
        }
    }

    pub(super) fn store(&self, stage: u16, name: &str) -> Option<u16> {
        self.stores.iter().position(|s| s.stage == stage && s.name == name).map(|i| i as u16)
    }
}

/// Writes a file so that its name always leads to the old or the new content, whole.
pub(super) fn replace(
    path: &Path,
    write: &mut dyn FnMut(&mut std::io::BufWriter<File>) -> std::io::Result<()>,
) -> Result<(), Fatal> {
    let mut aside = path.as_os_str().to_owned();
    aside.push(".new");
    let aside = PathBuf::from(aside);
    let result = (|| {
        let mut out = std::io::BufWriter::with_capacity(256 << 10, File::create(&aside)?);
        write(&mut out)?;
        out.into_inner().map_err(|e| e.into_error())?.sync_all()?;
        std::fs::rename(&aside, path)?;
        sync_parent(path)
    })();
    result.map_err(|e| Fatal::io(format!("writing {}", path.display()), e))
}

/// Makes a changed name in the folder of `path` survive a loss of power.
pub(super) fn sync_parent(path: &Path) -> std::io::Result<()> {
    path.parent().map_or(Ok(()), |parent| File::open(parent)?.sync_all())
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r")
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        out.push(match c {
            '\\' => match chars.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                Some(other) => other,
                None => '\\',
            },
            c => c,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Meta {
        Meta {
            package: "fraud.velocity".into(),
            job: "velocity".into(),
            topics: vec![TopicEntry {
                name: "payments.transfers".into(),
                partitions: 2,
                files: vec![FileEntry { path: "a\tb\\c\n.jsonl".into(), modified: -3 }],
            }],
            stages: vec!["in_euro".into()],
            stores: vec![StoreEntry { stage: 0, name: "sums".into(), layout: "a: int\tb".into() }],
        }
    }

    #[test]
    fn it_comes_back_as_written_and_is_replaced_whole() {
        let directory = tempfile::tempdir().unwrap();
        assert_eq!(Meta::read(directory.path()).unwrap(), None);
        let mut meta = example();
        meta.write(directory.path()).unwrap();
        assert_eq!(Meta::read(directory.path()).unwrap(), Some(meta.clone()));
        assert_eq!(meta.stage("in_euro"), 0);
        assert_eq!(meta.stage("another"), 1);
        meta.write(directory.path()).unwrap();
        assert_eq!(Meta::read(directory.path()).unwrap(), Some(meta));
    }

    #[test]
    fn a_changed_byte_is_refused() {
        let directory = tempfile::tempdir().unwrap();
        example().write(directory.path()).unwrap();
        let path = directory.path().join("meta");
        let written = std::fs::read(&path).unwrap();
        for at in 0..written.len() - 1 {
            let mut changed = written.clone();
            changed[at] ^= 1;
            std::fs::write(&path, changed).unwrap();
            assert!(Meta::read(directory.path()).is_err(), "byte {at}");
        }
    }
}
