//! A workspace on disk: its root, its configuration, its `.stream` files.

use crate::config::{Config, ConfigError};
use riparian_compiler::workspace::is_beside;
use std::io;
use std::path::{Path, PathBuf};

/// What was found on disk; nothing is analysed yet.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The folder with `riparian.toml`, else the folder that was asked for.
    pub root: PathBuf,
    pub config: Config,
    /// Relative path with `/`, and text; sorted by path.
    pub files: Vec<(String, String)>,
    /// The same of what is read with them: schema and lock files.
    pub beside: Vec<(String, String)>,
}

impl Loaded {
    /// All texts that an analysis takes.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().chain(&self.beside).map(|(path, text)| (path.as_str(), text.as_str()))
    }
}

#[derive(Debug)]
pub enum LoadError {
    Config(ConfigError),
    /// A folder or file that cannot be read.
    Io(PathBuf, io::Error),
    /// A `.stream` or schema file that is not UTF-8.
    NotUtf8(PathBuf),
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            LoadError::Config(error) => write!(f, "{error}"),
            LoadError::Io(path, error) => write!(f, "{}: {error}", path.display()),
            LoadError::NotUtf8(path) => write!(f, "{} is not UTF-8 text", path.display()),
        }
    }
}

impl std::error::Error for LoadError {}

/// The nearest folder, from `start` upwards, that holds a `riparian.toml`; else `start`.
pub fn find_root(start: &Path) -> PathBuf {
    start
        .ancestors()
        .find(|folder| folder.join(Config::FILE).is_file())
        .map_or_else(|| start.to_path_buf(), Path::to_path_buf)
}

/// Loads the workspace that a folder belongs to.
pub fn load(folder: &Path) -> Result<Loaded, LoadError> {
    let folder = folder.canonicalize().map_err(|error| LoadError::Io(folder.to_path_buf(), error))?;
    let start = if folder.is_file() { folder.parent().unwrap_or(&folder) } else { &folder };
    let root = find_root(start);
    let config = Config::read(&root).map_err(LoadError::Config)?;
    let paths = sources(&root)?;
    let (mut files, mut beside) = (Vec::with_capacity(paths.len()), Vec::new());
    for path in paths {
        let bytes = std::fs::read(&path).map_err(|error| LoadError::Io(path.clone(), error))?;
        let text = String::from_utf8(bytes).map_err(|_| LoadError::NotUtf8(path.clone()))?;
        let name = relative(&root, &path);
        if is_beside(&name) { &mut beside } else { &mut files }.push((name, text));
    }
    files.sort();
    beside.sort();
    Ok(Loaded { root, config, files, beside })
}

/// The `.stream` files below a root, and the schema and lock files that are read with them.
pub fn sources(root: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let mut paths = Vec::new();
    walk(root, &mut paths)?;
    Ok(paths)
}

/// A path below the root as it is shown and sorted: with `/` on every system.
pub fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Every `.stream` file, and the schema and lock files that are read with them, leaving out hidden folders and `target`.
fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), LoadError> {
    let error = |error| LoadError::Io(folder.to_path_buf(), error);
    for entry in std::fs::read_dir(folder).map_err(error)? {
        let entry = entry.map_err(error)?;
        let path = entry.path();
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            if name != "target" {
                walk(&path, found)?;
            }
        } else if path.extension().is_some_and(|e| e == "stream") || is_beside(&name) {
            found.push(path);
        }
    }
    Ok(())
}
