//! `cargo xtask faults …`: builds the job and what kills it, and runs them.
//!
//! It runs cargo instead of linking them: nobody who builds this package is to build the client library in C.

use std::process::Command;

pub fn run(arguments: &[&str]) -> Result<(), String> {
    beside_a_job("faults", &[], arguments)
}

/// Builds the programs of the suite on Kafka, of which the job is one, and runs another.
pub fn beside_a_job(program: &str, profile: &[&str], arguments: &[&str]) -> Result<(), String> {
    const PACKAGE: [&str; 3] = ["--quiet", "--package", "riparian-kafka-tests"];
    cargo(&[&["build"], &PACKAGE[..], &["--bins"], profile].concat())?;
    cargo(&[&["run"], &PACKAGE[..], &["--bin", program], profile, &["--"], arguments].concat())
        .map_err(|_| format!("{} failed", [&[program], arguments].concat().join(" ")))
}

fn cargo(arguments: &[&str]) -> Result<(), String> {
    let status = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .current_dir(crate::root())
        .args(arguments)
        .status()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("cargo {} failed", arguments.join(" "))) }
}
