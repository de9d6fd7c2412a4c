//! What happens to a running job when the world around it fails: an error that names it or a pause that says so, then on; nothing lost,
//! nothing doubled, and never more memory than is set aside.

mod as_of;
mod deleted;
mod disk;
mod memory;
mod names;
mod windows;

use riparian_kafka_tests::ledger::{Process, Start};
use std::path::Path;
use std::time::{Duration, Instant};

const MINUTE: Duration = Duration::from_secs(60);

/// The program that holds the jobs of `streams`.
fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_ledger"))
}

/// How a job is started that is the only instance of its name.
fn start<'a>(job: &'a str, bootstrap: &'a str, folder: &'a Path, arguments: &'a [&'a str]) -> Start<'a> {
    Start { binary: program(), job, bootstrap, folder, instance: "a", arguments, file_limit: None }
}

/// Waits until something holds, of a job that runs.
fn until(job: &mut Process, what: &str, within: Duration, mut holds: impl FnMut(&Process) -> bool) {
    let started = Instant::now();
    while !holds(job) {
        assert!(job.runs(), "it has ended before {what}:\n{}", job.output());
        assert!(started.elapsed() < within, "waited in vain until {what}:\n{}", job.output());
        std::thread::sleep(Duration::from_millis(50));
    }
}
