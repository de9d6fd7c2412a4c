//! Crash testing: a job in its own process, killed at random moments, must leave what an undisturbed run leaves.
//!
//! The disturbed run keeps its recorded choices; the undisturbed run repeats them in another directory. Then every
//! record of every topic is compared, byte for byte, what the nodes keep is compared row by row, and every line of the
//! input is accounted for. Knows processes and
//! directories of logs; nothing of what the job means.

mod balance;
mod changed;
mod compare;
mod example;
mod lives;
mod states;

pub use balance::{Balance, balance};
pub use changed::{Change, changed};
pub use compare::{Comparison, compare};
pub use example::{Example, Input, TOPIC, TOPIC_ON_THE_LOG, cargo, executables};
pub use lives::{Ended, signal, wait};
pub use states::states;

use crate::random::Random;
use std::path::Path;
use std::time::{Duration, Instant};

/// What to do.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub kills: u32,
    /// Transfers in all, over two files.
    pub records: u64,
    pub seed: u64,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub kills: u32,
    /// Histories from a fresh directory to the end of the input.
    pub histories: u32,
    pub compared: Comparison,
}

impl Report {
    /// `kills 50 records N lost 0 doubled 0`.
    pub fn line(&self) -> String {
        let Comparison { records, lost, doubled, .. } = &self.compared;
        format!("kills {} records {records} lost {lost} doubled {doubled}", self.kills)
    }
}

/// No life is shorter on average than it takes to start and to commit once or twice.
const SHORTEST_SPAN: Duration = Duration::from_millis(300);

/// With fewer transfers over the day no sender makes a burst, and the topic of bursts stays empty.
const ENOUGH: u64 = 200_000;

/// Kills the example until it has been killed often enough, history by history; `folder` is used and left empty unless
/// something differs. `say` hears of progress.
pub fn crash(
    example: &Example,
    plan: Plan,
    folder: &Path,
    say: &mut dyn FnMut(&str),
) -> Result<Report, String> {
    let input = example.input(folder, plan.records, plan.seed)?;
    let rehearsal = folder.join("rehearsal");
    let started = Instant::now();
    example.run_to_the_end(&rehearsal, &input, None)?;
    // A third of a whole run: a history takes several lives, and a life gets somewhere.
    let span = (started.elapsed() / 3).max(SHORTEST_SPAN);
    let balance = balance(&rehearsal, &input)?;
    say(&format!(
        "{} lines in, {} used, {} set aside; lives of up to {span:?}",
        balance.lines, balance.used, balance.dead
    ));
    remove(&rehearsal)?;

    let mut random = Random::new(plan.seed, 0);
    let mut report = Report::default();
    while report.kills < plan.kills {
        report.histories += 1;
        let (disturbed, undisturbed) = (folder.join("disturbed"), folder.join("undisturbed"));
        let before = report.kills;
        lives::live(example, &disturbed, &input, &mut report.kills, plan.kills, &mut || {
            Duration::from_micros(random.below(span.as_micros() as usize) as u64)
        })?;
        example.run_to_the_end(&undisturbed, &input, Some(&disturbed))?;
        let found = compare(&disturbed, &undisturbed)?;
        say(&format!(
            "history {}: {} kills, {} records",
            report.histories,
            report.kills - before,
            found.records
        ));
        let differs = found.first.is_some();
        if let Some(topic) = found.topics.iter().find_map(|(topic, records)| (*records == 0).then_some(topic))
            && plan.records >= ENOUGH
        {
            return Err(format!("nothing was written to {topic}, so nothing is known of it"));
        }
        report.compared.add(found);
        if differs {
            say(&format!("kept for a look: {} and {}", disturbed.display(), undisturbed.display()));
            return Ok(report);
        }
        let rows = states(&disturbed, &undisturbed)?;
        say(&format!("  and {rows} rows of state are the same"));
        let after = self::balance(&disturbed, &input)?;
        if after != balance {
            return Err(format!("after kills {after:?}, without {balance:?}"));
        }
        remove(&disturbed)?;
        remove(&undisturbed)?;
    }
    Ok(report)
}

fn remove(directory: &Path) -> Result<(), String> {
    std::fs::remove_dir_all(directory).map_err(|error| format!("{}: {error}", directory.display()))
}
