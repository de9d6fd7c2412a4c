//! The `riparian` command as people meet it: arguments, exit codes, what it prints and where.
//!
//! Every command runs in a folder of its own, without a PATH: nothing here may need rustc, cargo or a network. What the
//! compiler says about a text is tested where the compiler is; here only that a user who follows it gets on.

mod check;
mod dev;
mod explain;
mod fmt;
mod graph;
mod help;
mod lock;
mod mistakes;
mod new;
mod status;
mod support;
mod usage;
