//! Files, standard input and standard output in the place of topics: what `[local]`, `--from` and `--to` bind.
//!
//! Owns how a line becomes a record and a record a line. Knows nothing of commits: positions and committed lengths
//! are kept by [`crate::embedded`].

pub mod binding;

pub use binding::{Binding, Place};
