//! `cargo xtask latency …`: builds the job as jobs are built, and what measures it, and runs them.

use crate::faults::beside_a_job;

pub fn run(arguments: &[&str]) -> Result<(), String> {
    beside_a_job("latency", &["--release"], arguments)
}
