//! Where every retained record is, coarsely: the segments in order, and the next offset of each partition.

use super::frame::Head;
use super::segment::Segment;
use crate::stage::Partition;
use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

#[derive(Debug, Default)]
pub(super) struct Index {
    pub segments: BTreeMap<u32, Segment>,
    /// The offset the next record of a partition gets.
    pub next: BTreeMap<Partition, i64>,
}

/// Where to start reading for an offset.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub segment: u32,
    pub generation: u32,
    pub frame: u64,
    /// Bytes of whole frames in the segment.
    pub length: u64,
    pub checked: bool,
}

impl Index {
    /// Takes note of what a frame says about offsets.
    pub(super) fn advance(&mut self, head: &Head) {
        for (partition, base, part) in &head.outputs {
            self.next.insert(*partition, base + i64::from(part.count));
        }
    }

    pub(super) fn next(&self, partition: Partition) -> i64 {
        self.next.get(&partition).copied().unwrap_or(0)
    }

    /// The first offset still there.
    pub(super) fn start(&self, partition: Partition) -> i64 {
        let first = self.segments.values().find_map(|s| s.runs.get(&partition));
        first.map_or_else(|| self.next(partition), |run| run.base)
    }

    /// Where the first record at or after `position` is to be looked for.
    pub(super) fn locate(&self, partition: Partition, position: i64) -> Option<Place> {
        if position >= self.next(partition) {
            return None;
        }
        self.segments.values().find_map(|segment| {
            let run = segment.runs.get(&partition).filter(|run| run.next > position)?;
            Some(Place {
                segment: segment.number,
                generation: segment.generation,
                frame: run.frame_before(position),
                length: segment.length,
                checked: segment.checked,
            })
        })
    }

    /// The segment as it is now, if it was not rewritten or deleted since `generation`.
    pub(super) fn current(&self, number: u32, generation: u32) -> Option<&Segment> {
        self.segments.get(&number).filter(|s| s.generation == generation)
    }
}

/// The few segment files last read, so that a long journal does not use up the file handles.
#[derive(Debug)]
pub(super) struct Files {
    directory: PathBuf,
    open: Mutex<Vec<((u32, u32), Arc<File>)>>,
}

const OPEN_FILES: usize = 16;

impl Files {
    pub(super) fn new(directory: &Path) -> Self {
        Files { directory: directory.to_owned(), open: Mutex::default() }
    }

    pub(super) fn get(&self, number: u32, generation: u32) -> std::io::Result<Arc<File>> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = open.iter().position(|(key, _)| *key == (number, generation)) {
            let entry = open.remove(at);
            let file = entry.1.clone();
            open.push(entry);
            return Ok(file);
        }
        let file = Arc::new(File::open(Segment::path(&self.directory, number))?);
        if open.len() >= OPEN_FILES {
            open.remove(0);
        }
        open.push(((number, generation), file.clone()));
        Ok(file)
    }

    /// Closes what is open of a segment that is going away.
    pub(super) fn forget(&self, number: u32) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|((segment, _), _)| *segment != number);
    }
}
