//! `cargo xtask bench …`: builds the benchmarks as jobs are built, and runs one.

use std::process::Command;

pub fn run(arguments: &[&str]) -> Result<(), String> {
    if matches!(arguments, [] | ["frontend"]) {
        // `riparian dev` is timed as people run it.
        cargo(&["build", "--quiet", "--release", "--package", "riparian-cli"], &[])?;
    }
    if matches!(arguments, [] | ["start"]) {
        // The job that is started is a binary of its own.
        cargo(&["build", "--quiet", "--release", "--package", "riparian-bench", "--bins"], &[])?;
    }
    // In a package of its own: nobody who builds the others is to build the client library in C.
    let (package, arguments) = match arguments {
        ["kafka", rest @ ..] => ("riparian-bench-kafka", rest),
        all => ("riparian-bench", all),
    };
    cargo(&["run", "--quiet", "--release", "--package", package, "--"], arguments)
}

fn cargo(command: &[&str], arguments: &[&str]) -> Result<(), String> {
    let status = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .current_dir(crate::root())
        .args(command)
        .args(arguments)
        .status()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} failed", ["bench"].iter().chain(arguments).copied().collect::<Vec<_>>().join(" ")))
    }
}
