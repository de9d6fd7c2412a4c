//! What one of the job's topics is on this machine.

use crate::files::FileSpec;
use crate::job::Role;

/// A topic of the job, as opened.
#[derive(Debug)]
pub(super) struct Topic {
    pub columns: &'static [(&'static str, &'static str)],
    pub encoding: crate::job::Encoding,
    pub role: Role,
    pub partitions: u32,
    /// The files it is read from, one per partition; none: from the journal.
    pub files: Vec<FileSpec>,
    /// Its records are kept in the journal: all but those that go to a file and that no stage reads.
    pub kept: bool,
    /// It goes to standard output.
    pub printed: bool,
    /// It comes from standard input.
    pub piped: bool,
}
