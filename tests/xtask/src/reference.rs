//! `cargo xtask reference`: writes the generated chapters of the spec.

use riparian_tests::{reference, root};

/// Runs the command; the last line is for machines.
pub fn run() -> Result<(), String> {
    let stale = reference::stale(&root());
    for chapter in &stale {
        let path = root().join(&chapter.path);
        std::fs::write(&path, &chapter.text)
            .map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
        println!("{}", chapter.path.display());
    }
    println!("reference {} written", stale.len());
    Ok(())
}
