//! The benchmarks; run through `cargo xtask bench`.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod allocations;
mod clock;
mod frontend;
mod nexmark;

riparian::include_streams!();

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: allocations::Counting = allocations::Counting;

const HELP: &str = "\
cargo xtask bench [WHAT]

  frontend    300 packages, and one job that is saved while `riparian dev` watches; last lines
              `check300_cold A ms edit B ms format C ms`
              `edit_to_interpreted D ms edit_to_compiled E s`
  nexmark     generated jobs beside hand-written Rust, results compared first; last lines
              `qN ours X limit Y ratio Z` (million events per second of processor time)
              [--events N] [--rounds R] [--query NAME]

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
