//! What tests of jobs run on: a log in memory whose every record can be looked at, a driver that runs a job on it as
//! it is told, and a simulated cluster.

mod driver;
mod memory_log;
mod repeat;
pub mod simulated;

pub use driver::drive;
pub use memory_log::{Kept, MemoryLog};
pub use repeat::repeat;
