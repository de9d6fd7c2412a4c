//! The machine on plans built by hand: what the spec's tables say, one construct at a time.

mod aggregate;
mod build;
mod gate;
mod joins;
mod random;
mod sessions;
mod time;
