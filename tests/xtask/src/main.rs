//! The repository's own commands. The last line of each is for machines; a failure exits non-zero.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod fuzz;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  fuzz frontend           mutated texts through the front end: `fuzz frontend N texts 0 failures`
                          [--seconds N] [--texts N] [--from N] [--seed S]
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["fuzz", rest @ ..] => fuzz::run(rest),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no command `{}`\n\n{HELP}", other.join(" "))),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}
