//! The example that is run: the velocity job as cargo builds it, and made-up transfers for it.

use super::lives::{self, Ended};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Built binaries, and where the example's own files are.
#[derive(Clone, Debug)]
pub struct Example {
    job: PathBuf,
    transfers: PathBuf,
    root: PathBuf,
}

/// Files of transfers: one partition each.
#[derive(Clone, Debug)]
pub struct Input {
    pub files: Vec<PathBuf>,
}

/// The input's name in the source, and on the log.
pub const TOPIC: &str = "transfer_completed";
pub const TOPIC_ON_THE_LOG: &str = "payments.transfers.transfer_completed.v3";

impl Example {
    /// Builds the example of a clone of the repository.
    pub fn build(repository: &Path, release: bool) -> Result<Example, String> {
        let mut cargo = cargo(repository);
        cargo.args(["build", "--quiet", "--package", "velocity", "--bins"]);
        if release {
            cargo.arg("--release");
        }
        let [job, transfers] = executables(&mut cargo, ["velocity", "transfers"])?;
        Ok(Example { job, transfers, root: repository.join("examples/velocity") })
    }

    /// The same job in another workspace.
    pub fn at(&self, root: PathBuf) -> Example {
        Example { root, ..self.clone() }
    }

    /// Another build of the job, with the same files around it.
    pub fn with_job(&self, job: PathBuf) -> Example {
        Example { job, ..self.clone() }
    }

    /// Two files of transfers, in their own order each.
    pub fn input(&self, folder: &Path, records: u64, seed: u64) -> Result<Input, String> {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut files = Vec::new();
        for (part, count) in [records / 2, records - records / 2].into_iter().enumerate() {
            let path = folder.join(format!("transfers-{part}.jsonl"));
            let file = File::create(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let made = Command::new(&self.transfers)
                .args([count.to_string(), (seed + part as u64).to_string()])
                .stdout(file)
                .status()
                .map_err(|error| format!("{}: {error}", self.transfers.display()))?;
            if !made.success() {
                return Err("the generator of transfers failed".to_string());
            }
            files.push(path);
        }
        Ok(Input { files })
    }

    /// The job on a directory, its input not bound yet.
    pub fn command(&self, directory: &Path) -> Command {
        let mut command = Command::new(&self.job);
        command.arg("--root").arg(&self.root).arg("--dir").arg(directory);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        command
    }

    /// The job on files, with its whole history kept.
    pub fn start(&self, directory: &Path, input: &Input, replay: Option<&Path>) -> Result<Child, String> {
        let files: Vec<String> = input.files.iter().map(|file| file.display().to_string()).collect();
        let mut command = self.command(directory);
        command.arg("--keep-everything").arg("--from").arg(format!("{TOPIC}={}", files.join(",")));
        if let Some(recorded) = replay {
            command.arg("--replay").arg(recorded);
        }
        command.spawn().map_err(|error| format!("{}: {error}", self.job.display()))
    }

    /// A run that nobody disturbs; by the choices of another one, if given.
    pub fn run_to_the_end(
        &self,
        directory: &Path,
        input: &Input,
        replay: Option<&Path>,
    ) -> Result<(), String> {
        match lives::wait(self.start(directory, input, replay)?)? {
            Ended::Done(report) => lives::finished(&report),
            Ended::Killed => Err("a run was killed that nobody was to disturb".to_string()),
            Ended::Failed(code, report) => Err(format!("the job ended with {code:?}:\n{report}")),
        }
    }
}

/// Cargo, in a folder; not in the build that runs the tests, whose settings it would inherit.
pub fn cargo(folder: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(folder);
    cargo
}

/// Runs a build and gives the executables of these names.
pub fn executables<const N: usize>(cargo: &mut Command, names: [&str; N]) -> Result<[PathBuf; N], String> {
    let built = cargo
        .arg("--message-format=json-render-diagnostics")
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    if !built.status.success() {
        return Err("the example does not build".to_string());
    }
    let text = String::from_utf8_lossy(&built.stdout);
    let artifacts: Vec<serde_json::Value> =
        text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let found = names.map(|name| {
        let is = |message: &&serde_json::Value| {
            message["target"]["name"] == name && message["executable"].is_string()
        };
        artifacts.iter().find(is).and_then(|message| message["executable"].as_str()).map(PathBuf::from)
    });
    if let Some(missing) = names.iter().zip(&found).find(|(_, path)| path.is_none()) {
        return Err(format!("cargo built no executable `{}`", missing.0));
    }
    Ok(found.map(Option::unwrap_or_default))
}
