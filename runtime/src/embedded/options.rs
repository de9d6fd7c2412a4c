//! How an embedded log is opened.

use crate::files::Binding;

/// What a commit survives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Durability {
    /// The end of the process, however it comes: the operating system has the bytes.
    Process,
    /// Loss of power: each commit waits for the disk.
    #[default]
    Power,
}

/// Settings of an embedded log; none but `partitions` changes what is computed, and that one only before
/// the first start.
#[derive(Clone, Debug)]
pub struct Options {
    pub durability: Durability,
    /// Partitions of a topic for which neither its contract, its files nor a topic it is joined with says how many.
    pub partitions: u32,
    /// Partitions by topic of the job, where something else than this log has settled them; else empty.
    pub counts: Vec<u32>,
    /// A segment is closed when it has grown past this many bytes.
    pub segment_bytes: u64,
    /// The longest line read from a file or standard input; a longer one is a [`crate::record::Kind::TooLarge`].
    pub record_limit: usize,
    /// Bytes of journal kept for outputs and dead letters that nothing needs any more but people; `None`: all of it.
    pub retain_bytes: Option<u64>,
    /// Keeps every segment, so that the recorded choices of the whole history can be replayed.
    pub keep_everything: bool,
    pub bindings: Vec<Binding>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            durability: Durability::default(),
            partitions: 4,
            counts: Vec::new(),
            segment_bytes: 64 << 20,
            record_limit: 1 << 20,
            retain_bytes: None,
            keep_everything: false,
            bindings: Vec::new(),
        }
    }
}
