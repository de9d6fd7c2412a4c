//! What tests of jobs run on: a log in memory whose every record can be looked at.

mod memory_log;

pub use memory_log::{Kept, MemoryLog};
