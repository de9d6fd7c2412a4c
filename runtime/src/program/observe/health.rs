//! Whether a job is well, and whether it is ready; with the reasons.
//!
//! Well: every worker makes progress or waits for something that will come. Ready: every worker has its tasks and their
//! state, and reads.

use super::board::Board;
use crate::report::{Phase, Pulse};
use std::time::Duration;

/// How long a worker may stand still, be without a broker, or fail to commit, before somebody should look.
const PATIENCE: Duration = Duration::from_secs(30);

/// Yes or no, in one line per reason.
#[derive(Debug, PartialEq, Eq)]
pub struct Verdict {
    pub is_good: bool,
    pub lines: Vec<String>,
}

impl Verdict {
    fn of(reasons: Vec<String>, good: &str) -> Self {
        match reasons.is_empty() {
            true => Verdict { is_good: true, lines: vec![good.to_string()] },
            false => Verdict { is_good: false, lines: reasons },
        }
    }
}

/// Whether the job should be left alone.
pub fn health(board: &Board) -> Verdict {
    let reason = |(number, pulse, _): (u32, &Pulse, _)| {
        illness(pulse, PATIENCE).map(|reason| format!("worker {number}: {reason}"))
    };
    Verdict::of(board.workers().filter_map(reason).collect(), "healthy")
}

fn illness(pulse: &Pulse, patience: Duration) -> Option<String> {
    if let Some(why) = pulse.failure() {
        return Some(format!("has stopped: {why}"));
    }
    if let Some((since, why)) = pulse.broker_away()
        && since >= patience
    {
        return Some(format!("no answer from the brokers for {} s: {why}", since.as_secs()));
    }
    if let Some((since, why)) = pulse.commits_fail()
        && since >= patience
    {
        return Some(format!("no commit has gone through for {} s: {why}", since.as_secs()));
    }
    // What a start asks of a broker is bounded by itself.
    let still = pulse.still();
    (pulse.phase() != Phase::Starting && still >= patience)
        .then(|| format!("no sign of life for {} s while {}", still.as_secs(), pulse.phase().name()))
}

/// Whether the job does what it is for.
pub fn ready(board: &Board) -> Verdict {
    let mut reasons = Vec::new();
    for (number, pulse, _) in board.workers() {
        let reason = match (pulse.failure(), pulse.phase()) {
            (Some(why), _) => format!("has stopped: {why}"),
            (None, Phase::Reading) => continue,
            (None, Phase::Starting) => "is starting".to_string(),
            (None, Phase::Waiting) => "waits for the group to give it tasks".to_string(),
            (None, Phase::Restoring) => match pulse.restore() {
                (_, 0) => "restores state".to_string(),
                (done, all) => {
                    let percent = u128::from(done) * 100 / u128::from(all.max(1));
                    format!("restores state: {done} of {all} records ({percent} %)")
                }
            },
        };
        reasons.push(format!("worker {number}: {reason}"));
    }
    Verdict::of(reasons, "ready")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Reporter;

    #[test]
    fn who_has_stopped_or_stands_still_is_not_well() {
        let report = Reporter::default();
        let pulse = report.pulse();
        assert_eq!(illness(pulse, Duration::ZERO), None, "a start takes the time it takes");
        pulse.enter(Phase::Reading);
        assert_eq!(illness(pulse, Duration::from_secs(30)), None);
        let still = illness(pulse, Duration::ZERO).unwrap();
        assert!(still.starts_with("no sign of life for 0 s while reading"), "{still}");
        report.away("connection refused");
        assert_eq!(illness(pulse, Duration::from_secs(30)), None);
        assert!(illness(pulse, Duration::ZERO).unwrap().contains("connection refused"));
        report.failed("the disk is full");
        assert_eq!(illness(pulse, Duration::from_secs(30)).unwrap(), "has stopped: the disk is full");
    }

    #[test]
    fn a_commit_that_goes_through_ends_the_complaint_about_those_before() {
        let report = Reporter::default();
        report.pulse().enter(Phase::Reading);
        report.commit_failed("fenced", "again");
        assert!(report.pulse().commits_fail().is_some_and(|(_, why)| why == "fenced"));
        report.pulse().committed();
        assert_eq!(report.pulse().commits_fail(), None);
    }
}
