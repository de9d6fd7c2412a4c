//! The `main` of a job binary: arguments, where things are, progress, the readable end.
//!
//! Knows people and processes; everything about records is the worker's.

mod options;
mod progress;
mod program;
mod summary;
mod vaults;

pub use program::{Program, TokenSource};

use crate::embedded::{Durability, EmbeddedLog, Options};
use crate::fail::Fatal;
use crate::job::Job;
use options::{Action, Arguments};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Wrong arguments.
const USAGE: u8 = 2;
/// The log, a file, another process.
const ENVIRONMENT: u8 = 4;

/// Runs the program's job, as its arguments say.
#[allow(clippy::print_stdout, clippy::print_stderr)]
pub fn main(program: &'static Program) -> ExitCode {
    let arguments = match options::parse(std::env::args().skip(1)) {
        Ok(Action::Help) => {
            print!("{}", options::HELP);
            return ExitCode::SUCCESS;
        }
        Ok(Action::Run(arguments)) => arguments,
        Err(error) => return failed(USAGE, &error),
    };
    let job = match program.job(arguments.job.as_deref()) {
        Ok(job) => job,
        Err(error) => return failed(USAGE, &error),
    };
    match run(program, job, &arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error @ Fatal::Configuration { .. }) => failed(USAGE, &error.to_string()),
        Err(error) => failed(ENVIRONMENT, &error.to_string()),
    }
}

#[allow(clippy::print_stderr)]
fn failed(code: u8, message: &str) -> ExitCode {
    eprintln!("error: {message}");
    ExitCode::from(code)
}

/// The directory of a job's log: `--dir`, else the program's data folder with a folder per job.
fn directory(program: &Program, job: &Job, arguments: &Arguments) -> PathBuf {
    match &arguments.directory {
        Some(directory) => directory.clone(),
        None => arguments.root.join(program.data).join(format!("{}.{}", job.package, job.name)),
    }
}

/// Removes a job's log, so that it starts from nothing; never one that another process holds.
fn remove(directory: &Path) -> Result<(), Fatal> {
    let lock = directory.join("LOCK");
    if let Ok(file) = std::fs::File::open(&lock)
        && file.try_lock().is_err()
    {
        return Err(Fatal::Locked { directory: directory.display().to_string() });
    }
    match std::fs::remove_dir_all(directory) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Fatal::io(format!("removing {}", directory.display()), error)),
    }
}

fn log_options(program: &Program, job: &Job, arguments: &Arguments) -> Result<Options, Fatal> {
    Ok(Options {
        durability: if arguments.fast { Durability::Process } else { Durability::Power },
        partitions: arguments.partitions.unwrap_or(program.partitions),
        keep_everything: arguments.keep_everything,
        bindings: program.bindings(job, arguments)?,
        ..Options::default()
    })
}
