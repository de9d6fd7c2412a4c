//! `riparian.toml`: where topics live on this machine, partitions, token keys. Never what the build proves.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The file's contents; everything has a default, an unknown key is an error.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    #[serde(default)]
    pub workspace: WorkspaceConfig,
    /// Topic (as written, or its full name) → a file, several files (one partition each), or `-`.
    #[serde(default)]
    pub local: BTreeMap<String, Files>,
    /// Vault → where its key is.
    #[serde(default)]
    pub tokens: BTreeMap<String, TokenKey>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkspaceConfig {
    /// Partitions of topics that do not say, on the embedded log. Default 4.
    pub partitions: Option<u32>,
    /// Where the embedded log keeps its data, relative to the workspace. Default `.riparian/data`.
    pub data: Option<PathBuf>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Files {
    One(String),
    Several(Vec<String>),
}

impl Files {
    pub fn list(&self) -> &[String] {
        match self {
            Files::One(file) => std::slice::from_ref(file),
            Files::Several(files) => files,
        }
    }
}

/// `{ file = "keys/fraud.key" }` or `{ env = "FRAUD_KEY" }`: 64 hexadecimal digits.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum TokenKey {
    #[serde(rename = "file")]
    File(PathBuf),
    #[serde(rename = "env")]
    Environment(String),
}

impl Config {
    pub const FILE: &str = "riparian.toml";

    /// The folder of embedded logs, relative to the workspace.
    pub fn data(&self) -> &Path {
        self.workspace.data.as_deref().unwrap_or(Path::new(".riparian/data"))
    }

    /// Partitions of topics for which nothing else says how many.
    pub fn partitions(&self) -> u32 {
        self.workspace.partitions.unwrap_or(4)
    }

    /// Reads `riparian.toml` in a folder; a missing file is the default configuration.
    pub fn read(folder: &Path) -> Result<Config, ConfigError> {
        let path = folder.join(Config::FILE);
        match std::fs::read_to_string(&path) {
            Ok(text) => Config::parse(&text).map_err(|message| ConfigError { path, message }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Config::default()),
            Err(error) => Err(ConfigError { path, message: error.to_string() }),
        }
    }

    fn parse(text: &str) -> Result<Config, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }
}

/// `riparian.toml` cannot be read; the message holds the place.
#[derive(Debug)]
pub struct ConfigError {
    pub path: PathBuf,
    pub message: String,
}

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.message.trim_end())
    }
}

impl std::error::Error for ConfigError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_forms_are_read() {
        let config = Config::parse(
            "[workspace]\npartitions = 2\n[local]\nviews = \"data/views.jsonl\"\nparts = [\"a.jsonl\", \"b.jsonl\"]\n[tokens]\nfraud = { env = \"KEY\" }\n",
        )
        .expect("valid");
        assert_eq!(config.workspace.partitions, Some(2));
        assert_eq!(config.local["views"].list(), ["data/views.jsonl"]);
        assert_eq!(config.local["parts"].list().len(), 2);
        assert!(matches!(&config.tokens["fraud"], TokenKey::Environment(name) if name == "KEY"));
    }

    #[test]
    fn a_misspelt_key_is_named() {
        let error = Config::parse("[locals]\nviews = \"x\"\n").expect_err("unknown table");
        assert!(error.contains("locals"), "{error}");
    }
}
