//! One job while `riparian dev` watches it: from the save to the interpreter's result, and to the compiled job running.

use super::{median, millis};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

const ROUNDS: usize = 5;
/// The line of the new job before which a condition is put.
const KEY: &str = "key       page: v.page";
/// The first build compiles the runtime too.
const PATIENCE: Duration = Duration::from_secs(1800);

/// Prints `edit_to_interpreted D ms edit_to_compiled E s` (medians).
pub fn run() -> Result<(), String> {
    let command = std::env::current_exe().map_err(|e| e.to_string())?.with_file_name("riparian");
    if !command.is_file() {
        return Err(format!("{} is not there: run `cargo xtask bench frontend`", command.display()));
    }
    let root = std::env::temp_dir().join(format!("riparian-bench-{}", std::process::id()));
    let result = measure(&command, &root);
    let _ = std::fs::remove_dir_all(&root);
    result
}

fn measure(command: &Path, root: &Path) -> Result<(), String> {
    let new = Command::new(command).arg("new").arg(root).output().map_err(|e| e.to_string())?;
    if !new.status.success() {
        return Err(String::from_utf8_lossy(&new.stderr).into_owned());
    }
    let source = first_source(&root.join("streams"))?;
    let text = std::fs::read_to_string(&source).map_err(|e| e.to_string())?;
    let mut dev = Dev::start(command, root)?;
    dev.wait("Interpreted")?;
    dev.wait("Running")?;
    let (mut interpreted, mut compiled) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        // Another condition each time, so that the generated job is another one.
        let edited =
            text.replacen(KEY, &format!("where     v.page != \"nowhere {round}\"\n        {KEY}"), 1);
        if edited == text {
            return Err(format!("{} has no `{KEY}`", source.display()));
        }
        let start = Instant::now();
        std::fs::write(&source, edited).map_err(|e| e.to_string())?;
        dev.wait("Interpreted")?;
        interpreted.push(start.elapsed());
        dev.wait("Running")?;
        compiled.push(start.elapsed());
    }
    let (interpreted, compiled) = (millis(median(interpreted)), median(compiled).as_secs_f64());
    println!("edit_to_interpreted {interpreted} ms edit_to_compiled {compiled:.1} s");
    Ok(())
}

fn first_source(folder: &Path) -> Result<PathBuf, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut found: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    found.sort();
    let is_source = |path: &PathBuf| path.extension().is_some_and(|e| e == "stream");
    found.into_iter().find(is_source).ok_or_else(|| format!("{} has no source", folder.display()))
}

/// `riparian dev`, and what it says.
struct Dev {
    process: Child,
    lines: Receiver<String>,
}

impl Dev {
    fn start(command: &Path, root: &Path) -> Result<Dev, String> {
        let mut process = Command::new(command)
            .arg("dev")
            .current_dir(root)
            .env("CARGO_NET_OFFLINE", "true")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{}: {error}", command.display()))?;
        let (send, lines) = channel();
        let output = process.stderr.take().ok_or("no standard error")?;
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if send.send(line).is_err() {
                    return;
                }
            }
        });
        Ok(Dev { process, lines })
    }

    /// Until a line with this verb.
    fn wait(&mut self, verb: &str) -> Result<(), String> {
        let mut said = String::new();
        loop {
            let line = self.lines.recv_timeout(PATIENCE);
            let line = line.map_err(|_| format!("`riparian dev` has not come to `{verb}`:\n{said}"))?;
            if line.trim_start().starts_with("error") {
                return Err(format!("`riparian dev` says {line}\n{said}"));
            }
            if line.split_whitespace().next() == Some(verb) {
                return Ok(());
            }
            said.push_str(&line);
            said.push('\n');
        }
    }
}

impl Drop for Dev {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
