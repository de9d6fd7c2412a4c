//! `riparian explain`: a job's plan, or an error code's page.

use crate::exit::{Exit, Failure};
use crate::project::{Format, Project};
use crate::terminal::Terminal;
use riparian_compiler::codes;
use riparian_compiler::optimise::Note;
use riparian_compiler::plan::explain;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Explain {
    /// A code (`S0301`, `G201`) or a job; without one, every job of the workspace.
    what: Option<String>,
    /// The workspace, or a folder in it.
    #[arg(long, default_value = ".")]
    path: PathBuf,
}

impl Explain {
    pub fn run(self, terminal: &Terminal) -> Result<Exit, Failure> {
        if let Some(what) = &self.what {
            if let Some(entry) =
                codes::all().find(|e| e.code.id.eq_ignore_ascii_case(what) || e.code.name == what)
            {
                terminal.out(&format!("{} {}\n\n{}", entry.code.id, entry.code.name, entry.page.trim()));
                return Ok(Exit::Done);
            }
            if looks_like_a_code(what) {
                terminal.error(&format!(
                    "there is no code `{what}`\nhelp: `riparian check` shows the code of each finding"
                ));
                return Ok(Exit::Usage);
            }
        }
        let project = Project::open(&self.path)?;
        if project.errors() > 0 {
            project.show(terminal, Format::Human);
            return Ok(Exit::Findings);
        }
        let model = &project.analysis.model;
        match &self.what {
            None => {
                terminal.out(&explain::explain(model, &project.analysis.plan));
                terminal.out(&rewritten(&project.analysis.optimised().notes, |_| true));
            }
            Some(name) => match project.job(Some(name)) {
                Ok(job) => {
                    let own = format!("{}.{}", job.package_path, job.name);
                    terminal.out(&explain::explain_job(model, job));
                    terminal.out(&rewritten(&project.analysis.optimised().notes, |of| of == own));
                }
                Err(error) => {
                    terminal.error(&error);
                    return Ok(Exit::Usage);
                }
            },
        }
        Ok(Exit::Done)
    }
}

/// What generated Rust does otherwise than the plan is written, with the same results.
fn rewritten(notes: &[Note], wanted: impl Fn(&str) -> bool) -> String {
    let lines = notes.iter().filter(|note| wanted(&note.job)).map(|note| format!("\n    {note}"));
    let lines: String = lines.collect();
    if lines.is_empty() { lines } else { format!("\noptimised{lines}\n") }
}

/// One letter and digits.
fn looks_like_a_code(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| matches!(c, 'S' | 's' | 'G' | 'g'))
        && chars.all(|c| c.is_ascii_digit())
        && text.len() > 3
}
