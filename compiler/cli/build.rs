//! Packs the sources that a user's job is built with into the command, so that `riparian` works from anywhere,
//! without a checkout and without a network: the runtime, and the compiler for build scripts.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The packages a job crate needs, by folder in the repository.
const PACKAGES: [&str; 4] = ["runtime", "runtime/functions", "compiler", "compiler/build"];

fn main() {
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository's root");
    let mut files: Vec<PathBuf> = Vec::new();
    for package in PACKAGES {
        let folder = root.join(package);
        files.push(folder.join("Cargo.toml"));
        walk(&folder.join("src"), &mut files);
        println!("cargo::rerun-if-changed={}", folder.join("src").display());
        println!("cargo::rerun-if-changed={}", folder.join("Cargo.toml").display());
    }
    println!("cargo::rerun-if-changed={}", root.join("Cargo.toml").display());
    println!("cargo::rerun-if-changed={}", root.join("Cargo.lock").display());
    println!("cargo::rerun-if-changed=build.rs");
    files.sort();

    let mut list = String::from("pub const FILES: &[(&str, &[u8])] = &[\n");
    for file in &files {
        let name = file.strip_prefix(&root).expect("below the root");
        let name = name.to_string_lossy().replace('\\', "/");
        writeln!(list, "    ({name:?}, include_bytes!({:?})),", file.display().to_string())
            .expect("a string");
    }
    list.push_str("];\n");
    writeln!(list, "pub const WORKSPACE: &str = {:?};", workspace(&root)).expect("a string");
    writeln!(
        list,
        "pub const LOCK: &str = include_str!({:?});",
        root.join("Cargo.lock").display().to_string()
    )
    .expect("a string");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("OUT_DIR")).join("sdk.rs");
    fs::write(out, list).expect("write the list");
}

/// The repository's workspace manifest, with the packed packages as its only members.
fn workspace(root: &Path) -> String {
    let text = fs::read_to_string(root.join("Cargo.toml")).expect("Cargo.toml");
    let start = text.find("members = [").expect("members");
    let end = start + text[start..].find("]\n").expect("the end of members") + 2;
    let members = PACKAGES.map(|p| format!("\"{p}\"")).join(", ");
    format!("{}members = [{members}]\n{}", &text[..start], &text[end..])
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, found);
        } else {
            found.push(path);
        }
    }
}
