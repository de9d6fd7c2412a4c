//! `latency --rounds N --property NAME=VALUE`: how long commits of the program `ledger` beside it take, and how soon it is back after so many kills.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::process::ExitCode;

fn main() -> ExitCode {
    match latency() {
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

fn latency() -> Result<String, String> {
    let (mut rounds, mut properties) = (15, Vec::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("`{name}` needs a value"))?;
        match name.as_str() {
            "--rounds" => {
                rounds = value.parse().map_err(|_| format!("`--rounds {value}` is not a number"))?
            }
            "--property" => properties.extend([name, value]),
            _ => return Err("there are only `--rounds N` and `--property NAME=VALUE`".to_string()),
        }
    }
    let ledger = std::env::current_exe().map_err(|error| error.to_string())?.with_file_name("ledger");
    riparian_kafka_tests::latency::run(rounds, &properties, &ledger, &|line| println!("{line}"))
        .map_err(|error| error.to_string())
}
