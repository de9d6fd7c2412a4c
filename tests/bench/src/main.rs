//! The benchmarks; run through `cargo xtask bench`.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod allocations;
mod clock;
mod frontend;
mod nexmark;
mod start;
mod state;

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

  state       bytes of state per key of eight bytes with 24 bytes of value, the worst of 0.5, 1 and 3 million keys, and
              upserts beside a map by hand; last lines `upserts ours X limit Y ratio Z`, `state bytes_per_key B`
  start       q0 on the embedded log: from process start to the first row out, and the most it holds resident; last
              line `start A ms resident B MB`

Without WHAT: all of them, in this order.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        [.., "help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        [] => all(),
        ["nexmark", rest @ ..] => nexmark::run(rest),
        ["frontend"] => frontend::run(),
        ["state"] => state::run(),
        ["start"] => start::run(),
        [what @ ("frontend" | "state" | "start"), option, ..] => {
            Err(format!("`{what}` takes no options, not `{option}`"))
        }
        [other, ..] => {
            Err(format!("there is no benchmark `{other}`; there are: frontend, nexmark, state, start"))
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Each in turn, also after one that failed.
fn all() -> Result<(), String> {
    let results = [frontend::run(), nexmark::run(&[]), state::run(), start::run()];
    let failed: Vec<String> = results.into_iter().filter_map(Result::err).collect();
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n")) }
}
