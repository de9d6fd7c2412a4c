//! `riparian new`: a working job with sample data, a test and a crate of its own.

use crate::exit::{Exit, Failure};
use crate::sdk;
use crate::terminal::Terminal;
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct New {
    /// The folder to make; its name becomes the package's name.
    path: PathBuf,
}

/// What stands in the templates for the package's name.
const NAME: &str = "{{name}}";
const FILES: &[(&str, &str)] = &[
    ("riparian.toml", include_str!("../../templates/new/riparian.toml")),
    ("Cargo.toml", include_str!("../../templates/new/Cargo.toml.in")),
    ("build.rs", include_str!("../../templates/new/build.rs.in")),
    ("src/main.rs", include_str!("../../templates/new/main.rs.in")),
    ("streams/page_views.stream", include_str!("../../templates/new/page_views.stream")),
    ("data/views.jsonl", include_str!("../../templates/new/views.jsonl")),
    ("README.md", include_str!("../../templates/new/README.md")),
    (".gitignore", "/target\n/.riparian\n"),
];

impl New {
    pub fn run(self, terminal: &Terminal) -> Result<Exit, Failure> {
        let Some(name) = package_name(&self.path) else {
            terminal.error(&format!(
                "`{}` cannot be the name of a package\nhelp: use letters, digits and underscores, starting with a letter",
                self.path.display()
            ));
            return Ok(Exit::Usage);
        };
        if std::fs::read_dir(&self.path).is_ok_and(|mut entries| entries.next().is_some()) {
            terminal.error(&format!(
                "{} is not empty\nhelp: choose a folder that does not exist yet",
                self.path.display()
            ));
            return Ok(Exit::Usage);
        }
        for (file, text) in FILES {
            sdk::write_if_changed(&self.path.join(file), text.replace(NAME, &name).as_bytes())?;
        }
        sdk::write_if_changed(&self.path.join("Cargo.lock"), sdk::lock_file().as_bytes())?;
        sdk::unpack(&self.path)?;
        terminal.status("Created", &format!("{} (package {name})", self.path.display()));
        terminal.say(&format!(
            "\n  cd {}\n  riparian test     # the test in streams/page_views.stream\n  riparian run      # the job on data/views.jsonl",
            self.path.display()
        ));
        Ok(Exit::Done)
    }
}

/// The folder's name as a package name: hyphens become underscores; `None` if it is not one.
fn package_name(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?.replace('-', "_");
    let legal = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    legal.then(|| name.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folder_names_become_package_names() {
        assert_eq!(package_name(Path::new("a/page-views")).as_deref(), Some("page_views"));
        assert_eq!(package_name(Path::new("1st")), None);
        assert_eq!(package_name(Path::new("a b")), None);
    }
}
