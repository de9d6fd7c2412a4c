//! `riparian check`.

use crate::exit::{Exit, Failure};
use crate::project::{Format, Project};
use crate::terminal::Terminal;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Check {
    /// The workspace, or a folder or file in it.
    #[arg(default_value = ".")]
    path: PathBuf,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Check {
    pub fn run(self, terminal: &Terminal) -> Result<Exit, Failure> {
        let project = Project::open(&self.path)?;
        project.show(terminal, self.format);
        if self.format == Format::Human {
            let files = project.loaded.files.len();
            let what = format!("{files} file{}: {}", if files == 1 { "" } else { "s" }, project.summary());
            terminal.status("Checked", &what);
        }
        Ok(if project.errors() > 0 { Exit::Findings } else { Exit::Done })
    }
}
