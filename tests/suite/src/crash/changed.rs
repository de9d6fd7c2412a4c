//! The example with a word of its source changed, built as a crate of its own.

use super::example::{cargo, executables};
use std::fs;
use std::path::{Path, PathBuf};

/// What is written instead of what, in a file of the example.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    pub file: &'a str,
    pub from: &'a str,
    pub to: &'a str,
}

const FILES: [&str; 6] = [
    "build.rs",
    "src/main.rs",
    "riparian.toml",
    "streams/org.stream",
    "streams/transfers.stream",
    "streams/velocity.stream",
];

/// Builds the changed example in a new folder as a crate of this name; gives the executable. What it has in common with
/// other builds is taken from the target folder.
pub fn changed(folder: &Path, name: &str, change: Change<'_>, target: &Path) -> Result<PathBuf, String> {
    let root = crate::root();
    let source = root.join("examples/velocity");
    let place = |path: &Path| format!("{}: ", path.display());
    for folder in [folder.join("streams"), folder.join("src")] {
        fs::create_dir_all(&folder).map_err(|error| place(&folder) + &error.to_string())?;
    }
    let copy = |from: &Path, to: &Path| {
        fs::copy(from, to).map_err(|error| place(from) + &error.to_string()).map(|_| ())
    };
    for file in FILES {
        copy(&source.join(file), &folder.join(file))?;
    }
    copy(&root.join("Cargo.lock"), &folder.join("Cargo.lock"))?;
    let path = folder.join(change.file);
    let text = fs::read_to_string(&path).map_err(|error| place(&path) + &error.to_string())?;
    if !text.contains(change.from) {
        return Err(format!("{} does not say `{}`", change.file, change.from));
    }
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nriparian = {{ path = {:?} }}\n\n\
         [build-dependencies]\nriparian-build = {{ path = {:?} }}\n\n[workspace]\n\n\
         [profile.dev]\ndebug = \"line-tables-only\"\n",
        root.join("runtime"),
        root.join("compiler/build"),
    );
    for (path, text) in [(path, text.replace(change.from, change.to)), (folder.join("Cargo.toml"), manifest)]
    {
        fs::write(&path, text).map_err(|error| place(&path) + &error.to_string())?;
    }
    let mut build = cargo(folder);
    build.args(["build", "--quiet", "--offline", "--target-dir"]).arg(target);
    let [job] = executables(&mut build, [name])?;
    Ok(job)
}
