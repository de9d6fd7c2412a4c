//! Files, standard input and standard output in the place of topics: what `[local]`, `--from` and `--to` bind.
//!
//! Owns how a line becomes a record and a record a line. Knows nothing of commits: positions and committed lengths
//! are kept by [`crate::embedded`].

pub mod binding;
mod csv;
pub mod format;
mod line;
pub mod sink;
pub mod source;

pub use binding::{Binding, Place};
pub use format::Format;
pub use sink::{SinkSpec, Sinks};
pub use source::{FileSource, FileSpec};
