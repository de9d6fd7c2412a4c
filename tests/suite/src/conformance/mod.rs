//! Other projects' expected results (`tests/conformance/`): every case runs on the reference interpreter and on the
//! generated jobs, really compiled, and passes if both give the expected rows in full.
//!
//! A case that the language cannot say yet has no job file; it is counted, never passed, and stands in `not_yet.txt`.

mod joins;
mod known;
mod nexmark;
mod play;
mod recipes;

pub use known::{Known, Tally};

use crate::compiled::{self, Compiled};
use play::Step;
use riparian_compiler::interpret::Emission;
use riparian_compiler::workspace::{Analysis, Workspace};
use std::path::{Path, PathBuf};

/// What became of one case.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub case: String,
    pub result: Verdict,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Passed,
    /// There is no job for it: the language cannot say it yet.
    NotYet,
    /// Either executor did not do as expected; both are named if both did not.
    Failed(String),
}

/// The suites, in the order in which they are told.
pub const SUITES: [&str; 3] = ["recipes", "nexmark", "joins"];

/// All cases, their generated jobs compiled into one program.
#[derive(Debug)]
pub struct Conformance {
    folder: PathBuf,
    compiled: Compiled,
}

impl Conformance {
    /// Builds the jobs of all suites below a folder. Fails with what cargo said; a job with findings is left out, its case
    /// fails when it is run.
    pub fn build(folder: &Path) -> Result<Conformance, String> {
        let mut crates = Vec::new();
        for suite in SUITES {
            for case in cases(folder, suite)? {
                if let Ok(Some(job)) = Job::read(&case) {
                    crates.push(compiled::Case { name: case.module(), files: job.files() });
                }
            }
        }
        let compiled = Compiled::build("conformance", &crates)?;
        Ok(Conformance { folder: folder.to_path_buf(), compiled })
    }

    /// Runs every case of a suite.
    pub fn run(&self, suite: &str) -> Result<Vec<Outcome>, String> {
        let cases = cases(&self.folder, suite)?;
        let outcome = |case: Case| {
            let result = match self.case(&case) {
                Ok(true) => Verdict::Passed,
                Ok(false) => Verdict::NotYet,
                Err(error) => Verdict::Failed(error),
            };
            Outcome { case: case.name, result }
        };
        Ok(cases.into_iter().map(outcome).collect())
    }

    /// `false`: it has no job.
    fn case(&self, case: &Case) -> Result<bool, String> {
        let Some(Job { analysis, .. }) = Job::read(case)? else { return Ok(false) };
        let Expected { steps, judge } = (case.prepare)(&analysis, case)?;
        let interpreted = judge(&analysis, &play::interpreted(&analysis, &steps));
        let generated = play::generated(&analysis, &steps, &self.compiled, &case.module())
            .and_then(|batches| judge(&analysis, &batches));
        let said = [("interpreted", interpreted), ("generated", generated)];
        let wrong: Vec<String> =
            said.into_iter().filter_map(|(by, said)| Some(format!("{by}: {}", said.err()?))).collect();
        if wrong.is_empty() { Ok(true) } else { Err(wrong.join("; ")) }
    }
}

/// Says whether the batches of a run hold what they should.
type Judge = Box<dyn Fn(&Analysis, &[Vec<Emission>]) -> Result<(), String>>;

/// What a case feeds, and what should come of it.
struct Expected {
    steps: Vec<Step>,
    judge: Judge,
}

/// Where a case lies; it need not have a job.
struct Case {
    suite: &'static str,
    name: String,
    /// The suite's folder; a recipe's own.
    folder: PathBuf,
    job: PathBuf,
    prepare: fn(&Analysis, &Case) -> Result<Expected, String>,
}

impl Case {
    /// The name of its module among the compiled ones.
    fn module(&self) -> String {
        format!("{}_{}", self.suite, self.name).replace('-', "_")
    }
}

fn cases(folder: &Path, suite: &str) -> Result<Vec<Case>, String> {
    let folder = folder.join(suite);
    match suite {
        "recipes" => recipes::cases(&folder),
        "nexmark" => nexmark::cases(&folder),
        "joins" => joins::cases(&folder),
        other => Err(format!("there is no suite {other}")),
    }
}

/// A case's job, checked.
struct Job {
    text: String,
    analysis: Analysis,
}

impl Job {
    /// `None`: there is no file. Findings are a failure.
    fn read(case: &Case) -> Result<Option<Job>, String> {
        if !case.job.exists() {
            return Ok(None);
        }
        let text = read(&case.job)?;
        let analysis = Workspace::of([("job.stream", text.as_str())]).analyse();
        match analysis.diagnostics.first() {
            None => Ok(Some(Job { text, analysis })),
            Some(first) => Err(format!("the job is not clean: {} {}", first.code.id, first.title)),
        }
    }

    fn files(self) -> Vec<(String, String)> {
        vec![("job.stream".to_string(), self.text)]
    }
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

/// The names of the `.json` files of a folder, in order.
fn names(folder: &Path) -> Result<Vec<String>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let name = |e: std::fs::DirEntry| {
        e.file_name().to_str().and_then(|n| n.strip_suffix(".json")).map(str::to_string)
    };
    let mut names: Vec<String> = entries.flatten().filter_map(name).collect();
    names.sort();
    Ok(names)
}

/// The one batch of a case that is compared at its end.
fn only(batches: &[Vec<Emission>]) -> Result<&[Emission], String> {
    match batches {
        [all] => Ok(all),
        other => Err(format!("{} batches where one is compared", other.len())),
    }
}
