//! `riparian-simulate`: see [`riparian_simulate`]. The last line is for machines; a violation exits non-zero.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use riparian::broker::sabotage::Sabotage;
use riparian_simulate::{Report, simulate};
use std::cell::Cell;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

const HELP: &str = "\
simulate [--seeds N] [--from S]   seeds S to S + N - 1: `seeds N crashes M violations 0`
simulate --seed S                 one seed, with everything that was decided
simulate --sabotage NAME|all      plants a bug, which must be found: `sabotages K found K`";

/// More failing seeds than these would be the same few faults again.
const MOST_FAILING: usize = 10;
/// Lines of one seed's violations that are shown.
const MOST_LINES: usize = 6;
/// Within which every planted bug must be found.
const SABOTAGE_SEEDS: u64 = 2_000;

thread_local! {
    /// The seed that this thread runs.
    static UNDER_WAY: Cell<u64> = const { Cell::new(0) };
}

struct Asked {
    seeds: Option<u64>,
    from: u64,
    seed: Option<u64>,
    sabotage: Option<String>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let standard = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        eprintln!("seed {} panics", UNDER_WAY.get());
        standard(info);
    }));
    match asked(&arguments).and_then(|asked| run(&asked)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("simulate: {error}");
            ExitCode::FAILURE
        }
    }
}

fn asked(arguments: &[String]) -> Result<Asked, String> {
    let mut asked = Asked { seeds: None, from: 1, seed: None, sabotage: None };
    for pair in arguments.chunks(2) {
        let [name, value] = pair else { return Err(format!("`{}` wants a value\n\n{HELP}", pair.join(" "))) };
        let number = || value.parse().map_err(|_| format!("`{value}` is no number"));
        match name.as_str() {
            "--seeds" => asked.seeds = Some(number()?),
            "--from" => asked.from = number()?,
            "--seed" => asked.seed = Some(number()?),
            "--sabotage" => asked.sabotage = Some(value.clone()),
            other => return Err(format!("there is no option `{other}`\n\n{HELP}")),
        }
    }
    Ok(asked)
}

fn run(asked: &Asked) -> Result<(), String> {
    if asked.sabotage.as_deref() == Some("all") {
        return all_sabotages(asked);
    }
    let sabotage = asked.sabotage.as_deref().map(named).transpose()?;
    if let Some(seed) = asked.seed {
        return one(seed, sabotage);
    }
    if let Some((name, sabotage)) = asked.sabotage.as_deref().zip(sabotage) {
        return one_sabotage(name, sabotage, asked)
            .then_some(())
            .ok_or_else(|| format!("{name} was not found"));
    }
    let (seeds, from) = (asked.seeds.unwrap_or(1_000), asked.from);
    let found = search(from, seeds, None, MOST_FAILING);
    for (seed, report) in &found.failing {
        println!("seed {seed}: {} violations", report.violations.len());
        report.violations.iter().take(MOST_LINES).for_each(|line| println!("  {line}"));
        println!("  again, with everything that was decided: cargo xtask simulate --seed {seed}");
    }
    let (failing, crashes) = (found.failing.len(), found.crashes);
    println!("{} failed calls, {} pauses, {} rebalances", found.failures, found.pauses, found.rebalances);
    println!("seeds {} crashes {crashes} violations {failing}", found.seeds);
    if failing == 0 { Ok(()) } else { Err(format!("{failing} seeds ended in a violation")) }
}

fn named(name: &str) -> Result<Sabotage, String> {
    let known = Sabotage::ALL.iter().find(|(known, _)| *known == name);
    known.map(|(_, sabotage)| *sabotage).ok_or_else(|| {
        let names: Vec<&str> = Sabotage::ALL.iter().map(|(name, _)| *name).collect();
        format!("there is no sabotage `{name}`; there are {}", names.join(", "))
    })
}

fn one(seed: u64, sabotage: Option<Sabotage>) -> Result<(), String> {
    UNDER_WAY.set(seed);
    let report = simulate(seed, sabotage, true);
    report.trace.iter().for_each(|line| println!("{line}"));
    report.violations.iter().for_each(|line| println!("violation: {line}"));
    println!("seeds 1 crashes {} violations {}", report.faults.crashes, report.violations.len());
    if report.violations.is_empty() { Ok(()) } else { Err(format!("seed {seed} ended in a violation")) }
}

fn all_sabotages(asked: &Asked) -> Result<(), String> {
    let found = Sabotage::ALL.iter().filter(|(name, sabotage)| one_sabotage(name, *sabotage, asked)).count();
    println!("sabotages {} found {found}", Sabotage::ALL.len());
    if found == Sabotage::ALL.len() { Ok(()) } else { Err("a planted bug was not found".to_owned()) }
}

fn one_sabotage(name: &str, sabotage: Sabotage, asked: &Asked) -> bool {
    let found = search(asked.from, asked.seeds.unwrap_or(SABOTAGE_SEEDS), Some(sabotage), 1);
    match found.failing.first() {
        Some((seed, report)) => {
            let first = report.violations.first().map_or("", String::as_str);
            println!("{name}: found by seed {seed}, after {} seeds: {first}", found.seeds);
            true
        }
        None => {
            println!("{name}: not found in {} seeds", found.seeds);
            false
        }
    }
}

/// Of many seeds.
#[derive(Default)]
struct Found {
    seeds: u64,
    crashes: u64,
    failures: u64,
    pauses: u64,
    rebalances: u64,
    /// By seed.
    failing: Vec<(u64, Report)>,
}

/// Runs seeds on every core, until so many have failed.
fn search(from: u64, seeds: u64, sabotage: Option<Sabotage>, most: usize) -> Found {
    let (next, found) = (AtomicU64::new(0), Mutex::new(Found::default()));
    let work = || loop {
        let n = next.fetch_add(1, Ordering::Relaxed);
        if n >= seeds {
            return;
        }
        let seed = from.wrapping_add(n);
        UNDER_WAY.set(seed);
        let report = simulate(seed, sabotage, false);
        let Ok(mut found) = found.lock() else { return };
        found.seeds += 1;
        found.crashes += report.faults.crashes;
        found.failures += report.faults.failures;
        found.pauses += report.faults.pauses;
        found.rebalances += report.faults.rebalances;
        if !report.violations.is_empty() {
            found.failing.push((seed, report));
        }
        if found.failing.len() >= most {
            next.store(seeds, Ordering::Relaxed);
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let mut found = found.into_inner().unwrap_or_default();
    found.failing.sort_by_key(|(seed, _)| *seed);
    found
}
