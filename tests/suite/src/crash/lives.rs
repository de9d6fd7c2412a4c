//! The lives of a process: from its start to its end or to the moment it is killed.

use super::example::{Example, Input};
use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

/// SIGKILL: nothing of the process runs any more.
const KILL: i32 = 9;
/// How often to look whether a process has ended.
const LOOK: Duration = Duration::from_millis(1);
/// No run of the suite takes longer.
const PATIENCE: Duration = Duration::from_secs(600);

/// How a process ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// By itself and well; what it said on standard error.
    Done(String),
    Killed,
    /// Its exit code, and what it said.
    Failed(Option<i32>, String),
}

/// Starts the job on a directory again and again and kills it after `delay`, until `most` kills have been counted; then
/// lets it read its input to the end. It may get there earlier.
pub(super) fn live(
    example: &Example,
    directory: &Path,
    input: &Input,
    kills: &mut u32,
    most: u32,
    delay: &mut dyn FnMut() -> Duration,
) -> Result<(), String> {
    loop {
        let mut child = example.start(directory, input, None)?;
        if *kills < most {
            let until = Instant::now() + delay();
            while Instant::now() < until && running(&mut child)? {
                std::thread::sleep(LOOK.min(until.saturating_duration_since(Instant::now())));
            }
            // Too late for one that has ended: then this is not a kill.
            child.kill().map_err(|error| format!("killing the job: {error}"))?;
        }
        match wait(child)? {
            Ended::Killed => *kills += 1,
            Ended::Done(report) => return finished(&report),
            Ended::Failed(code, report) => {
                return Err(format!("after {kills} kills the job ended with {code:?}:\n{report}"));
            }
        }
    }
}

/// Whether the job's own account says that it has read everything and that nothing is missing.
pub(super) fn finished(report: &str) -> Result<(), String> {
    for wanted in [
        "Finished: every input has been read to its end",
        "every record of every input and node is accounted for",
    ] {
        if !report.contains(wanted) {
            return Err(format!("the job did not say \"{wanted}\" but:\n{report}"));
        }
    }
    Ok(())
}

fn running(child: &mut Child) -> Result<bool, String> {
    Ok(child.try_wait().map_err(|error| format!("waiting for the job: {error}"))?.is_none())
}

/// Waits for the end of a process; one that takes forever is an error.
pub fn wait(mut child: Child) -> Result<Ended, String> {
    let mut report = String::new();
    // The end of standard error is the end of the process: a reader that waits for it cannot block the writer.
    let errors = child.stderr.take().map(|mut pipe| {
        std::thread::spawn(move || {
            let mut bytes = Vec::new();
            pipe.read_to_end(&mut bytes).map(|_| bytes)
        })
    });
    let started = Instant::now();
    while running(&mut child)? {
        if started.elapsed() > PATIENCE {
            child.kill().map_err(|error| format!("killing the job: {error}"))?;
            return Err(format!("the job has not ended within {PATIENCE:?}"));
        }
        std::thread::sleep(LOOK);
    }
    let status: ExitStatus = child.wait().map_err(|error| format!("waiting for the job: {error}"))?;
    if let Some(bytes) = errors.and_then(|reader| reader.join().ok()) {
        let bytes = bytes.map_err(|error| format!("reading what the job says: {error}"))?;
        report.push_str(&String::from_utf8_lossy(&bytes));
    }
    Ok(match status.code() {
        Some(0) => Ended::Done(report),
        None if status.signal() == Some(KILL) => Ended::Killed,
        code => Ended::Failed(code, report),
    })
}

/// Sends a signal by its name, such as `TERM`.
pub fn signal(child: &Child, name: &str) -> Result<(), String> {
    let sent = Command::new("kill").args(["-s", name, &child.id().to_string()]).status();
    match sent {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("kill -s {name}: {status}")),
        Err(error) => Err(format!("kill: {error}")),
    }
}
