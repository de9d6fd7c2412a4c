//! How the command ends.

use std::process::ExitCode;

/// The exit codes, the same for every subcommand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Done,
    /// Errors in the sources, tests that fail, files that are not formatted.
    Findings,
    /// Arguments that make no sense together.
    Usage,
    /// A file, another process, cargo.
    Environment,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::Findings => 1,
            Exit::Usage => 2,
            Exit::Environment => 4,
        })
    }
}

/// What stops a command for a reason that is not in the sources.
pub type Failure = Box<dyn std::error::Error>;
