//! `cargo xtask simulate …`: builds the simulation as jobs are built, and runs it.

use std::process::Command;

pub fn run(arguments: &[&str]) -> Result<(), String> {
    let status = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .current_dir(crate::root())
        .args(["run", "--quiet", "--release", "--package", "riparian-simulate", "--"])
        .args(arguments)
        .status()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} failed", ["simulate"].iter().chain(arguments).copied().collect::<Vec<_>>().join(" ")))
    }
}
