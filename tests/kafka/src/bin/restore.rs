//! `restore --keys N`: how fast the program `ledger` beside it gets the state of that many accounts back.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::process::ExitCode;

fn main() -> ExitCode {
    match restore() {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn restore() -> Result<String, String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let keys = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => 2_000_000,
        ["--keys", number] => number.parse().map_err(|_| format!("`--keys {number}` is not a number"))?,
        _ => return Err("there is only `--keys N`".to_string()),
    };
    let ledger = std::env::current_exe().map_err(|error| error.to_string())?.with_file_name("ledger");
    riparian_kafka_tests::restore::run(keys, &ledger, &|line| println!("{line}"))
        .map_err(|error| error.to_string())
}
