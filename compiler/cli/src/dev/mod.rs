//! What `riparian dev` is made of: watching the files, the job on the interpreter, the job as it is compiled.
//!
//! The command in `commands/dev.rs` puts them in order.

pub mod compiled;
pub mod interpreted;
pub mod watch;
