//! How long the compile side takes: a whole estate cold, after one edit, the format of a file; and one job from a save
//! to running again.

mod dev;
mod estate;

use riparian_build::Threads;
use riparian_compiler::fmt;
use riparian_compiler::workspace::Workspace;
use std::time::{Duration, Instant};

const PACKAGES: usize = 300;
const ROUNDS: usize = 15;

/// Prints `check300_cold A ms edit B ms format C ms` and `edit_to_interpreted D ms edit_to_compiled E s` (medians) on the
/// last lines; an estate that is not clean is an error.
pub fn run() -> Result<(), String> {
    let estate = estate();
    // The second line also if the first could not be measured, and the other way round.
    let dev = dev::run();
    estate.and(dev)
}

fn estate() -> Result<(), String> {
    let files = estate::estate(PACKAGES);
    let lines: usize = files.iter().map(|(_, text)| text.lines().count()).sum();
    eprintln!("{} files, {lines} lines, {ROUNDS} rounds", files.len());
    let (middle, text) = &files[PACKAGES / 2];
    let edit = estate::edited(text);
    assert_ne!(*text, edit, "the edit changes the text");
    let (mut cold, mut warm, mut formats) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let start = Instant::now();
        let mut workspace = Workspace::default();
        for (path, text) in &files {
            workspace.set(path.as_str(), text.clone());
        }
        let analysis = workspace.analyse_on(&Threads);
        cold.push(start.elapsed());
        if let Some(finding) = analysis.diagnostics.first() {
            return Err(format!("the estate is not clean: {} {}", finding.code.id, finding.title));
        }
        if analysis.plan.jobs.len() != PACKAGES {
            return Err(format!("{} jobs were planned, not {PACKAGES}", analysis.plan.jobs.len()));
        }
        let start = Instant::now();
        workspace.set(middle.as_str(), if round % 2 == 0 { edit.clone() } else { text.clone() });
        let analysis = workspace.analyse_on(&Threads);
        warm.push(start.elapsed());
        if !analysis.diagnostics.is_empty() {
            return Err("the edited estate is not clean".to_string());
        }
        let start = Instant::now();
        let formatted = fmt::format(&edit).map_err(|error| format!("the edited file: {error}"))?;
        formats.push(start.elapsed());
        if formatted.is_empty() {
            return Err("the edited file is formatted to nothing".to_string());
        }
    }
    let (cold, warm, format) = (millis(median(cold)), millis(median(warm)), millis(median(formats)));
    println!("check300_cold {cold} ms edit {warm} ms format {format} ms");
    Ok(())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn millis(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1000.0)
}
