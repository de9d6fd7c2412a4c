//! The build script's one call.

use crate::closure;
use crate::config::Config;
use crate::generate::generate;
use crate::load::{self, Loaded};
use crate::threads::Threads;
use riparian_compiler::base::{FileId, LineIndex};
use riparian_compiler::diag::{Diagnostic, Severity, render};
use riparian_compiler::model::PackageId;
use riparian_compiler::rust::Place;
use riparian_compiler::workspace::{Analysis, Workspace};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What became of a compilation; the report has been made, nothing has been ended yet.
#[must_use = "call `unwrap_or_exit()`, else errors in the .stream files go unnoticed"]
#[derive(Debug)]
pub struct Outcome(Result<(), Vec<String>>);

impl Outcome {
    /// Goes on, or ends the build script with exit code 1: cargo shows the report. Never a panic, whose note would hide it.
    pub fn unwrap_or_exit(self) {
        if let Err(errors) = self.0 {
            for error in errors {
                print_line(&format!("cargo::error={error}"));
            }
            std::process::exit(1);
        }
    }
}

/// Compiles the packages that have `.stream` files in a folder (relative to the crate) to `$OUT_DIR/streams/`, for
/// `riparian::include_streams!()`.
///
/// Tells cargo to run again when one of the files changes that these packages are made of: their own, those of
/// packages they import from or use, the organisation, `riparian.toml`. Files whose text is the same are not written.
pub fn compile(folder: impl AsRef<Path>) -> Outcome {
    let base = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let folder = base.join(folder);
    // First of all, so that a run that fails is run again when something changes.
    rerun(&folder);
    let Some(out) = std::env::var_os("OUT_DIR").map(PathBuf::from) else {
        return failed("riparian_build::compile is for build scripts: OUT_DIR is not set");
    };
    let loaded = match load::load(&folder) {
        Ok(loaded) => loaded,
        Err(error) => return failed(&error.to_string()),
    };
    let config = loaded.root.join(Config::FILE);
    if config.is_file() {
        rerun(&config);
    }
    let mut workspace = Workspace::of(loaded.texts());
    let analysis = workspace.analyse_on(&Threads);
    let packages = packages_in(&loaded, &analysis, &folder);
    let files = closure::files(&analysis, &packages);
    for file in files.iter().filter_map(|id| analysis.file(*id)) {
        rerun(&loaded.root.join(&*file.path));
    }
    for (path, _) in &loaded.beside {
        rerun(&loaded.root.join(path));
    }
    let findings: Vec<&Diagnostic> =
        analysis.diagnostics.iter().filter(|d| files.contains(&d.span.file)).collect();
    let errors = report(&analysis, &findings);
    if !errors.is_empty() {
        return Outcome(Err(errors));
    }
    match write(&loaded, &analysis, &packages, &out.join("streams")) {
        Ok(()) => Outcome(Ok(())),
        Err(error) => failed(&error),
    }
}

fn packages_in(loaded: &Loaded, analysis: &Analysis, folder: &Path) -> BTreeSet<PackageId> {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let inside = |id: &FileId| {
        analysis.file(*id).is_some_and(|file| loaded.root.join(&*file.path).starts_with(&folder))
    };
    let packages = analysis.model.packages.iter().enumerate();
    packages.filter(|(_, p)| p.files.iter().any(inside)).map(|(i, _)| PackageId(i as u32)).collect()
}

/// Draws every finding; one line per error for cargo.
fn report(analysis: &Analysis, findings: &[&Diagnostic]) -> Vec<String> {
    let sources = analysis.sources();
    let mut errors = Vec::new();
    for finding in findings {
        let place = match analysis.file(finding.span.file) {
            Some(file) => {
                let (line, column) = LineIndex::new(&file.text).position(&file.text, finding.span.start);
                format!("{}:{line}:{column}", file.path)
            }
            None => String::new(),
        };
        let line = format!("{place}: {} {}", finding.code.id, finding.title);
        if finding.severity == Severity::Error {
            print_report(&render::human(finding, &sources, false));
            errors.push(line);
        } else {
            print_line(&format!("cargo::warning={line}"));
        }
    }
    errors
}

fn write(
    loaded: &Loaded,
    analysis: &Analysis,
    packages: &BTreeSet<PackageId>,
    out: &Path,
) -> Result<(), String> {
    let said = |error: std::io::Error| format!("{}: {error}", out.display());
    std::fs::create_dir_all(out).map_err(said)?;
    let files = generate(loaded, analysis, packages, Place::OutDir);
    for (name, text) in &files {
        let path = out.join(name);
        if !std::fs::read(&path).is_ok_and(|found| found == text.as_bytes()) {
            std::fs::write(&path, text).map_err(said)?;
        }
    }
    for entry in std::fs::read_dir(out).map_err(said)?.flatten() {
        if !files.iter().any(|(name, _)| entry.file_name().to_str() == Some(name)) {
            std::fs::remove_file(entry.path()).map_err(said)?;
        }
    }
    Ok(())
}

fn failed(message: &str) -> Outcome {
    Outcome(Err(vec![message.replace('\n', " ")]))
}

fn rerun(path: &Path) {
    print_line(&format!("cargo::rerun-if-changed={}", path.display()));
}

/// A line for cargo.
#[allow(clippy::print_stdout)]
fn print_line(line: &str) {
    println!("{line}");
}

/// The drawn report: cargo shows a failed script's standard error.
#[allow(clippy::print_stderr)]
fn print_report(text: &str) {
    eprintln!("{text}");
}
