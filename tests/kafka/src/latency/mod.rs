//! How long a job keeps the readers of its outputs waiting: at each commit, and after a `kill -9`.
//!
//! The ledger on one node, one worker, its state on disk. Transfers come one at a time, at an even pace.

mod commits;
mod kills;

use crate::ledger::{OBSERVED, Process, make_topics};
use crate::{Cluster, Error, broker};
use std::path::Path;

const PARTITIONS: i32 = 4;

/// Measures the program `ledger` with more arguments; the line for machines, in milliseconds.
pub fn run(rounds: usize, more: &[String], ledger: &Path, say: &dyn Fn(&str)) -> Result<String, Error> {
    let folder = tempfile::tempdir().map_err(|error| Error::io("a folder for the job", &error))?;
    let cluster = broker::Options::nodes(1).full_speed().start()?;
    make_topics(&cluster.client(), PARTITIONS)?;
    let arguments: Vec<&str> = OBSERVED.into_iter().chain(more.iter().map(String::as_str)).collect();
    let start = || Process::start(ledger, &cluster, folder.path(), "a", &arguments);
    let mut job = start()?;
    let mut pace = Pace::new(&cluster)?;
    let commits = commits::measure(&mut job, &mut pace)?;
    say(&format!(
        "{} commits at low load: median {:.1} ms, 99 of 100 within {:.1} ms",
        commits.count, commits.median, commits.p99
    ));
    let mut back = kills::measure(rounds, job, &mut pace, &start, say)?;
    back.sort_by(f64::total_cmp);
    let at =
        |share: f64| back.get((back.len() as f64 * share) as usize).or(back.last()).copied().unwrap_or(0.0);
    Ok(format!(
        "commit_median {:.1} commit_p99 {:.1} back_median {:.0} back_max {:.0}",
        commits.median,
        commits.p99,
        at(0.5),
        at(1.0)
    ))
}

/// The input, transfer by transfer, and the postings that come of it.
struct Pace {
    writer: crate::Writer,
    transfers: std::iter::Enumerate<crate::ledger::Transfers>,
    postings: crate::Reader,
}

impl Pace {
    fn new(cluster: &Cluster) -> Result<Self, Error> {
        let client = cluster.client();
        Ok(Pace {
            writer: client.writer_with(&[("linger.ms", "0")])?,
            transfers: crate::ledger::Transfers::new(1).enumerate(),
            postings: client.reader("bank.postings.v1", crate::Isolation::Committed)?,
        })
    }

    /// Writes the next transfer, without waiting for it to arrive; its number.
    fn write(&mut self) -> Result<usize, Error> {
        let Some((number, transfer)) = self.transfers.next() else {
            return Err(Error::new("no more transfers"));
        };
        self.writer.send(crate::ledger::TOPIC, &transfer.record())?;
        Ok(number)
    }

    /// The numbers of the transfers whose postings have come since the last call, which waits a little for the first.
    fn posted(&mut self) -> Result<Vec<usize>, Error> {
        let number = |written: &crate::Written| {
            let value: serde_json::Value = serde_json::from_slice(written.value.as_deref()?).ok()?;
            usize::try_from(value.get("transfer")?.as_u64()?).ok()
        };
        Ok(self.postings.some()?.iter().filter_map(number).collect())
    }
}
