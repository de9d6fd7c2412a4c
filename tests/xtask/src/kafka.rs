//! `cargo xtask kafka`: the suite on a real Apache Kafka, which its tests start and stop themselves.
//!
//! It runs cargo instead of linking the suite: nobody who builds this package is to build the client library in C.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Runs the suite, or the tests whose names contain an argument; the last line is for machines.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .current_dir(crate::root())
        .args(["test", "--package", "riparian-kafka-tests", "--no-fail-fast", "--"])
        .args(arguments)
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    let mut sum = Sum::default();
    if let Some(output) = cargo.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line.map_err(|error| format!("the output of cargo: {error}"))?;
            sum.add(&line);
            println!("{line}");
        }
    }
    let status = cargo.wait().map_err(|error| format!("waiting for cargo: {error}"))?;
    println!("{}", sum.line());
    match (status.success(), sum.passed) {
        (true, 0) => Err("no test ran".to_string()),
        (true, _) if sum.failed == 0 => Ok(()),
        _ => Err("the suite on Kafka failed".to_string()),
    }
}

/// What all test binaries together report.
#[derive(Default)]
struct Sum {
    passed: u64,
    failed: u64,
}

impl Sum {
    /// Takes a binary's last line, `test result: ok. 3 passed; 0 failed; …`, and no other.
    fn add(&mut self, line: &str) {
        let Some((_, counts)) = line.strip_prefix("test result: ").and_then(|result| result.split_once(". "))
        else {
            return;
        };
        for count in counts.split("; ") {
            match count.split_once(' ') {
                Some((n, "passed")) => self.passed += n.parse().unwrap_or(0),
                Some((n, "failed")) => self.failed += n.parse().unwrap_or(0),
                _ => {}
            }
        }
    }

    fn line(&self) -> String {
        match self.failed {
            0 => format!("kafka {} passed", self.passed),
            failed => format!("kafka {} passed {failed} failed", self.passed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_binaries_reports_are_summed() {
        let mut sum = Sum::default();
        for line in [
            "test a ... ok",
            "test result: ok. 9 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 8.31s",
            "",
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 2 filtered out; finished in 0.00s",
        ] {
            sum.add(line);
        }
        assert_eq!(sum.line(), "kafka 12 passed");
        sum.add("test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s");
        assert_eq!(sum.line(), "kafka 13 passed 2 failed");
    }
}
