//! `riparian graph`.

use crate::exit::{Exit, Failure};
use crate::project::{Format, Project};
use crate::terminal::Terminal;
use riparian_compiler::export::graph;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Graph {
    /// The job; all jobs of the workspace if none is named.
    job: Option<String>,
    /// The workspace, or a folder in it.
    #[arg(long, default_value = ".")]
    path: PathBuf,
    #[arg(long, value_enum, default_value_t)]
    format: Picture,
    /// Write to this file instead of standard output.
    #[arg(long, short)]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Default, clap::ValueEnum)]
enum Picture {
    #[default]
    Text,
    Mermaid,
    Svg,
}

impl Graph {
    pub fn run(self, terminal: &Terminal) -> Result<Exit, Failure> {
        let project = Project::open(&self.path)?;
        if project.errors() > 0 {
            project.show(terminal, Format::Human);
            return Ok(Exit::Findings);
        }
        let model = &project.analysis.model;
        let graph = match &self.job {
            None => graph::Graph::of(model, project.analysis.plan.jobs.iter().map(|job| &**job)),
            Some(name) => match project.job(Some(name)) {
                Ok(job) => graph::Graph::of(model, [job]),
                Err(error) => {
                    terminal.error(&error);
                    return Ok(Exit::Usage);
                }
            },
        };
        let picture = match self.format {
            Picture::Text => graph::text(&graph),
            Picture::Mermaid => graph::mermaid(&graph),
            Picture::Svg => graph::svg(&graph),
        };
        match self.output {
            Some(file) => std::fs::write(&file, picture)?,
            None => terminal.out(&picture),
        }
        Ok(Exit::Done)
    }
}
