//! Generated jobs, really compiled: many workspaces become the modules of one crate, which cargo builds once, offline,
//! with warnings denied; its binary then runs any of their jobs on scripts.
//!
//! Reused by the suites for spec fences, conformance cases and random jobs.

pub mod agree;
pub mod laws;
mod script;

pub use riparian_drive::Record;
pub use script::Script;

use crate::root;
use riparian_compiler::interpret::test::{TestOutcome, run_on};
use riparian_compiler::model::Model;
use riparian_compiler::plan::{Job, Plan, Test};
use riparian_compiler::rust::{self, Place, modules};
use riparian_compiler::workspace::Workspace;
use riparian_drive::{Generated, Session};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A workspace under a name: `.stream` files by path.
#[derive(Clone, Debug)]
pub struct Case {
    /// A Rust identifier.
    pub name: String,
    pub files: Vec<(String, String)>,
}

/// Compiled jobs of several workspaces.
#[derive(Clone, Debug)]
pub struct Compiled {
    binary: PathBuf,
}

/// The main of the crate: any job, as `case/job`, follows commands.
const MAIN: &str = r#"
fn main() -> std::process::ExitCode {
    let cases: &[(&str, &[&'static riparian::prelude::Job])] = &[
{{cases}}    ];
    let jobs = cases.iter().flat_map(|(case, jobs)| jobs.iter().map(move |job| (format!("{case}/{}", job.name), *job)));
    match riparian::testing::drive(jobs, std::io::stdin().lock(), std::io::stdout().lock()) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            std::process::ExitCode::FAILURE
        }
    }
}
"#;

/// The generated jobs of a workspace. Errors in its texts are the caller's mistake and come as drawn findings.
pub fn generated(files: &[(String, String)]) -> Result<Vec<rust::Generated>, String> {
    let analysis = Workspace::of(files.iter().cloned()).analyse();
    let sources = analysis.sources();
    if analysis.has_errors() {
        let drawn =
            analysis.diagnostics.iter().map(|d| riparian_compiler::diag::render::human(d, &sources, false));
        return Err(drawn.collect());
    }
    Ok(analysis.generate(|_| true))
}

impl Compiled {
    /// Writes and builds the crate `name` below the repository's target folder. Fails with what cargo said, warnings
    /// of generated code included.
    pub fn build(name: &str, cases: &[Case]) -> Result<Compiled, String> {
        let target = target();
        let folder = target.join("compiled").join(name);
        let mut main = String::new();
        let mut table = String::new();
        for case in cases {
            let jobs = generated(&case.files)?;
            let module = format!("src/{}", case.name);
            put(&folder.join(&module).join("mod.rs"), &modules(&jobs, Place::Beside))?;
            for job in &jobs {
                put(&folder.join(&module).join(&job.file_name), &job.text)?;
            }
            main += &format!("mod {};\n", case.name);
            table += &format!("        ({0:?}, {0}::JOBS),\n", case.name);
        }
        main += &MAIN.replace("{{cases}}", &table);
        put(&folder.join("src/main.rs"), &main)?;
        let runtime = root().join("runtime");
        put(
            &folder.join("Cargo.toml"),
            &format!(
                "[package]\nname = \"compiled-{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\nriparian = {{ path = {:?} }}\n\n[profile.dev]\ndebug = false\n\n[workspace]\n",
                runtime.display().to_string(),
            ),
        )?;
        let lock = std::fs::read_to_string(root().join("Cargo.lock")).map_err(|error| error.to_string())?;
        if !folder.join("Cargo.lock").is_file() {
            put(&folder.join("Cargo.lock"), &lock)?;
        }
        cargo(&folder, &target)?;
        Ok(Compiled { binary: target.join("compiled/target/debug").join(format!("compiled-{name}")) })
    }

    /// Runs a job of a case on a script: what it wrote, per `take`.
    pub fn run(&self, case: &str, job: &str, script: &Script) -> Result<Vec<Vec<Record>>, String> {
        script.run(&self.binary, &format!("{case}/{job}"))
    }

    /// Runs a test of a case.
    pub fn test(&self, case: &str, model: &Model, plan: &Plan, test: &Test) -> Result<TestOutcome, String> {
        run_on(model, plan, test, |job| self.player(case, model, job))
    }

    /// A job of a case, from nothing, every topic with one partition.
    pub fn player<'p>(&self, case: &str, model: &'p Model, job: &'p Job) -> Result<Generated<'p>, String> {
        let session = Session::start(&self.binary, &[])?;
        Generated::start(model, job, session, &format!("{case}/{}", job.name))
    }
}

fn cargo(folder: &Path, target: &Path) -> Result<(), String> {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--quiet", "--offline"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target.join("compiled/target"))
        .env("RUSTFLAGS", "-D warnings")
        .output()
        .map_err(|error| error.to_string())?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Writes a file unless it holds that text already, so that cargo rebuilds only what has changed.
fn put(path: &Path, text: &str) -> Result<(), String> {
    if std::fs::read_to_string(path).is_ok_and(|found| found == text) {
        return Ok(());
    }
    let written =
        path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(path, text));
    written.map_err(|error| format!("{}: {error}", path.display()))
}
