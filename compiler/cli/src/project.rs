//! The workspace a command works on: loaded, analysed, its findings shown.

use crate::exit::Failure;
use crate::terminal::Terminal;
use riparian_build::Loaded;
use riparian_compiler::diag::{Severity, render};
use riparian_compiler::plan::Job;
use riparian_compiler::workspace::{Analysis, Workspace};
use std::path::{Path, PathBuf};

pub struct Project {
    pub loaded: Loaded,
    pub analysis: Analysis,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Drawn, for people.
    #[default]
    Human,
    /// One line each.
    Concise,
    /// One JSON object per line.
    Json,
}

impl Project {
    pub fn open(folder: &Path) -> Result<Project, Failure> {
        let loaded = riparian_build::load(folder)?;
        if loaded.files.is_empty() {
            return Err(format!(
                "no .stream file below {}\nhelp: `riparian new NAME` makes a job to start from",
                loaded.root.display()
            )
            .into());
        }
        let mut workspace = Workspace::default();
        for (path, text) in loaded.texts() {
            workspace.set(path, text);
        }
        let analysis = workspace.analyse_on(&riparian_build::Threads);
        Ok(Project { loaded, analysis })
    }

    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    fn count(&self, severity: Severity) -> usize {
        self.analysis.diagnostics.iter().filter(|d| d.severity == severity).count()
    }

    /// Prints findings: JSON is data and goes to standard output, the rest to standard error.
    pub fn show(&self, terminal: &Terminal, format: Format) {
        let sources = self.analysis.sources();
        for finding in &self.analysis.diagnostics {
            match format {
                Format::Json => terminal.out(&render::json(finding, &sources)),
                Format::Concise => terminal.out(&render::concise(finding, &sources)),
                Format::Human => terminal.say(&render::human(finding, &sources, terminal.colour_err)),
            }
        }
    }

    /// `2 errors, 1 warning`.
    pub fn summary(&self) -> String {
        let plural = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        let (errors, warnings) = (self.errors(), self.count(Severity::Warning));
        match (errors, warnings) {
            (0, 0) => "no findings".to_string(),
            (e, 0) => plural(e, "error"),
            (0, w) => plural(w, "warning"),
            (e, w) => format!("{}, {}", plural(e, "error"), plural(w, "warning")),
        }
    }

    /// The job a name stands for: `job`, `package.job`, or without a name the only one there is.
    pub fn job(&self, name: Option<&str>) -> Result<&Job, String> {
        let jobs = &self.analysis.plan.jobs;
        let full = |job: &Job| format!("{}.{}", job.package_path, job.name);
        let list = || jobs.iter().map(|j| format!("  {}", full(j))).collect::<Vec<_>>().join("\n");
        match name {
            None => match jobs.as_slice() {
                [job] => Ok(job),
                [] => Err("the workspace has no job".to_string()),
                _ => Err(format!("the workspace has several jobs\nhelp: name one of\n{}", list())),
            },
            Some(name) => {
                let mut found = jobs.iter().filter(|j| j.name == *name || full(j) == name);
                match (found.next(), found.next()) {
                    (Some(job), None) => Ok(job),
                    (Some(_), Some(_)) => {
                        Err(format!("several jobs are called `{name}`\nhelp: name one of\n{}", list()))
                    }
                    (None, _) => Err(format!("there is no job `{name}`\nhelp: name one of\n{}", list())),
                }
            }
        }
    }
}

/// The directories of the workspace's embedded logs: one per job that has run.
pub fn logs(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let loaded = riparian_build::load(folder)?;
    let data = loaded.root.join(loaded.config.data());
    let mut found: Vec<PathBuf> = match std::fs::read_dir(&data) {
        Ok(entries) => entries.flatten().map(|e| e.path()).filter(|p| p.join("meta").is_file()).collect(),
        Err(_) => Vec::new(),
    };
    if found.is_empty() {
        return Err(format!(
            "no job of this workspace has run yet\nhelp: `riparian run` runs one, in {}",
            data.display()
        )
        .into());
    }
    found.sort();
    Ok(found)
}
