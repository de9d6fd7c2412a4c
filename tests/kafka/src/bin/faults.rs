//! `faults --kills K --nodes N --seed S --rate R`: the program `ledger` beside it, through kills of everything.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use riparian_kafka_tests::faults::{Options, run};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

fn main() -> ExitCode {
    match faults() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn faults() -> Result<bool, String> {
    let made_up = SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_secs() % 1_000_000);
    let mut options = Options { kills: 10, nodes: 3, seed: made_up, rate: 300 };
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("`{name}` needs a number"))?;
        let number: u32 = value.parse().map_err(|_| format!("`{name} {value}` is not a number"))?;
        match name.as_str() {
            "--kills" => options.kills = number,
            "--nodes" => {
                options.nodes = u16::try_from(number).map_err(|_| format!("{number} nodes are too many"))?;
            }
            "--seed" => options.seed = u64::from(number),
            "--rate" => options.rate = number,
            _ => return Err(format!("there is no option `{name}`: --kills, --nodes, --seed, --rate")),
        }
    }
    println!("seed {}", options.seed);
    let ledger = std::env::current_exe().map_err(|error| error.to_string())?.with_file_name("ledger");
    let outcome = run(&options, &ledger, &|line| println!("{line}")).map_err(|error| error.to_string())?;
    if !outcome.is_clean() {
        let riparian_kafka_tests::ledger::Verdict { wrong, sum, .. } = &outcome.verdict;
        println!("seed {}: {} wrong rows, the sum is {sum}", options.seed, wrong.len());
        outcome.unexpected.iter().for_each(|what| println!("unexpected: {what}"));
    }
    println!("{}", outcome.line());
    Ok(outcome.is_clean())
}
