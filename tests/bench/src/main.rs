//! The benchmarks; run through `cargo xtask bench`.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod allocations;
mod clock;
mod frontend;
mod nexmark;

riparian::include_streams!();

/// The same jobs with trusted input.
mod trusted {
    include!(concat!(env!("OUT_DIR"), "/trusted/mod.rs"));
}

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: allocations::Counting = allocations::Counting;

const HELP: &str = "\
cargo xtask bench [WHAT]

  frontend    cold check and re-check of 300 packages; last line
              `check300_cold A ms edit B ms`
  nexmark     generated jobs beside hand-written Rust, results compared first; last lines
              `qN ours X limit Y ratio Z` (million events per second of processor time)
              --trusted      topics are `trusted`: reading stops after the last column used. Without it all of
                             every record is checked, as it is by default
              --shuffled     the fields of every record stand in another order, for both
              --events N     bids (2000000); people and auctions are a quarter as many
              --rounds R     runs of each, in turn (5)
              --query NAME   one of q0, q1, q2, q3, q5, q7, q8, q12, q14, q17, q21, q22

Without WHAT: both, in this order.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        [.., "help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        [] => frontend::run().and_then(|()| nexmark::run(&[])),
        ["frontend"] => frontend::run(),
        ["frontend", option, ..] => Err(format!("`frontend` takes no options, not `{option}`")),
        ["nexmark", rest @ ..] => nexmark::run(rest),
        [other, ..] => Err(format!("there is no benchmark `{other}`; there are: frontend, nexmark")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}
