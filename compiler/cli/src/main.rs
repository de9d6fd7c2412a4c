//! The `riparian` command.
//!
//! Owns arguments, files, processes and what a terminal shows. Every question about `.stream` text is the compiler's.
//! Data goes to standard output, everything else to standard error.

mod build;
mod commands;
mod dev;
mod exit;
mod project;
mod sdk;
mod terminal;

use clap::Parser;
use commands::Command;
use std::process::ExitCode;

/// Stream jobs that are checked before they run: ownership, types, time, state, money, personal data.
#[derive(Parser)]
#[command(name = "riparian", version, propagate_version = true, after_help = AFTER_HELP)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// When to colour what is written to a terminal.
    #[arg(long, global = true, value_enum, default_value_t = terminal::Colour::Auto, value_name = "WHEN")]
    color: terminal::Colour,
}

const AFTER_HELP: &str = "\
Exit codes: 0 done, 1 findings (errors, failed tests), 2 wrong usage, 4 the environment (files, cargo, another process).
Start with: riparian new hello && cd hello && riparian run";

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let terminal = terminal::Terminal::new(arguments.color);
    match arguments.command.run(&terminal) {
        Ok(code) => code.into(),
        Err(error) => {
            terminal.error(&error.to_string());
            exit::Exit::Environment.into()
        }
    }
}
