//! The sources that job crates are built with, unpacked beside the workspace (`.riparian/sdk/`).
//!
//! Until the runtime is published, a job depends on it by a relative path; the command carries it along.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

mod packed {
    include!(concat!(env!("OUT_DIR"), "/sdk.rs"));
}

/// Writes what has changed below `root/.riparian/sdk` and returns that folder. Files that are equal stay untouched, so
/// that cargo rebuilds nothing without need; files that are no longer part of the SDK go.
pub fn unpack(root: &Path) -> io::Result<PathBuf> {
    let sdk = root.join(".riparian/sdk");
    let stamp = sdk.join("stamp");
    let id = identity();
    if fs::read_to_string(&stamp).is_ok_and(|found| found == id) {
        return Ok(sdk);
    }
    let mut keep: Vec<PathBuf> = vec![stamp.clone()];
    let mut put = |name: &str, bytes: &[u8]| -> io::Result<()> {
        let path = sdk.join(name);
        write_if_changed(&path, bytes)?;
        keep.push(path);
        Ok(())
    };
    for (name, bytes) in packed::FILES {
        put(name, bytes)?;
    }
    put("Cargo.toml", packed::WORKSPACE.as_bytes())?;
    put("Cargo.lock", packed::LOCK.as_bytes())?;
    put(".gitignore", b"*\n")?;
    remove_others(&sdk, &keep)?;
    fs::write(stamp, id)?;
    Ok(sdk)
}

/// The lock file of the repository this command was built from: versions known to work together.
pub fn lock_file() -> &'static str {
    packed::LOCK
}

fn identity() -> String {
    // FNV-1a over names and contents: only to notice that another command was here.
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    let mut add = |bytes: &[u8]| {
        for byte in bytes {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for (name, bytes) in packed::FILES {
        add(name.as_bytes());
        add(bytes);
    }
    add(packed::WORKSPACE.as_bytes());
    format!("{} {hash:016x}\n", env!("CARGO_PKG_VERSION"))
}

/// Leaves the file (and its modification time) alone if it already says this.
pub fn write_if_changed(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    if fs::read(path).is_ok_and(|found| found == bytes) {
        return Ok(false);
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)?;
    Ok(true)
}

fn remove_others(folder: &Path, keep: &[PathBuf]) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            if path.file_name().is_some_and(|n| n == "target") {
                continue;
            }
            remove_others(&path, keep)?;
        } else if !keep.contains(&path) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}
