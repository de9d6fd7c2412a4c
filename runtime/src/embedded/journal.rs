//! Reading a whole journal: closed segments by their footers, the newest frame by frame.

use super::core::Committed;
use super::frame::Head;
use super::index::Index;
use super::segment::{self, Segment, Tail};
use crate::fail::Fatal;
use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

/// Whether what a crash left behind is tidied up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    /// A torn end is cut off, unfinished files are removed.
    Write,
    /// Nothing is touched: the end may be torn because it is being written.
    Read,
}

/// What a journal says.
#[derive(Default)]
pub(super) struct Journal {
    pub index: Index,
    pub committed: Committed,
    pub epoch: u64,
    /// The last segment's number, whole bytes and file.
    pub tail: Option<(u32, u64, Arc<File>)>,
}

impl Journal {
    fn note(index: &mut Index, committed: &mut Committed, epoch: &mut u64, head: &Head) {
        index.advance(head);
        committed.apply(head);
        *epoch = (*epoch).max(head.epoch);
    }

    /// Reads what has been added to a segment since it was last read; all of it if it is not known yet.
    pub(super) fn read_on(&mut self, number: u32, file: &Arc<File>, tail: Tail) -> Result<(), Fatal> {
        let Journal { index, committed, epoch, .. } = self;
        let mut segment = index.segments.remove(&number).unwrap_or_else(|| Segment::new(number));
        let result = segment::scan(&mut segment, file, tail, &mut |_, head| {
            Journal::note(index, committed, epoch, head);
        });
        index.segments.insert(number, segment);
        result
    }
}

pub(super) fn load(directory: &Path, access: Access) -> Result<Journal, Fatal> {
    let numbers = segment_numbers(directory, access)?;
    let mut journal = Journal::default();
    for (position, number) in numbers.iter().enumerate() {
        let path = Segment::path(directory, *number);
        let what = |e| Fatal::io(format!("reading {}", path.display()), e);
        let last = position + 1 == numbers.len();
        let write = last && access == Access::Write;
        let file = Arc::new(File::options().read(true).write(write).open(&path).map_err(what)?);
        // If the last segment has not even its checkpoint, the one before says what was committed.
        let scanned = position + 2 >= numbers.len();
        let footer = if scanned { None } else { Segment::from_footer(*number, &file).map_err(what)? };
        match footer {
            Some(segment) => {
                journal.index.segments.insert(*number, segment);
            }
            None => {
                let tail = if last { Tail::MayBeTorn } else { Tail::MustBeWhole };
                journal.read_on(*number, &file, tail)?;
            }
        }
        if last {
            let length = journal.index.segments.get(number).map_or(0, |s| s.length);
            if write && file.metadata().map_err(what)?.len() > length {
                file.set_len(length).and_then(|()| file.sync_all()).map_err(what)?;
            }
            journal.tail = Some((*number, length, file));
        }
    }
    Ok(journal)
}

/// The segments there are, in order.
pub(super) fn segment_numbers(directory: &Path, access: Access) -> Result<BTreeSet<u32>, Fatal> {
    let folder = directory.join("journal");
    let what = |e| Fatal::io(format!("reading {}", folder.display()), e);
    let mut numbers = BTreeSet::new();
    for entry in std::fs::read_dir(&folder).map_err(what)? {
        let entry = entry.map_err(what)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(number) = name.strip_suffix(".seg").and_then(|n| n.parse().ok()) {
            numbers.insert(number);
        } else if access == Access::Write && name.ends_with(".new") {
            std::fs::remove_file(entry.path()).map_err(what)?;
        }
    }
    Ok(numbers)
}
