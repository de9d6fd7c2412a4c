//! `cargo xtask example`: the velocity example from a clean clone, one command: make the transfers, build, run.

use std::fs::{self, File};
use std::process::Command;

/// Runs the example; further arguments go to `riparian run`.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let root = crate::root();
    let folder = root.join("examples/velocity");
    let data = folder.join("data/transfers.jsonl");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    if !data.exists() {
        eprintln!("making a million transfers (seed 7) in examples/velocity/data/transfers.jsonl");
        let part = data.with_extension("part");
        let file = File::create(&part).map_err(|error| format!("{}: {error}", part.display()))?;
        let status = Command::new(&cargo)
            .current_dir(&folder)
            .args(["run", "--quiet", "--release", "--bin", "transfers"])
            .stdout(file)
            .status()
            .map_err(|error| format!("cargo does not start: {error}"))?;
        if !status.success() {
            return Err("the generator of transfers failed".to_string());
        }
        fs::rename(&part, &data).map_err(|error| format!("{}: {error}", data.display()))?;
    }
    let status = Command::new(&cargo)
        .current_dir(&root)
        .args([
            "run",
            "--quiet",
            "--package",
            "riparian-cli",
            "--",
            "run",
            "--path",
            "examples/velocity",
            "--fresh",
        ])
        .args(arguments)
        .status()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    if status.success() { Ok(()) } else { Err("the example failed".to_string()) }
}
