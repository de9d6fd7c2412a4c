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

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (what, rest) = arguments.split_first().map_or(("", &[][..]), |(what, rest)| (what.as_str(), rest));
    let result = match what {
        "frontend" if rest.is_empty() => frontend::run(),
        "nexmark" => nexmark::run(rest),
        other => Err(format!("there is no benchmark `{other}`; there are: frontend, nexmark")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}
