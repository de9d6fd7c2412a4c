//! Keyed state in memory (SPINE 4): what a node keeps, which of it changed since the last commit, and how it goes back.

pub mod codec;

pub use codec::{Key, State};
