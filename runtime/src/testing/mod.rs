//! What tests of jobs run on: a log in memory whose every record can be looked at, and a driver that runs a job on it as
//! it is told.

mod driver;
mod memory_log;
mod repeat;

pub use driver::drive;
pub use memory_log::{Kept, MemoryLog};
pub use repeat::repeat;
