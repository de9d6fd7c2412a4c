//! The benchmarks; run through `cargo xtask bench`.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod frontend;

use std::process::ExitCode;

fn main() -> ExitCode {
    let what = std::env::args().nth(1).unwrap_or_default();
    let result = match what.as_str() {
        "frontend" => frontend::run(),
        other => Err(format!("there is no benchmark `{other}`; there is: frontend")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}
