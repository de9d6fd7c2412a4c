//! A job as it is compiled: built beside the loop, then run; both end when a newer text is there.

use crate::build::{Building, Built};
use crate::exit::Failure;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

/// What is under way for the newest text, and the process of the last one that could be built.
#[derive(Default)]
pub struct Compiled {
    building: Option<Building>,
    running: Option<Child>,
}

/// What has happened since the last look.
pub enum News {
    Nothing,
    /// The new binary runs in the place of the old one.
    Running,
    /// The job could not be built; cargo has said why.
    Failed,
    /// The process has ended by itself, well or not: it has read its files, or it has failed.
    Ended(bool),
}

/// How the binary of a job is started.
pub struct Start {
    /// `package.job`.
    pub job: String,
    pub root: PathBuf,
    /// The log of these runs; it is made anew by each.
    pub directory: PathBuf,
    pub from: Vec<String>,
}

impl Compiled {
    /// Builds the job's newest text; what is being built for an older one is given up. The old process runs on.
    pub fn build(&mut self, building: Building) {
        self.cancel();
        self.building = Some(building);
    }

    /// The text that is being built is not wanted any more.
    pub fn cancel(&mut self) {
        if let Some(building) = self.building.take() {
            building.cancel();
        }
    }

    /// Looks, without waiting.
    pub fn look(&mut self, start: &Start) -> Result<News, Failure> {
        if let Some(building) = &mut self.building {
            match building.look()? {
                Built::NotYet => {}
                Built::Failed => {
                    self.building = None;
                    return Ok(News::Failed);
                }
                Built::Binary(binary) => {
                    self.building = None;
                    self.end();
                    self.running = Some(run(&binary, start)?);
                    return Ok(News::Running);
                }
            }
        }
        if let Some(process) = &mut self.running
            && let Some(status) = process.try_wait()?
        {
            self.running = None;
            return Ok(News::Ended(status.success()));
        }
        Ok(News::Nothing)
    }

    /// A job may end at any moment: its log is made for that, and the next run makes it anew.
    fn end(&mut self) {
        if let Some(mut process) = self.running.take() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

impl Drop for Compiled {
    fn drop(&mut self) {
        self.cancel();
        self.end();
    }
}

fn run(binary: &Path, start: &Start) -> Result<Child, Failure> {
    let mut command = Command::new(binary);
    command.arg("--job").arg(&start.job).arg("--root").arg(&start.root);
    command.arg("--dir").arg(&start.directory).args(["--fresh", "--fast"]);
    for binding in &start.from {
        command.arg("--from").arg(binding);
    }
    command.stdin(std::process::Stdio::null());
    command.spawn().map_err(|error| format!("{}: {error}", binary.display()).into())
}
