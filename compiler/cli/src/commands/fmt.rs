//! `riparian fmt`.

use crate::exit::{Exit, Failure};
use crate::terminal::Terminal;
use riparian_compiler::fmt;
use std::io::Read;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Fmt {
    /// The workspace, or `-` for standard input to standard output.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Change nothing; exit with 1 and name the files that are not formatted.
    #[arg(long)]
    check: bool,
}

impl Fmt {
    pub fn run(self, terminal: &Terminal) -> Result<Exit, Failure> {
        if self.path.as_os_str() == "-" {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text)?;
            return Ok(match fmt::format(&text) {
                Ok(formatted) if self.check => {
                    if formatted != text {
                        terminal.out("-");
                    }
                    if formatted == text { Exit::Done } else { Exit::Findings }
                }
                Ok(formatted) => {
                    terminal.out(&formatted);
                    Exit::Done
                }
                Err(error) => {
                    terminal.error(&error.to_string());
                    Exit::Findings
                }
            });
        }
        let loaded = riparian_build::load(&self.path)?;
        let only = self.path.is_file().then(|| self.path.canonicalize()).transpose()?;
        let (mut changed, mut broken) = (0, 0);
        for (name, text) in &loaded.files {
            let file = loaded.root.join(name);
            if only.as_ref().is_some_and(|only| *only != file) {
                continue;
            }
            match fmt::format(text) {
                Ok(formatted) if formatted != *text => {
                    changed += 1;
                    if self.check {
                        terminal.out(name);
                    } else {
                        std::fs::write(&file, formatted)?;
                        terminal.status("Formatted", name);
                    }
                }
                Ok(_) => {}
                Err(error) => {
                    broken += 1;
                    terminal.error(&format!("{name}: {error}"));
                }
            }
        }
        Ok(if broken > 0 || (self.check && changed > 0) { Exit::Findings } else { Exit::Done })
    }
}
