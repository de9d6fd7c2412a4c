//! Which partition a key goes to: murmur2, byte-compatible with the Java client's default (spec: declarations.topic.key).
//!
//! The hash is the language's own (`functions::hash`), since tests and the planner ask it too.

pub use crate::functions::hash::partition;
