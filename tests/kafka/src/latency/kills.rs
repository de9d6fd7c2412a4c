//! After a `kill -9` and a start under the same name: when a reader of what is committed sees something that was written after
//! the kill.

use super::Pace;
use crate::Error;
use crate::ledger::Process;
use std::time::{Duration, Instant};

/// Between two rounds, in which the job runs undisturbed.
const CALM: Duration = Duration::from_secs(3);
const APART: Duration = Duration::from_millis(20);
const PATIENCE: Duration = Duration::from_secs(60);

/// Milliseconds of each round.
pub fn measure(
    rounds: usize,
    mut job: Process,
    pace: &mut Pace,
    start: &dyn Fn() -> Result<Process, Error>,
    say: &dyn Fn(&str),
) -> Result<Vec<f64>, Error> {
    let mut all = Vec::new();
    for round in 0..rounds {
        // Not always at the same moment between two commits.
        let calm = Instant::now() + CALM + Duration::from_millis(37 * round as u64 % 200);
        feed(pace, |_| Instant::now() >= calm)?;
        let killed = Instant::now();
        job.kill()?;
        job = start()?;
        let first = pace.write()?;
        feed(pace, |posted| posted >= first || killed.elapsed() > PATIENCE)?;
        let took = killed.elapsed();
        if took > PATIENCE {
            return Err(Error::new(format!("nothing comes after a kill: {}", job.output())));
        }
        all.push(took.as_secs_f64() * 1000.0);
        say(&format!("back after {} ms: {}", took.as_millis(), way(&job)));
    }
    Ok(all)
}

/// Writes and reads until `enough` says so of the highest number that was ever posted in this call.
fn feed(pace: &mut Pace, enough: impl Fn(usize) -> bool) -> Result<(), Error> {
    let (mut next, mut highest) = (Instant::now(), 0);
    while !enough(highest) {
        if Instant::now() >= next {
            pace.write()?;
            next += APART;
        }
        highest = pace.posted()?.into_iter().fold(highest, usize::max);
    }
    Ok(())
}

/// What the last process has said, and when after its first words.
fn way(job: &Process) -> String {
    let events = job.events();
    let said = |event: &serde_json::Value| event.get("event")?.as_str().map(str::to_owned);
    let begin = events.iter().rposition(|event| said(event).as_deref() == Some("start")).unwrap_or(0);
    let at = |event: &serde_json::Value| event.get("time").map(ToString::to_string).unwrap_or_default();
    events[begin..]
        .iter()
        .filter_map(|event| Some(format!("{} {}", at(event), said(event)?)))
        .collect::<Vec<_>>()
        .join(", ")
}
