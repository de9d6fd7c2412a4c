//! The embedded log: one directory that holds a job's journal, its snapshots and the names they use.
//!
//! ```text
//! LOCK                                   held by the one process that writes
//! meta                                   format, job, topics and partition counts, stages, stores and layouts
//! journal/00000001.seg                   frames: one per commit
//! snap/<stage>-<partition>.<store>.<epoch>
//! ```
//!
//! A commit is one frame, written by one write and made durable by one sync: all of an epoch or nothing of it.

pub mod options;

pub use options::{Durability, Options};
