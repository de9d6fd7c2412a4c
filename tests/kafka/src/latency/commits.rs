//! Commits at low load, as the job itself measures them: from the closing of the epoch to the broker's answer.

use super::Pace;
use crate::Error;
use crate::ledger::Process;
use std::time::{Duration, Instant};

/// The first commits make topics known to the client, and the broker's code is not compiled yet.
const WARMING: Duration = Duration::from_secs(20);
const MEASURED: Duration = Duration::from_secs(30);
/// Less often than the job commits: one transfer per commit.
const APART: Duration = Duration::from_millis(150);

/// In milliseconds.
pub struct Commits {
    pub count: f64,
    pub median: f64,
    pub p99: f64,
}

pub fn measure(job: &mut Process, pace: &mut Pace) -> Result<Commits, Error> {
    feed(pace, WARMING)?;
    let before = classes(job)?;
    feed(pace, MEASURED)?;
    let after = classes(job)?;
    let classes: Vec<(f64, f64)> =
        after.iter().zip(&before).map(|((bound, after), (_, before))| (*bound, after - before)).collect();
    let count = classes.last().map_or(0.0, |(_, count)| *count);
    if count < 50.0 {
        return Err(Error::new(format!("{count} commits are too few to tell: {}", job.output())));
    }
    Ok(Commits { count, median: quantile(&classes, 0.5), p99: quantile(&classes, 0.99) })
}

fn feed(pace: &mut Pace, during: Duration) -> Result<(), Error> {
    let until = Instant::now() + during;
    while Instant::now() < until {
        let next = Instant::now() + APART;
        pace.write()?;
        while Instant::now() < next {
            pace.posted()?;
        }
    }
    Ok(())
}

/// Upper bounds in seconds, and how many commits took at most as long.
fn classes(job: &Process) -> Result<Vec<(f64, f64)>, Error> {
    let (_, metrics) = job.get("/metrics").ok_or_else(|| Error::new("the job has no page /metrics"))?;
    let class = |line: &str| {
        let labels = line.strip_prefix("riparian_commit_duration_seconds_bucket{")?;
        let (bound, _) = labels.split_once("le=\"")?.1.split_once('"')?;
        Some((bound.replace("+Inf", "inf").parse().ok()?, line.rsplit(' ').next()?.parse().ok()?))
    };
    Ok(metrics.lines().filter_map(class).collect())
}

/// Within a class as if its commits were spread evenly.
fn quantile(classes: &[(f64, f64)], share: f64) -> f64 {
    let rank = classes.last().map_or(0.0, |(_, count)| count * share);
    let mut below = (0.0, 0.0);
    for (bound, count) in classes {
        if *count >= rank && *count > below.1 {
            let within = (rank - below.1) / (count - below.1);
            let bound = if bound.is_finite() { *bound } else { below.0 };
            return 1000.0 * (below.0 + within * (bound - below.0));
        }
        below = (*bound, *count);
    }
    1000.0 * below.0
}

#[cfg(test)]
mod tests {
    use super::quantile;

    #[test]
    fn a_quantile_lies_within_its_class() {
        let classes = [(0.001, 0.0), (0.005, 40.0), (0.01, 100.0), (f64::INFINITY, 100.0)];
        assert!((quantile(&classes, 0.2) - 3.0).abs() < 1e-9);
        assert!((quantile(&classes, 0.7) - 7.5).abs() < 1e-9);
        assert!((quantile(&classes, 1.0) - 10.0).abs() < 1e-9);
    }
}
