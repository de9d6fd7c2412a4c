//! How long a job binary needs from its start to its first record on the embedded log, and what it holds resident.
//!
//! The job is `q0`, run as people run it: from a file, with its directory made anew and every commit made durable. The
//! first record is there when its row has been read from the job's standard output, that is after its commit.

use crate::nexmark::write_bids;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const ROUNDS: usize = 15;
/// Bids while memory is measured: seconds of work.
const BIDS: usize = 1_000_000;

/// Prints `start A ms resident B MB`: the median of the starts, and the most that a run over a million bids held.
pub fn run() -> Result<(), String> {
    let binary = std::env::current_exe().map_err(|e| e.to_string())?.with_file_name("nexmark");
    if !binary.is_file() {
        return Err(format!("{} is not there: run `cargo xtask bench start`", binary.display()));
    }
    let folder = std::env::temp_dir().join(format!("riparian-start-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let result = measure(&binary, &folder);
    let _ = std::fs::remove_dir_all(&folder);
    result
}

fn measure(binary: &Path, folder: &Path) -> Result<(), String> {
    let (one, many) = (folder.join("one.jsonl"), folder.join("many.jsonl"));
    for (path, count) in [(&one, 1), (&many, BIDS)] {
        write_bids(path, count).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    let mut starts = Vec::new();
    for _ in 0..ROUNDS {
        starts.push(first_record(binary, folder, &one)?);
    }
    starts.sort();
    let resident = resident(binary, folder, &many)?;
    let millis = |time: Duration| time.as_secs_f64() * 1000.0;
    eprintln!(
        "start {:.1}/{:.1}/{:.1} ms (min/median/max)",
        millis(starts[0]),
        millis(starts[ROUNDS / 2]),
        millis(starts[ROUNDS - 1])
    );
    println!(
        "start {:.1} ms resident {:.1} MB",
        millis(starts[ROUNDS / 2]),
        resident as f64 / 1024.0 / 1024.0
    );
    Ok(())
}

fn job(binary: &Path, folder: &Path, from: &Path) -> Command {
    let mut command = Command::new(binary);
    let directory: PathBuf = folder.join("log");
    command.args(["--job", "q0", "--quiet", "--fresh", "--dir"]).arg(directory);
    command.arg("--from").arg(format!("bids={}", from.display()));
    command
}

/// From before the process to the row of its one bid.
fn first_record(binary: &Path, folder: &Path, from: &Path) -> Result<Duration, String> {
    let mut command = job(binary, folder, from);
    let start = Instant::now();
    let mut process =
        command.args(["--to", "q0_bids=-"]).stdout(Stdio::piped()).spawn().map_err(|e| e.to_string())?;
    let mut row = String::new();
    let output = process.stdout.take().ok_or("no standard output")?;
    BufReader::new(output).read_line(&mut row).map_err(|e| e.to_string())?;
    let took = start.elapsed();
    ended(&mut process)?;
    if !row.starts_with("{\"auction\":") {
        return Err(format!("the job wrote `{row}` and no row"));
    }
    Ok(took)
}

/// The most bytes that a run over all of a file held resident, by the system's own account.
fn resident(binary: &Path, folder: &Path, from: &Path) -> Result<u64, String> {
    let mut process = job(binary, folder, from).spawn().map_err(|e| e.to_string())?;
    let status = format!("/proc/{}/status", process.id());
    let mut most = 0;
    while process.try_wait().map_err(|e| e.to_string())?.is_none() {
        // One that ends in this moment has no account any more.
        most = most.max(std::fs::read_to_string(&status).ok().and_then(|text| peak(&text)).unwrap_or(0));
        std::thread::sleep(Duration::from_millis(2));
    }
    ended(&mut process)?;
    if most == 0 {
        return Err("the job ended before its memory was looked at".to_owned());
    }
    Ok(most)
}

/// `VmHWM`, in bytes.
fn peak(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? * 1024)
}

fn ended(process: &mut Child) -> Result<(), String> {
    let status = process.wait().map_err(|e| e.to_string())?;
    if status.success() { Ok(()) } else { Err(format!("the job ended with {status}")) }
}
